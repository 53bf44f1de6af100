import type { Resource } from '../../template/resource.ts';
import { functionNameOf } from '../iam/permissions.ts';
import type { Queues } from '../sqs/queues.ts';
import type { EventOptions } from './events.ts';

/** `AWS::Lambda::EventInvokeConfig`: how often an event is tried again and which queue gets one that was given up. */
export function eventSettings(
  resources: Resource[],
  queues: Queues,
): Required<Pick<EventOptions, 'retriesOf' | 'onFailure'>> {
  const all = resources.filter((one) => one.type === 'AWS::Lambda::EventInvokeConfig');
  const byFunction = new Map(
    all.map(({ stack, logicalId, properties }) => {
      const { OnSuccess, OnFailure } = (properties.DestinationConfig ?? {}) as Record<string, { Destination: string }>;
      const where = `stack ${stack}, ${logicalId}`;
      if (properties.Qualifier !== '$LATEST')
        throw new Error(`${where}: Qualifier ${properties.Qualifier} is not supported locally`);
      if (OnSuccess) throw new Error(`${where}: DestinationConfig.OnSuccess is not supported locally`);
      const failed = OnFailure && queues.byArn(OnFailure.Destination);
      return [
        functionNameOf(String(properties.FunctionName)),
        { retries: Number(properties.MaximumRetryAttempts ?? 2), failed },
      ];
    }),
  );
  return {
    retriesOf: (functionName) => byFunction.get(functionName)?.retries ?? 2,
    onFailure: (functionName, requestPayload, { name, message }) => {
      const requestContext = { functionArn: functionName, condition: 'RetriesExhausted' };
      const responsePayload = { errorType: name, errorMessage: message };
      const record = {
        version: '1.0',
        timestamp: new Date().toISOString(),
        requestContext,
        requestPayload,
        responsePayload,
      };
      byFunction.get(functionName)?.failed?.send({ body: JSON.stringify(record) });
    },
  };
}
