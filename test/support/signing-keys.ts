import type { Context } from 'aws-lambda';
import { handler } from '../../functions/signing-keys/handler.ts';
import { Authorizer } from '../../infra/local/services/iam/authorizer.ts';
import { startServices } from '../../infra/local/services/protocol/server.ts';
import { MasterKey } from '../../infra/local/services/secrets/key-file.ts';
import { Secrets } from '../../infra/local/services/secrets/secrets.ts';
import { secretService } from '../../infra/local/services/secrets/service.ts';
import { ENV } from '../../shared/core/environment.ts';
import { say } from './reporting/say.ts';

const STEPS = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const;

export type TestSigningKeys = {
  arn: string;
  /** The four steps of a rotation through the real function, or the first ones, each carried out `times` times. */
  rotate(times?: number, steps?: number): Promise<void>;
  text(): string;
  stop(): Promise<void>;
};

/** A Secrets Manager with the signing keys in it, rotated once as at deployment. Needs the table's environment. */
export const startTestSigningKeys = async (): Promise<TestSigningKeys> => {
  const secrets = new Secrets({
    masterKey: new MasterKey(),
    resources: [
      {
        logicalId: 'SigningKeys',
        stack: 'test',
        type: 'AWS::SecretsManager::Secret',
        properties: { Name: 'signing-keys', SecretString: '{"keys":[]}' },
      },
    ],
  });
  const secret = secrets.find('signing-keys');
  if (!secret) throw new Error('the secret was not made');
  const authorizer = new Authorizer([
    {
      accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? '',
      roleName: 'operator',
      roleArn: 'arn:aws:iam::000000000000:role/operator',
      statements: [{ effect: 'Allow', actions: ['*'], resources: ['*'] }],
    },
  ]);
  const services = await startServices({
    services: { secretsmanager: secretService(secrets, authorizer) },
    onCall: () => undefined,
    log: say,
  });
  process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER = services.url;
  process.env[ENV.signingKeysSecret] = secret.arn;
  const rotate = async (times = 1, steps = STEPS.length): Promise<void> => {
    const token = crypto.randomUUID();
    secret.versions.push({ id: token, stages: ['AWSPENDING'], created: 0 });
    for (const Step of STEPS.slice(0, steps)) {
      for (let time = 0; time < times; time += 1) {
        await handler({ Step, SecretId: secret.arn, ClientRequestToken: token }, {
          awsRequestId: token,
        } as Context);
      }
    }
    for (const version of secret.versions) version.stages = version.stages.filter((stage) => stage !== 'AWSPENDING');
  };
  await rotate();
  return {
    arn: secret.arn,
    rotate,
    text: () => secrets.valueOf(secret.arn, '', 'AWSCURRENT'),
    stop: () => services.stop(),
  };
};
