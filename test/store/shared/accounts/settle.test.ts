import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountItem, settleAccount } from '../../../../shared/accounts/index.ts';
import { newUserId } from '../../../../shared/core/ids.ts';
import { authenticated } from '../../../../shared/core/scope.ts';
import { accountKeys, getItem, putItem, SCHEMA_VERSION, userKeys } from '../../../../shared/store/index.ts';
import { type HeldWrites, startHeldWrites } from '../../../support/held-writes.ts';
import { startTestTable } from '../../../support/table.ts';

/* Requirements: ID5. */

const notYetMoved = 'attribute_not_exists(#pk)';

let table: Awaited<ReturnType<typeof startTestTable>>;
let held: HeldWrites;
beforeAll(async () => {
  table = await startTestTable();
  held = await startHeldWrites(table.url);
});
afterAll(async () => {
  await held.stop();
  await table.stop();
});

test('R6: an account that was moved and changed meanwhile is not overwritten by what the profile said', async () => {
  const user = authenticated({ userId: newUserId() });
  await putItem({ ...userKeys.profile(user), v: SCHEMA_VERSION, roles: ['user', 'admin'], tier: 'pro' });
  const changed = { roles: ['user' as const], tier: 'free' };
  const late = await held.race(
    notYetMoved,
    () => settleAccount(user),
    () => putItem(accountItem(user, changed)),
  );
  expect(late).toMatchObject({ result: { status: 'fulfilled', value: changed }, refused: [notYetMoved] });
  expect(await getItem(accountKeys.account(user))).toMatchObject(changed);
});

test('R6: nobody has no account, and gets none', async () => {
  const user = authenticated({ userId: newUserId() });
  expect(await settleAccount(user)).toBeUndefined();
  expect(await getItem(accountKeys.account(user))).toBeUndefined();
});
