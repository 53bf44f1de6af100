import { type Gateway, startGateway } from '../services/api-gateway/server.ts';
import { Schedules } from '../services/eventbridge/schedules.ts';
import type { Principal } from '../services/iam/principal.ts';
import { rotateFresh } from '../services/secrets/rotation.ts';
import { eventSourcesOf } from '../services/sqs/event-sources.ts';
import { localiser } from '../template/addresses.ts';
import { resolveDynamicReferences } from '../template/dynamic-references.ts';
import { LocalAddresses } from './addresses.ts';
import { type Blueprint, readBlueprint } from './blueprint.ts';
import type { CloudOptions, Step } from './cloud-options.ts';
import { bootCompute, type Compute } from './compute.ts';
import { BootRefused } from './data-folder.ts';
import type { Endpoints } from './function-environment.ts';
import { Progress } from './progress.ts';
import { bootStorage, type Storage } from './storage.ts';

/** Everything that runs once a template is up. */
export type Parts = Pick<Storage, 'dynamodb' | 'log' | 'outbox' | 'queues' | 'secrets'> &
  Omit<Compute, 'servicesUrl'> & {
    endpoints: Endpoints;
    gateway: Gateway;
    operator: Principal;
    outputs: Record<string, Record<string, string>>;
    schedules: Schedules;
    steps: Step[];
  };

/**
 * Boots everything a template describes: what holds data, what computes, the way in from outside, and last what starts work
 * by itself. What was started is in `closing`, to be undone in the opposite order, also when something later fails.
 */
export async function bootParts(options: CloudOptions, closing: AsyncDisposableStack): Promise<Parts> {
  const progress = new Progress(options.onProgress);
  const blueprint = await progress.timed('template', () => readBlueprint(options.app));
  const addresses = new LocalAddresses();
  const storage = await bootStorage(blueprint, options, { progress, closing });
  const compute = await bootCompute({ blueprint, storage, addresses }, options, { progress, closing });
  const { resources, operator, outputs } = blueprint;
  const { dynamodb, secrets, queues, log, outbox } = storage;
  const { servicesUrl, ...computing } = compute;

  const gateway = await progress.timed('gateway', () => openGateway(blueprint, storage, compute, options));
  closing.defer(() => gateway.stop());
  const { url: restUrl, besideUrls, socketUrl, managementUrl } = gateway;
  const endpoints = { dynamodb: dynamodb.url, services: servicesUrl, management: managementUrl };
  const toLocal = localiser(resources, { restUrl, besideUrls, socketUrl, managementUrl, servicesUrl });
  const localise = (text: string) =>
    resolveDynamicReferences(toLocal(text), (id, key, stage) => secrets.valueOf(id, key, stage));
  addresses.set({ endpoints, localise });

  const schedules = await startWork({
    blueprint,
    storage,
    compute,
    progress,
    closing,
    runs: options.schedules ?? true,
  });
  return {
    ...computing,
    dynamodb,
    endpoints,
    gateway,
    log,
    operator,
    outbox,
    outputs: Object.fromEntries(Object.entries(outputs).map(([stack, values]) => [stack, mapValues(values, toLocal)])),
    queues,
    schedules,
    secrets,
    steps: progress.steps,
  };
}

/** The beginning of the logical id of the API that previews are shown at: on a port, so at an origin, of its own. */
const PREVIEWS = 'Previews';

const openGateway = (
  { resources, authorizer }: Blueprint,
  { log }: Storage,
  { lambda }: Compute,
  { port = 0, previewPort = 0 }: Pick<CloudOptions, 'port' | 'previewPort'>,
): Promise<Gateway> =>
  startGateway({
    resources,
    invoker: lambda,
    authorizer,
    port,
    ports: { [PREVIEWS]: previewPort },
    log: (line) => log.write('gateway', `${line}\n`),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    const taken = (error as NodeJS.ErrnoException & { port?: number }).port;
    const variable = taken === previewPort ? 'PREVIEW_PORT' : 'PORT';
    throw new BootRefused(`Port ${taken} is taken; choose another with ${variable}.`, { cause: error });
  });

type Working = {
  blueprint: Blueprint;
  storage: Storage;
  compute: Compute;
  progress: Progress;
  closing: AsyncDisposableStack;
  /** Whether schedules run by the clock. */
  runs: boolean;
};

/** Rotates secrets that have no value yet, then lets queues and schedules invoke functions. */
async function startWork({ blueprint, storage, compute, progress, closing, runs }: Working): Promise<Schedules> {
  const { resources, permissions, authorizer, principalOf } = blueprint;
  const { secrets, queues, log } = storage;
  const { lambda } = compute;
  await progress.timed('secrets rotated', () => rotateFresh({ resources, secrets, invoker: lambda, permissions }));
  const sources = eventSourcesOf({ resources, queues, lambda, authorizer, principalOf, log: log.write });
  closing.defer(() => {
    for (const source of sources) source.stop();
  });
  for (const source of sources) source.start();
  const schedules = new Schedules({ resources, invoker: lambda, permissions, log: log.write });
  closing.defer(() => schedules.stop());
  if (runs) await progress.timed('schedules', () => schedules.start());
  return schedules;
}

function mapValues(values: Record<string, string>, change: (value: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
