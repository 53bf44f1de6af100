import { Authorizer } from '../../infra/local/services/iam/authorizer.ts';
import { startServices } from '../../infra/local/services/protocol/server.ts';
import { MemoryObjects } from '../../infra/local/services/s3/object-store.ts';
import { bucketService } from '../../infra/local/services/s3/service.ts';
import { ENV } from '../../shared/core/environment.ts';
import { say } from './reporting/say.ts';

const BUCKET = 'artel-test';

/** A bucket for this process, in memory, whose operator may do everything. */
export const startTestObjects = async (): Promise<{ keys(): string[]; stop(): Promise<void> }> => {
  const store = new MemoryObjects();
  const operator = {
    accessKeyId: 'AKIDOPERATOR',
    secretAccessKey: 'operator',
    roleName: 'operator',
    roleArn: 'arn:aws:iam::000000000000:role/operator',
    statements: [{ effect: 'Allow' as const, actions: ['*'], resources: ['*'] }],
  };
  const services = await startServices({
    services: { s3: bucketService(new Map([[BUCKET, store]]), new Authorizer([operator])) },
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
  return { keys: () => store.list().map(({ key }) => key), stop: () => services.stop() };
};
