import { grantAdministrator } from '../../shared/administration/index.ts';
import { ENV } from '../../shared/core/environment.ts';
import { actLocally } from '../doctor/act-locally.ts';

/** A local cloud that runs in this process. */
type Cloud = {
  endpoints: { dynamodb: string };
  credentials: { accessKeyId: string; secretAccessKey: string };
  environmentOf(name: string): Record<string, string>;
};

/** Makes an administrator of a local cloud's user, as `npm run admin` does in a deployment. */
export const grantOnCloud = async (cloud: Cloud, email: string): Promise<void> => {
  const { endpoints, credentials } = cloud;
  actLocally({ url: endpoints.dynamodb, credentials });
  for (const name of [ENV.table, ENV.auditRetention]) process.env[name] = cloud.environmentOf('my')[name];
  await grantAdministrator(email, { origin: { userAgent: 'npm start' } });
};
