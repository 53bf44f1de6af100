import { type LocalDynamoDb, startDynamoDb } from '../services/dynamodb/server.ts';
import { openBuckets } from '../services/s3/buckets.ts';
import { MasterKey } from '../services/secrets/key-file.ts';
import { Secrets } from '../services/secrets/secrets.ts';
import { Outbox } from '../services/ses/outbox.ts';
import { Queues } from '../services/sqs/queues.ts';
import type { Blueprint } from './blueprint.ts';
import type { CloudOptions } from './cloud-options.ts';
import { DataFolder } from './data-folder.ts';
import { endLeases } from './ended-leases.ts';
import { FunctionLog } from './function-log.ts';
import type { Progress } from './progress.ts';
import { startStandIns } from './stand-ins.ts';
import { tablesOf } from './tables.ts';

/** Everything that holds data, in the data folder or in memory. */
export type Storage = {
  log: FunctionLog;
  dynamodb: LocalDynamoDb;
  buckets: Awaited<ReturnType<typeof openBuckets>>;
  masterKey: MasterKey;
  secrets: Secrets;
  queues: Queues;
  outbox: Outbox;
};

export async function bootStorage(
  blueprint: Blueprint,
  options: CloudOptions,
  { progress, closing }: { progress: Progress; closing: AsyncDisposableStack },
): Promise<Storage> {
  const { resources, principals, operator } = blueprint;
  const { data = 'memory', faults } = options;
  const folder = data === 'memory' ? undefined : new DataFolder(data);
  closing.defer(() => folder?.release());
  const log = new FunctionLog(folder?.within('functions.log'), { also: options.log });
  closing.defer(() => log.close());

  const tables = tablesOf(resources);
  const starting = [
    progress.timed('dynamodb', async () =>
      closing.adopt(await startDynamoDb({ folder: folder?.within('dynamodb'), principals, tables }), stopPart),
    ),
    progress.timed('s3', () => openBuckets(resources, folder?.within('objects'))),
    progress.timed('model, vectors', async () =>
      closing.adopt(await startStandIns(resources, options.secrets ?? {}, folder?.path), stopPart),
    ),
  ] as const;
  // When one fails, the others must be up before all that is up can be ended.
  await Promise.allSettled(starting);
  const [dynamodb, buckets, standIns] = await Promise.all(starting);
  if (folder?.hadEarlierLife) {
    await progress.timed('work taken up again', () => endLeases({ url: dynamodb.url, operator, tables }));
  }

  const masterKey = folder ? MasterKey.open(folder.path) : new MasterKey();
  const overrides = { ...options.secrets, ...standIns.secrets };
  const secrets = new Secrets({ resources, masterKey, folder: folder?.path, overrides });
  const queues = new Queues(resources);
  closing.defer(() => queues.close());
  if (faults?.onSend) queues.onSend = faults.onSend;
  const outbox = new Outbox(folder?.within('mail'), options.onMail);
  return { log, dynamodb, buckets, masterKey, secrets, queues, outbox };
}

const stopPart = (part: { stop(): Promise<void> }): Promise<void> => part.stop();
