import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountItem, listAdministrators, NEW_ACCOUNT } from '../../../shared/accounts/index.ts';
import { changeAccount, removeTier, storeTier } from '../../../shared/administration/index.ts';
import { recordRefusal } from '../../../shared/audit/index.ts';
import { newUserId } from '../../../shared/core/ids.ts';
import { ALL_PERMISSIONS, authenticated, type UserScope } from '../../../shared/core/scope.ts';
import { createApiKey } from '../../../shared/identity/api-keys.ts';
import { authenticateBearer } from '../../../shared/identity/index.ts';
import { findStoredTier } from '../../../shared/limits/index.ts';
import { accountKeys, getItem, putItem, queryPage, ranges, userKeys } from '../../../shared/store/index.ts';
import { listProviderKeys, openProviderKey, storeProviderKey } from '../../../shared/vault/index.ts';
import { startTestDataKey } from '../../support/data-key.ts';
import { type CallFault, type FaultProxy, startFaultProxy } from '../../support/fault-proxy.ts';
import { smallTier } from '../../support/small-tier.ts';
import { startTestTable } from '../../support/table.ts';

/* Requirements: ID8, ID12, QA3. */

let table: Awaited<ReturnType<typeof startTestTable>>;
let proxy: FaultProxy;
let dataKey: Awaited<ReturnType<typeof startTestDataKey>>;
beforeAll(async () => {
  table = await startTestTable();
  dataKey = await startTestDataKey();
  proxy = await startFaultProxy(['dynamodb'], async () => undefined);
  proxy.lead({ dynamodb: table.url });
  process.env.AWS_ENDPOINT_URL_DYNAMODB = proxy.addressOf('dynamodb');
});
afterAll(async () => {
  await proxy.stop();
  await dataKey.stop();
  await table.stop();
});

const origin = { sourceIp: '', userAgent: 'test', requestId: 'test' };
const trail = async (user: UserScope) => (await queryPage({ ...ranges.audit(user), limit: 100 })).items;

const someone = async (): Promise<UserScope> => {
  const user = authenticated({ userId: newUserId() });
  await putItem(accountItem(user, NEW_ACCOUNT));
  return user;
};

/** Does it while the call of that number, and all that follow, meet a fault; whether it said that it was done. */
const struck = async (from: number, fault: CallFault, act: () => Promise<unknown>): Promise<boolean> => {
  proxy.begin((call) => (call.number >= from ? fault : undefined));
  const [end] = await Promise.allSettled([act()]);
  proxy.begin(() => undefined);
  return end.status === 'fulfilled';
};

const FAULTS = [
  [1, 'refuse'],
  [2, 'refuse'],
  [2, 'lose reply'],
] as const;

describe.each(FAULTS)('from its call %i on, %s', (from, fault) => {
  test('a change of an account is whole or not made, and made once when it is asked for again', async () => {
    const user = await someone();
    const admin = await someone();
    const change = () => changeAccount(user, { roles: ['user', 'admin'], tier: 'pro' }, { admin, origin });
    await struck(from, fault, change);
    const made = (await getItem(accountKeys.account(user)))?.tier === 'pro';
    expect((await listAdministrators()).active.includes(user.userId)).toBe(made);
    expect([(await trail(user)).length, (await trail(admin)).length]).toEqual(made ? [2, 2] : [0, 0]);
    expect(made).toBe(fault === 'lose reply');
    await change();
    expect(await getItem(accountKeys.account(user))).toMatchObject({ tier: 'pro', revision: 1 });
    expect([(await trail(user)).length, (await trail(admin)).length]).toEqual([2, 2]);
  });

  test('a stored tier, and its removal, is whole and in the trail or not made', async () => {
    const admin = await someone();
    const name = `t${newUserId().slice(-8)}`;
    const store = () =>
      storeTier(
        name,
        { ...smallTier, webhooks: 3, unpriced_models: false, own_provider_keys: false, version: 0 },
        { admin, origin },
      );
    await struck(from - 1, fault, store);
    const made = (await findStoredTier(name)) !== undefined;
    expect([made, (await trail(admin)).length]).toEqual(fault === 'lose reply' ? [true, 1] : [false, 0]);
    if (!made) await store();
    const remove = () => removeTier(name, { admin, origin });
    await struck(from + 1, fault, remove);
    // What is half removed is still a tier, and can be removed by asking again.
    if (await findStoredTier(name)) await remove();
    expect([await findStoredTier(name), (await trail(admin)).length]).toEqual([undefined, 2]);
  });

  test('a user’s own key of a provider is stored whole, or as it was before', async () => {
    const user = await someone();
    const store = (value: string) => storeProviderKey(user, { provider: 'openai', value, address: 'here' });
    const standing = async () => Promise.all((await listProviderKeys(user)).map((one) => openProviderKey(user, one)));
    await store('first');
    const done = await struck(from, fault, () => store('second'));
    expect(await standing()).toEqual([fault === 'lose reply' ? 'second' : 'first']);
    if (done) expect(fault).toBe('lose reply');
    await store('second');
    expect(await standing()).toEqual(['second']);
  });

  test('a refused attempt that cannot be recorded says so', async () => {
    const user = await someone();
    const act = () => recordRefusal(user, { target: 'GET /my/runs/{run_id}' }, Date.now());
    expect(await struck(from - 1, fault, act)).toBe(false);
  });
});

test('the use of a key is on the key and in the trail, or in neither', async () => {
  const user = await someone();
  const v = 1;
  const profile = { user_id: user.userId, email: 'a@example.org', default_project_id: 'prj_x', created_at: 'now' };
  await putItem({ ...userKeys.profile(user), v, ...profile });
  const { key, id } = await createApiKey(user, { name: 'ci', permissions: ALL_PERMISSIONS }, { origin });
  const before = (await trail(user)).length;
  // The fifth call, after the pointer to the key, the key, the profile and the account, is the transaction.
  expect(await struck(5, 'refuse', () => authenticateBearer(key))).toBe(false);
  expect((await trail(user)).length).toBe(before);
  expect(await authenticateBearer(key)).toMatchObject({ credential: id });
  expect((await trail(user)).map(({ action }) => action).filter((one) => one === 'api_key_used')).toHaveLength(1);
});
