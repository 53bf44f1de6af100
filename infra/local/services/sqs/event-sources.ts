import type { Resource } from '../../template/resource.ts';
import type { Authorizer } from '../iam/authorizer.ts';
import { functionNameOf } from '../iam/permissions.ts';
import type { Principal } from '../iam/principal.ts';
import type { LocalLambda } from '../lambda/local-lambda.ts';
import { EventSource } from './event-source.ts';
import type { Queues } from './queues.ts';

export type EventSourcesOptions = {
  resources: Resource[];
  queues: Queues;
  lambda: LocalLambda;
  authorizer: Authorizer;
  /** The principal of a role's ARN. */
  principalOf: (roleArn: string) => Principal;
  log: (functionName: string, text: string) => void;
};

/**
 * The event source mappings of the template.
 * @throws for what CreateEventSourceMapping would refuse: a role that may not read the queue, a visibility time-out
 * shorter than the function's.
 */
export function eventSourcesOf(options: EventSourcesOptions): EventSource[] {
  const { resources, queues, lambda, authorizer, principalOf, log } = options;
  const mappings = resources.filter((one) => one.type === 'AWS::Lambda::EventSourceMapping');
  return mappings.flatMap(({ stack, logicalId, properties }) => {
    const where = `stack ${stack}, event source ${logicalId}`;
    const queue = queues.byArn(String(properties.EventSourceArn));
    const functionName = functionNameOf(String(properties.FunctionName));
    const definition = lambda.definitions.find((one) => one.name === functionName);
    if (!definition) throw new Error(`${where}: no function ${functionName}`);
    if (Number(properties.MaximumBatchingWindowInSeconds ?? 0) > 0) {
      throw new Error(`${where}: MaximumBatchingWindowInSeconds is not supported locally`);
    }
    if (queue.settings.visibility < definition.timeout) {
      throw new Error(
        `${where}: visibility time-out of ${queue.settings.name} is shorter than the function's time-out`,
      );
    }
    const { accessKeyId } = principalOf(definition.roleArn);
    for (const action of ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']) {
      authorizer.authorize(accessKeyId, { action, resource: queue.settings.arn });
    }
    if (properties.Enabled === false) return [];
    const maximum = (properties.ScalingConfig as { MaximumConcurrency?: number } | undefined)?.MaximumConcurrency;
    return new EventSource({
      queue,
      invoker: lambda,
      functionName,
      batchSize: Number(properties.BatchSize ?? 10),
      // More than the threads the function can have would only be received to wait.
      concurrency: Math.min(Number(maximum ?? Number.POSITIVE_INFINITY), lambda.share),
      partialFailures: ((properties.FunctionResponseTypes ?? []) as string[]).includes('ReportBatchItemFailures'),
      log,
    });
  });
}
