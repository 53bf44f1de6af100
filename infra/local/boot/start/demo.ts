import { ENV } from '../../../../shared/core/environment.ts';
import type { LocalAccess } from '../../../admin/on-cloud.ts';
import type { LocalCloud } from '../cloud.ts';
import { madeApart } from './apart.ts';
import type { DemoUser } from './demo-user.ts';

/** What the thread is told: where the system is, its data folder, and how to get at its table. */
export type DemoData = { url: string; folder: string | undefined; access: LocalAccess };

/** The demo user, who may administer: there is somebody from the first moment on. Made with the code of functions and `fetch`. */
export const demoAdministrator = (cloud: LocalCloud, folder: string | undefined): Promise<DemoUser> => {
  const { endpoints, credentials, url } = cloud;
  const known = cloud.environmentOf('auth');
  const environment = Object.fromEntries([ENV.table, ENV.auditRetention].map((name) => [name, known[name] ?? '']));
  const data: DemoData = { url, folder, access: { url: endpoints.dynamodb, credentials, environment } };
  return madeApart(new URL('./demo-thread.ts', import.meta.url), data, 'demo');
};
