import type { FunctionDefinition } from '../services/lambda/definition.ts';
import { eventSettings } from '../services/lambda/event-settings.ts';
import { AsynchronousEvents } from '../services/lambda/events.ts';
import { LocalLambda } from '../services/lambda/local-lambda.ts';
import { lambdaService } from '../services/lambda/service.ts';
import { isAboutMachines, LocalMachines } from '../services/lambda-microvms/service.ts';
import { startServices } from '../services/protocol/server.ts';
import { corsRulesOf } from '../services/s3/cors.ts';
import { bucketService } from '../services/s3/service.ts';
import { keyService } from '../services/secrets/keys.ts';
import { secretService } from '../services/secrets/service.ts';
import { mailService } from '../services/ses/service.ts';
import { queueService } from '../services/sqs/service.ts';
import { functionCalls } from '../services/step-functions/function-calls.ts';
import { stepFunctionsService } from '../services/step-functions/service.ts';
import { StepFunctions } from '../services/step-functions/step-functions.ts';
import type { LocalAddresses } from './addresses.ts';
import type { Blueprint } from './blueprint.ts';
import type { CloudOptions } from './cloud-options.ts';
import { functionEnvironment } from './function-environment.ts';
import type { Progress } from './progress.ts';
import type { Storage } from './storage.ts';
import { CallTally } from './tally.ts';

/** Functions, the state machine, and the HTTP services the SDK calls. */
export type Compute = {
  environmentOf: (definition: FunctionDefinition) => Record<string, string>;
  lambda: LocalLambda;
  servicesUrl: string;
  stepFunctions: StepFunctions;
  tally: CallTally;
};

type Base = { blueprint: Blueprint; storage: Storage; addresses: LocalAddresses };

export async function bootCompute(
  { blueprint, storage, addresses }: Base,
  options: CloudOptions,
  { progress, closing }: { progress: Progress; closing: AsyncDisposableStack },
): Promise<Compute> {
  const { resources, authorizer, principalOf, definitions } = blueprint;
  const { buckets, secrets, queues, masterKey, log, outbox } = storage;
  const { threads, environment: extra = {} } = options;
  const tally = new CallTally();
  const environmentOf = (definition: FunctionDefinition) =>
    functionEnvironment({
      definition,
      principal: principalOf(definition.roleArn),
      ...addresses.get(),
      extra: typeof extra === 'function' ? extra(definition.logicalId) : extra,
    });
  const lambda = new LocalLambda({
    definitions,
    environmentOf,
    log: log.write,
    onInvoke: ({ logicalId }) => tally.add('function', logicalId),
    ...(threads !== undefined && { cap: threads }),
  });
  const events = new AsynchronousEvents({ invoker: lambda, log: log.write, ...eventSettings(resources, queues) });
  const call = functionCalls({ invoker: lambda, authorizer, principalOf, log: log.write });
  const stepFunctions = new StepFunctions({ resources, call, log: log.write });

  const functions = lambdaService(lambda, events, authorizer);
  const { dependencies } = options;
  const machines = new LocalMachines(authorizer, { ...(dependencies !== undefined && { dependencies }) });
  const services = await progress.timed('sqs, ses, secrets, kms, lambda, step functions', () =>
    startServices({
      services: {
        sqs: queueService(queues, authorizer),
        s3: bucketService(buckets, authorizer, corsRulesOf(resources)),
        secretsmanager: secretService(secrets, authorizer),
        kms: keyService(resources, masterKey, authorizer),
        // Both are signed for by the same name.
        lambda: (request) => (isAboutMachines(request) ? machines.service(request) : functions(request)),
        ses: mailService(outbox, authorizer),
        states: stepFunctionsService(stepFunctions, authorizer),
      },
      onCall: (service, operation) => tally.add(service, operation),
      log: (text) => log.write('services', text),
    }),
  );
  closing.defer(() => services.stop());
  closing.defer(() => machines.stop());
  closing.defer(() => lambda.stop());
  closing.defer(() => events.stop());
  closing.defer(() => stepFunctions.stop());
  return { environmentOf, lambda, servicesUrl: services.url, stepFunctions, tally };
}
