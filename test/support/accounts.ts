import { beforeAll } from 'vitest';
import { accountItem, NEW_ACCOUNT } from '../../shared/accounts/index.ts';
import type { UserScope } from '../../shared/core/scope.ts';
import { putItem } from '../../shared/store/index.ts';

/** The users of a test file have accounts, as everybody has whose token is believed. Called after its table. */
export const withAccounts = (...users: UserScope[]): void => {
  beforeAll(async () => {
    for (const user of users) await putItem(accountItem(user, NEW_ACCOUNT));
  });
};
