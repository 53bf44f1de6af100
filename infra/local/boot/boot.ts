import { type Gateway, startGateway } from '../services/api-gateway/server.ts';
import { type LocalDynamoDb, startDynamoDb } from '../services/dynamodb/server.ts';
import { Schedules } from '../services/eventbridge/schedules.ts';
import { Authorizer } from '../services/iam/authorizer.ts';
import { InvokePermissions } from '../services/iam/permissions.ts';
import type { Principal } from '../services/iam/principal.ts';
import { operatorPrincipal, rolesOf } from '../services/iam/roles.ts';
import { definitionOf, type FunctionDefinition } from '../services/lambda/definition.ts';
import { eventSettings } from '../services/lambda/event-settings.ts';
import { AsynchronousEvents } from '../services/lambda/events.ts';
import { LocalLambda } from '../services/lambda/local-lambda.ts';
import { lambdaService } from '../services/lambda/service.ts';
import { startServices } from '../services/protocol/server.ts';
import { openBuckets } from '../services/s3/buckets.ts';
import { bucketService } from '../services/s3/service.ts';
import { MasterKey } from '../services/secrets/key-file.ts';
import { keyService } from '../services/secrets/keys.ts';
import { rotateFresh } from '../services/secrets/rotation.ts';
import { Secrets } from '../services/secrets/secrets.ts';
import { secretService } from '../services/secrets/service.ts';
import { eventSourcesOf } from '../services/sqs/event-sources.ts';
import { Queues } from '../services/sqs/queues.ts';
import { queueService } from '../services/sqs/service.ts';
import { functionCalls } from '../services/step-functions/function-calls.ts';
import { stepFunctionsService } from '../services/step-functions/service.ts';
import { StepFunctions } from '../services/step-functions/step-functions.ts';
import { localiser } from '../template/addresses.ts';
import { assemble } from '../template/assembly.ts';
import { resolveDynamicReferences } from '../template/dynamic-references.ts';
import type { CloudOptions, Step } from './cloud-options.ts';
import { BootRefused, DataFolder } from './data-folder.ts';
import { endLeases } from './ended-leases.ts';
import { type Endpoints, functionEnvironment } from './function-environment.ts';
import { FunctionLog } from './function-log.ts';
import { startStandIns } from './stand-ins.ts';
import { tablesOf } from './tables.ts';
import { CallTally } from './tally.ts';

/** Everything that runs once a template is up. */
export type Parts = {
  dynamodb: LocalDynamoDb;
  endpoints: Endpoints;
  environmentOf: (definition: FunctionDefinition) => Record<string, string>;
  gateway: Gateway;
  lambda: LocalLambda;
  log: FunctionLog;
  operator: Principal;
  outputs: Record<string, Record<string, string>>;
  queues: Queues;
  schedules: Schedules;
  secrets: Secrets;
  stepFunctions: StepFunctions;
  steps: Step[];
  tally: CallTally;
};

/**
 * Brings up everything a template describes. What was started is in `closing`, to be undone in the opposite order,
 * also when something later fails.
 */
export async function bring(options: CloudOptions, closing: AsyncDisposableStack): Promise<Parts> {
  const { app, data = 'memory', port = 0, faults, threads, onProgress = () => undefined } = options;
  const steps: Step[] = [];
  const timed = async <T>(name: string, start: () => T | Promise<T>): Promise<T> => {
    const begun = performance.now();
    const started = await start();
    const step = { name, ms: Math.round(performance.now() - begun) };
    steps.push(step);
    onProgress(step);
    return started;
  };

  const { resources, outputs } = await timed('template', () => assemble(app.templates));
  const roles = rolesOf(resources);
  const operator = operatorPrincipal();
  const principals = [...roles, operator];
  const authorizer = new Authorizer(principals);
  const permissions = new InvokePermissions(resources);
  const principalOf = (roleArn: string): Principal => {
    const principal = roles.find((role) => role.roleArn === roleArn);
    if (!principal) throw new Error(`no role ${roleArn} in the template`);
    return principal;
  };
  const definitions = resources
    .filter((one) => one.type === 'AWS::Lambda::Function')
    .map((resource) => definitionOf(resource, app.assets));

  const folder = data === 'memory' ? undefined : new DataFolder(data);
  closing.defer(() => folder?.release());
  const log = new FunctionLog(folder?.within('functions.log'), options.log);
  closing.defer(() => log.close());

  const starting = [
    timed('dynamodb', async () => {
      const tables = tablesOf(resources);
      return closing.adopt(await startDynamoDb({ folder: folder?.within('dynamodb'), principals, tables }), stopIt);
    }),
    timed('s3', () => openBuckets(resources, folder?.within('objects'))),
    timed('model, vectors', async () =>
      closing.adopt(await startStandIns(resources, options.secrets ?? {}, folder?.path), stopIt),
    ),
  ] as const;
  // When one fails, the others must be up before all that is up can be ended.
  await Promise.allSettled(starting);
  const [dynamodb, buckets, standIns] = await Promise.all(starting);
  if (folder?.hadEarlierLife) {
    await timed('work taken up again', () => endLeases({ url: dynamodb.url, operator, tables: tablesOf(resources) }));
  }

  const vault = folder ? MasterKey.open(folder.path) : new MasterKey();
  const overrides = { ...options.secrets, ...standIns.secrets };
  const secrets = new Secrets({ resources, vault, folder: folder?.path, overrides });
  const queues = new Queues(resources);
  closing.defer(() => queues.close());
  if (faults?.onSend) queues.onSend = faults.onSend;

  const tally = new CallTally();
  const environmentOf = (definition: FunctionDefinition) => {
    const { environment: extra = {} } = options;
    return functionEnvironment({
      definition,
      principal: principalOf(definition.roleArn),
      endpoints,
      localise,
      extra: typeof extra === 'function' ? extra(definition.logicalId) : extra,
    });
  };
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

  const services = await timed('sqs, secrets, kms, lambda, step functions', () =>
    startServices({
      services: {
        sqs: queueService(queues, authorizer),
        s3: bucketService(buckets, authorizer),
        secretsmanager: secretService(secrets, authorizer),
        kms: keyService(resources, vault, authorizer),
        lambda: lambdaService(lambda, events, authorizer),
        states: stepFunctionsService(stepFunctions, authorizer),
      },
      onCall: (service, operation) => tally.add(service, operation),
      log: (text) => log.write('services', text),
    }),
  );
  closing.defer(() => services.stop());
  closing.defer(() => lambda.stop());
  closing.defer(() => events.stop());
  closing.defer(() => stepFunctions.stop());

  const gateway = await timed('gateway', () =>
    startGateway({ resources, invoker: lambda, authorizer, port, log: (line) => log.write('gateway', `${line}\n`) }),
  ).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new BootRefused(`Port ${port} is taken; choose another with PORT.`, { cause: error });
  });
  closing.defer(() => gateway.stop());

  const endpoints = { dynamodb: dynamodb.url, services: services.url, management: gateway.managementUrl };
  const { url: restUrl, socketUrl, managementUrl } = gateway;
  const toLocal = localiser(resources, { restUrl, socketUrl, managementUrl, servicesUrl: services.url });
  const localise = (text: string) =>
    resolveDynamicReferences(toLocal(text), (id, key, stage) => secrets.valueOf(id, key, stage));

  await timed('secrets rotated', () => rotateFresh({ resources, secrets, invoker: lambda, permissions }));
  const sources = eventSourcesOf({ resources, queues, lambda, authorizer, principalOf, log: log.write });
  closing.defer(() => {
    for (const source of sources) source.stop();
  });
  for (const source of sources) source.start();
  const schedules = new Schedules({ resources, invoker: lambda, permissions, log: log.write });
  closing.defer(() => schedules.stop());
  if (options.schedules ?? true) await timed('schedules', () => schedules.start());
  return {
    dynamodb,
    endpoints,
    environmentOf,
    gateway,
    lambda,
    log,
    operator,
    outputs: Object.fromEntries(Object.entries(outputs).map(([stack, values]) => [stack, mapValues(values, toLocal)])),
    queues,
    schedules,
    secrets,
    stepFunctions,
    steps,
    tally,
  };
}

const stopIt = (part: { stop(): Promise<void> }): Promise<void> => part.stop();

function mapValues(values: Record<string, string>, change: (value: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
