import { accountItem } from '../../../shared/accounts/index.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import { putItem } from '../../../shared/store/index.ts';
import { startTestDataKey } from '../../support/data-key.ts';
import { startTestTable } from '../../support/table.ts';

/** A local DynamoDB and a key for this process, and a person in them whose budget is wide enough. */
export const startStore = async ({ user }: ProjectScope): Promise<void> => {
  await startTestTable();
  await startTestDataKey();
  await putItem(accountItem(user, { roles: ['user'], tier: 'pro' }));
};
