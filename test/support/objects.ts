import { Authorizer } from '../../infra/local/services/iam/authorizer.ts';
import { startServices } from '../../infra/local/services/protocol/server.ts';
import type { Service } from '../../infra/local/services/protocol/service.ts';
import { MemoryObjects } from '../../infra/local/services/s3/object-store.ts';
import { bucketService } from '../../infra/local/services/s3/service.ts';
import { ENV } from '../../shared/core/environment.ts';
import { say } from './reporting/say.ts';

const BUCKET = 'artel-test';

export type TestObjects = {
  keys(): string[];
  /** How much lies there of a user. */
  bytes(userId: string): number;
  /** How much has been given out since the start. */
  bytesRead(): number;
  /** How often an object was read since the start. */
  reads(): number;
  overwrite(key: string, body: Buffer): Promise<unknown>;
  /** All that lies there, to be put back by `restore`, which removes everything else. */
  copy(): Promise<ReadonlyMap<string, Buffer>>;
  restore(copied: ReadonlyMap<string, Buffer>): Promise<void>;
  stop(): Promise<void>;
};

/** A bucket for this process, in memory, whose operator may do everything. */
export const startTestObjects = async (): Promise<TestObjects> => {
  const store = new MemoryObjects();
  let bytesRead = 0;
  let reads = 0;
  const operator = {
    accessKeyId: 'AKIDOPERATOR',
    secretAccessKey: 'operator',
    roleName: 'operator',
    roleArn: 'arn:aws:iam::000000000000:role/operator',
    statements: [{ effect: 'Allow' as const, actions: ['*'], resources: ['*'] }],
  };
  const bucket = bucketService(new Map([[BUCKET, store]]), new Authorizer([operator]));
  const s3: Service = async (request) => {
    const reply = await bucket(request);
    if (reply.operation === 'GetObject') {
      bytesRead += Buffer.byteLength(reply.body ?? '');
      reads += 1;
    }
    return reply;
  };
  const services = await startServices({
    services: { s3 },
    onCall: () => undefined,
    log: say,
  });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: services.url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: operator.accessKeyId,
    AWS_SECRET_ACCESS_KEY: operator.secretAccessKey,
    [ENV.bucket]: BUCKET,
  });
  const heads = () => store.list();
  return {
    keys: () => heads().map(({ key }) => key),
    bytes: (userId) => {
      const theirs = heads().filter(({ key }) => key.startsWith(`u/${userId}/`));
      return theirs.reduce((sum, { size }) => sum + size, 0);
    },
    bytesRead: () => bytesRead,
    reads: () => reads,
    overwrite: (key, body) => store.write(key, body, {}),
    copy: async () => new Map(await Promise.all(heads().map(async ({ key }) => [key, await store.read(key)] as const))),
    restore: async (copied) => {
      for (const { key } of heads()) await store.remove(key);
      for (const [key, body] of copied) await store.write(key, body, {});
    },
    stop: () => services.stop(),
  };
};
