import { grantAdministrator } from '../../shared/administration/index.ts';
import { ENV } from '../../shared/core/environment.ts';
import { ACCOUNT } from '../local/template/account.ts';

/** A local cloud that runs in this process. */
type Cloud = {
  endpoints: { dynamodb: string };
  credentials: { accessKeyId: string; secretAccessKey: string };
  environmentOf(name: string): Record<string, string>;
};

/** Makes an administrator of a local cloud's user, as `npm run admin` does in a deployment. */
export const grantOnCloud = async (cloud: Cloud, email: string): Promise<void> => {
  const { endpoints, credentials } = cloud;
  for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN']) delete process.env[name];
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_REGION: ACCOUNT.region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    [ENV.table]: cloud.environmentOf('my')[ENV.table],
  });
  await grantAdministrator(email, { origin: { userAgent: 'npm start' } });
};
