import { afterAll, beforeAll, beforeEach } from 'vitest';
import { keyOperations } from '../../functions/account/keys.ts';
import { profileOperations } from '../../functions/account/profile.ts';
import { invitationOperations } from '../../functions/admin/invitations.ts';
import { authOperations } from '../../functions/auth/operations.ts';
import { restHandler } from '../../functions/middleware/rest-handler.ts';
import type { LocalDynamoDb } from '../../infra/local/services/dynamodb/server.ts';
import { accountItem } from '../../shared/accounts/index.ts';
import { ENV } from '../../shared/core/environment.ts';
import { authenticated } from '../../shared/core/scope.ts';
import { putItem } from '../../shared/store/index.ts';
import { arrived, emailOf, NEWCOMERS_PASSWORD, startIdentity } from './identity.ts';
import { type Mailbox, startMailbox } from './mailbox.ts';
import { type Answer, caller, cookieFrom } from './rest.ts';

export const call = caller(
  restHandler([...authOperations, ...profileOperations, ...keyOperations, ...invitationOperations]),
);

export type SignedIn = { name: string; id: string; token: string; cookie: string };
export type InAccounts = { mailbox: Mailbox; table: LocalDynamoDb };

/** Where a deployment says how people register. */
export const deployedWith = (settings: { registration?: string; confirmEmail?: boolean }): void => {
  process.env[ENV.registration] = settings.registration ?? 'open';
  process.env[ENV.confirmEmail] = String(settings.confirmEmail ?? false);
};

/** Everything about accounts, served in this process, with a box that takes the mails. */
export const inAccounts = (): InAccounts => {
  const here = {} as InAccounts;
  let identity: Awaited<ReturnType<typeof startIdentity>>;
  beforeAll(async () => {
    identity = await startIdentity();
    here.table = identity.table;
    here.mailbox = await startMailbox();
  });
  beforeEach(() => deployedWith({}));
  afterAll(async () => {
    await here.mailbox?.stop();
    await identity?.stop();
  });
  return here;
};

let networks = 0;
/** Nobody's limits are anybody else's. */
export const someNetwork = (): string => {
  networks += 1;
  return `10.${networks >> 16}.${(networks >> 8) & 255}.${networks & 255}`;
};

export const login = (name: string, password = NEWCOMERS_PASSWORD, headers: Record<string, string> = {}) =>
  call('POST', '/auth/login', { body: { email: emailOf(name), password }, headers, sourceIp: someNetwork() });

export const signInAs = async (
  name: string,
  password?: string,
  headers?: Record<string, string>,
): Promise<SignedIn> => {
  const answer = await login(name, password, headers);
  if (answer.status !== 200) throw new Error(`${name} cannot sign in: ${answer.text}`);
  return { name, id: answer.body.user.id, token: answer.body.access_token, cookie: cookieFrom(answer) };
};

/** A new user who is signed in. */
export const newcomerAs = async (name: string): Promise<SignedIn> => {
  await arrived(name);
  return await signInAs(name);
};

export const administratorAs = async (name: string): Promise<SignedIn> => {
  const { id } = await newcomerAs(name);
  await putItem(accountItem(authenticated({ userId: id }), { roles: ['user', 'admin'], tier: 'standard' }));
  return await signInAs(name);
};

export const isSignedIn = async ({ token }: SignedIn): Promise<boolean> =>
  (await call('GET', '/my', { token })).status === 200;

export const refreshes = async ({ cookie }: SignedIn): Promise<boolean> =>
  (await call('POST', '/auth/refresh', { cookie })).status === 200;

export const statuses = (answers: Answer[]): number[] => answers.map(({ status }) => status).sort();

/** The actions in somebody's audit trail, the oldest first. */
export const auditOf = async ({ token }: SignedIn): Promise<string[]> => {
  const { body } = await call('GET', '/my/audit', { token });
  return (body.items as { action: string }[]).map(({ action }) => action).reverse();
};
