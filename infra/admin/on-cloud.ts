import { grantAdministrator } from '../../shared/administration/index.ts';
import { actLocally } from '../doctor/act-locally.ts';

/** How to get at the table of a local cloud, and the variables of functions that say where it is. */
export type LocalAccess = {
  url: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  environment: Record<string, string>;
};

/** Makes an administrator of a local cloud's user, as `npm run admin` does in a deployment; for a thread of its own. */
export const grantOnCloud = async ({ environment, ...store }: LocalAccess, email: string): Promise<void> => {
  actLocally(store);
  Object.assign(process.env, environment);
  await grantAdministrator(email, { origin: { userAgent: 'npm start' } });
};
