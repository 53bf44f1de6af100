import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accountItem, listAdministrators, NEW_ACCOUNT } from '../../../shared/accounts/index.ts';
import { type AccountChange, changeAccount } from '../../../shared/administration/index.ts';
import { newUserId } from '../../../shared/core/ids.ts';
import { authenticated, type UserScope } from '../../../shared/core/scope.ts';
import {
  accountKeys,
  deleteItem,
  getItem,
  type Item,
  pointerKeys,
  putItem,
  queryPage,
  ranges,
} from '../../../shared/store/index.ts';
import { type HeldWrites, startHeldWrites } from '../../support/held-writes.ts';
import { startTestTable } from '../../support/table.ts';

/* Requirements: ID12. */

let table: Awaited<ReturnType<typeof startTestTable>>;
let held: HeldWrites;
let people: UserScope[];
beforeAll(async () => {
  table = await startTestTable();
  held = await startHeldWrites(table.url);
});
afterAll(async () => {
  await held.stop();
  await table.stop();
});

const by = { origin: { userAgent: 'test' } };
const give: AccountChange = { roles: ['user', 'admin'] };
const take: AccountChange = { roles: ['user'] };
const lock: AccountChange = { locked: true };
const change = (user: UserScope, wanted: AccountChange) => changeAccount(user, wanted, by);

beforeEach(async () => {
  await deleteItem(pointerKeys.administrators());
  people = Array.from({ length: 3 }, () => authenticated({ userId: newUserId() }));
  for (const user of people) await putItem(accountItem(user, NEW_ACCOUNT));
});

/** Who can act, by what their accounts say. */
const ableByAccount = async (): Promise<string[]> => {
  const items = await Promise.all(people.map((user) => getItem(accountKeys.account(user))));
  const able = (item: Item | undefined) => JSON.stringify(item?.roles).includes('admin') && item?.locked !== true;
  return people.filter((_, index) => able(items[index])).map(({ userId }) => userId);
};
const entriesOf = async (user: UserScope): Promise<Item[]> =>
  (await queryPage({ ...ranges.audit(user), limit: 100 })).items;

describe('the last administrator', () => {
  test.each([
    ['lose the role', take],
    ['be locked', lock],
  ])('cannot %s, and nothing is written', async (_, wanted) => {
    const [alice] = people as [UserScope];
    await change(alice, give);
    const before = await entriesOf(alice);
    await expect(change(alice, wanted)).rejects.toMatchObject({ status: 409 });
    expect(await ableByAccount()).toEqual([alice.userId]);
    expect(await entriesOf(alice)).toEqual(before);
  });

  test('is not replaced by one who is locked', async () => {
    const [alice, bob] = people as [UserScope, UserScope];
    await change(alice, give);
    await change(bob, give);
    await change(bob, lock);
    await expect(change(alice, take)).rejects.toMatchObject({ status: 409 });
    await change(bob, { locked: false });
    await change(alice, take);
    expect(await ableByAccount()).toEqual([bob.userId]);
  });

  test('of two who are removed at once one stays', async () => {
    const [alice, bob] = people as [UserScope, UserScope];
    await change(alice, give);
    await change(bob, give);
    const { result } = await held.race(
      'contains(#active',
      () => change(alice, take),
      () => change(bob, take),
    );
    expect(result).toMatchObject({ status: 'rejected', reason: { status: 409 } });
    expect(await ableByAccount()).toEqual([alice.userId]);
  });

  test('whatever is changed at the same time, somebody can act, and the list says what the accounts say', async () => {
    const someChange = fc.record({
      who: fc.nat(2),
      wanted: fc.constantFrom<AccountChange>(give, take, lock, { locked: false }, { ...take, locked: true }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(someChange, { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
        async (rounds) => {
          await change(people[0]!, { ...give, locked: false });
          for (const round of rounds) {
            await Promise.allSettled(round.map(({ who, wanted }) => change(people[who]!, wanted)));
            const { active } = await listAdministrators();
            expect(active.length).toBeGreaterThan(0);
            expect(active).toEqual((await ableByAccount()).toSorted());
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('a change of an account', () => {
  test('that was overtaken by another is made on top of it', async () => {
    const [alice] = people as [UserScope];
    await change(alice, { tier: 'pro' });
    const { result, refused } = await held.race(
      '#revision = :revision',
      () => change(alice, lock),
      () => change(alice, { tier: 'free' }),
    );
    expect(refused).toEqual(['#revision = :revision']);
    expect(result).toMatchObject({ status: 'fulfilled', value: { tier: 'free', locked: true } });
    expect(await getItem(accountKeys.account(alice))).toMatchObject({ tier: 'free', locked: true, revision: 3 });
  });

  test('whose reply is lost is made once, with one entry in the trail', async () => {
    const [alice] = people as [UserScope];
    await held.loseReply('attribute_not_exists(#revision)', () => change(alice, give));
    expect(await getItem(accountKeys.account(alice))).toMatchObject({ roles: ['user', 'admin'], revision: 1 });
    expect(await entriesOf(alice)).toHaveLength(1);
    expect((await listAdministrators()).active).toEqual([alice.userId]);
  });
});
