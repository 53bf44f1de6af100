import { Authorizer } from '../../infra/local/services/iam/authorizer.ts';
import { startServices } from '../../infra/local/services/protocol/server.ts';
import { MasterKey } from '../../infra/local/services/secrets/key-file.ts';
import { keyService } from '../../infra/local/services/secrets/keys.ts';
import { attributeOf } from '../../infra/local/template/identity.ts';
import { ENV } from '../../shared/core/environment.ts';
import { say } from './reporting/say.ts';

/** A KMS with the key for users' secrets, for this process. Needs the table's environment. */
export const startTestDataKey = async (): Promise<{ stop(): Promise<void> }> => {
  const key = { logicalId: 'Key', stack: 'test', type: 'AWS::KMS::Key', properties: {} };
  const operator = {
    accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? '',
    roleName: 'operator',
    roleArn: 'arn:aws:iam::000000000000:role/operator',
    statements: [{ effect: 'Allow' as const, actions: ['*'], resources: ['*'] }],
  };
  const services = await startServices({
    services: { kms: keyService([key], new MasterKey(), new Authorizer([operator])) },
    onCall: () => undefined,
    log: say,
  });
  process.env.AWS_ENDPOINT_URL_KMS = services.url;
  process.env[ENV.dataKey] = attributeOf(key, 'Arn');
  return services;
};
