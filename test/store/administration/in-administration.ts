import { afterAll, beforeAll } from 'vitest';
import { keyOperations } from '../../../functions/account/keys.ts';
import { profileOperations } from '../../../functions/account/profile.ts';
import { adminOperations } from '../../../functions/admin/operations.ts';
import { authOperations } from '../../../functions/auth/operations.ts';
import { restHandler } from '../../../functions/middleware/rest-handler.ts';
import { projectOperations } from '../../../functions/projects/projects.ts';
import { grantAdministrator } from '../../../shared/administration/index.ts';
import { type AuditEntry, listAudit } from '../../../shared/audit/index.ts';
import { authenticated } from '../../../shared/core/scope.ts';
import { arrived, emailOf, login, NEWCOMERS_PASSWORD, startIdentity } from '../../support/identity.ts';
import { type Answer, type Call, caller } from '../../support/rest.ts';
import { type SocketEndpoints, startSocketEndpoints } from '../../support/socket-endpoints.ts';

export type Someone = { name: string; email: string; id: string; token: string; session: Answer };

export const call = caller(
  restHandler([...adminOperations, ...authOperations, ...keyOperations, ...profileOperations, ...projectOperations]),
);

export const signIn = (name: string): Promise<Answer> => login(name, NEWCOMERS_PASSWORD);

/** Somebody who has registered and signed in. */
export const newcomer = async (name: string): Promise<Someone> => {
  await arrived(name);
  const session = await signIn(name);
  const { access_token: token, user } = session.body;
  return { name, email: emailOf(name), id: user.id, token, session };
};

/** Entries of somebody's audit trail as `action target`, the newest first. */
export const trailOf = async ({ id }: Someone, limit = 20): Promise<string[]> => {
  const { items } = await listAudit(authenticated({ userId: id }), { limit, now: Date.now() });
  return items.map(({ action, target = '' }: AuditEntry) => `${action} ${target}`.trim());
};

/** Identity and administration served in this process, with one administrator, whom the operator made. */
export const inAdministration = () => {
  const here = {} as {
    root: Someone;
    sockets: SocketEndpoints;
    asRoot(method: string, path: string, more?: Call): Promise<Answer>;
  };
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const identity = await startIdentity();
    here.sockets = await startSocketEndpoints();
    stop = async () => {
      await here.sockets.stop();
      await identity.stop();
    };
    here.root = await newcomer('root');
    await grantAdministrator(here.root.email, { origin: { userAgent: 'npm run admin' } });
    here.asRoot = (method, path, more = {}) => call(method, path, { token: here.root.token, ...more });
  });
  afterAll(() => stop());
  return here;
};
