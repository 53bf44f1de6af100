import { keyOperations } from '../../functions/account/keys.ts';
import { profileOperations } from '../../functions/account/profile.ts';
import { authOperations } from '../../functions/auth/operations.ts';
import { restHandler } from '../../functions/middleware/rest-handler.ts';
import { projectOperations } from '../../functions/projects/projects.ts';
import type { LocalDynamoDb } from '../../infra/local/services/dynamodb/server.ts';
import { putItem, type StoredItem } from '../../shared/store/index.ts';
import { PASSWORD as NEWCOMERS_PASSWORD, newcomer } from './newcomer.ts';
import { type Answer, caller } from './rest.ts';
import { startTestSigningKeys, type TestSigningKeys } from './signing-keys.ts';
import { startTestTable } from './table.ts';

export { NEWCOMERS_PASSWORD };

export const PASSWORD = 'correct horse battery';

/** Everything a user's identity touches, served in this process on a table and signing keys of its own. */
export const call = caller(
  restHandler([...authOperations, ...profileOperations, ...keyOperations, ...projectOperations]),
);

export const startIdentity = async (): Promise<{
  keys: TestSigningKeys;
  table: LocalDynamoDb;
  stop(): Promise<void>;
}> => {
  const table = await startTestTable();
  const keys = await startTestSigningKeys();
  return {
    keys,
    table,
    stop: async () => {
      await keys.stop();
      await table.stop();
    },
  };
};

export const emailOf = (name: string): string => `${name}@example.org`;

export const login = (name: string, password = PASSWORD, sourceIp?: string): Promise<Answer> =>
  call('POST', '/auth/login', { body: { email: emailOf(name), password }, sourceIp });

export const registered = async (name: string): Promise<Answer> =>
  call('POST', '/auth/register', { body: { email: emailOf(name), password: PASSWORD } });

/** The same without the work of a hash at full cost, neither now nor when they sign in, with `NEWCOMERS_PASSWORD`. */
export const arrived = async (name: string): Promise<void> => {
  for (const item of newcomer(emailOf(name), name)) await putItem(item as StoredItem);
};

/** A new user who has just signed in. */
export const signedIn = async (name: string): Promise<{ token: string; id: string; session: Answer }> => {
  await registered(name);
  const session = await login(name);
  return { token: session.body.access_token, id: session.body.user.id, session };
};
