import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { emailHash } from '../../../shared/identity/email.ts';
import { getItem, pointerKeys } from '../../../shared/store/index.ts';
import { emailOf, NEWCOMERS_PASSWORD, PASSWORD } from '../../support/identity.ts';
import {
  auditOf,
  call,
  inAccounts,
  isSignedIn,
  login,
  newcomerAs,
  type SignedIn,
  someNetwork,
  statuses,
} from '../../support/in-accounts.ts';

/* Requirements: ID13. */

const here = inAccounts();

const ask = ({ token }: SignedIn, name: string, password = NEWCOMERS_PASSWORD) =>
  call('POST', '/auth/email', { token, body: { email: emailOf(name), password }, sourceIp: someNetwork() });
const confirm = (token: string) => call('POST', '/auth/confirm', { body: { token }, sourceIp: someNetwork() });
const linkFor = async (who: SignedIn, name: string): Promise<string> => {
  expect((await ask(who, name)).status).toBe(202);
  return here.mailbox.tokenFor(emailOf(name));
};
const ownerOf = async (name: string) => (await getItem(pointerKeys.email(emailHash(emailOf(name)))))?.user_id;
const addressOf = async ({ token }: SignedIn): Promise<string> => (await call('GET', '/my', { token })).body.email;

describe('changing the e-mail address', () => {
  test('a new address is used once it is confirmed there, and the former one is told', async () => {
    const alice = await newcomerAs('alice');
    const token = await linkFor(alice, 'alice-new');
    expect(await addressOf(alice)).toBe(emailOf('alice'));
    expect((await login('alice-new')).status).toBe(401);
    expect(await confirm(token)).toMatchObject({ status: 200, body: { email: emailOf('alice-new') } });
    expect(await addressOf(alice)).toBe(emailOf('alice-new'));
    expect((await login('alice-new')).status).toBe(200);
    expect((await login('alice')).status).toBe(401);
    expect(here.mailbox.subjectsTo(emailOf('alice'))).toEqual(['Your e-mail address was changed']);
    expect(await auditOf(alice)).toEqual(expect.arrayContaining(['email_change_requested', 'email_changed']));
  });

  test('the former address can be registered again, by anybody', async () => {
    const bob = await newcomerAs('bob');
    await confirm(await linkFor(bob, 'bob-new'));
    const body = { email: emailOf('bob'), password: PASSWORD };
    expect((await call('POST', '/auth/register', { body, sourceIp: someNetwork() })).status).toBe(201);
    expect(await ownerOf('bob-new')).toBe(bob.id);
  });

  test('a change asks for the password, for another address, and for a person', async () => {
    const carol = await newcomerAs('carol');
    expect(await ask(carol, 'carol-new', 'not the password')).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'password' }] },
    });
    expect(await ask(carol, 'carol')).toMatchObject({ status: 422, body: { errors: [{ path: 'email' }] } });
    const { body } = await call('POST', '/my/keys', { token: carol.token, body: { name: 'ci' } });
    expect((await ask({ ...carol, token: body.key }, 'carol-new')).status).toBe(403);
  });

  test('whether an address is taken is told to nobody but its owner', async () => {
    const dora = await newcomerAs('dora');
    await newcomerAs('erin');
    const [taken, free] = [await ask(dora, 'erin'), await ask(dora, 'dora-new')];
    expect([taken.status, taken.body]).toEqual([free.status, free.body]);
    expect((await confirm(here.mailbox.tokenFor(emailOf('erin')))).status).toBe(409);
    expect(await addressOf(dora)).toBe(emailOf('dora'));
  });

  test('a link works once, for a day, and not after the password was changed', async () => {
    const frank = await newcomerAs('frank');
    const late = await linkFor(frank, 'frank-late');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 60 * 60_000 });
    expect((await confirm(late)).status).toBe(422);
    vi.useRealTimers();
    const used = await linkFor(frank, 'frank-new');
    expect(statuses([await confirm(used), await confirm(used)])).toEqual([200, 422]);
    const open = await linkFor(frank, 'frank-newer');
    const body = { current_password: NEWCOMERS_PASSWORD, password: PASSWORD };
    expect((await call('POST', '/auth/password', { token: frank.token, body })).status).toBe(204);
    expect((await confirm(open)).status).toBe(422);
    expect(await addressOf(frank)).toBe(emailOf('frank-new'));
  });

  test('of a change and a registration that want one address at once exactly one gets it', async () => {
    const grace = await newcomerAs('grace');
    const token = await linkFor(grace, 'wanted');
    const body = { email: emailOf('wanted'), password: PASSWORD };
    const [changed, registered] = await Promise.all([
      confirm(token),
      call('POST', '/auth/register', { body, sourceIp: someNetwork() }),
    ]);
    expect([changed?.status === 200, registered?.status === 201].filter(Boolean)).toHaveLength(1);
    expect([200, 409]).toContain(changed?.status);
    expect((await ownerOf('wanted')) === grace.id).toBe(changed?.status === 200);
    expect(await isSignedIn(grace)).toBe(true);
  });
});

/** Three people and four addresses: each step somebody takes an address, or several do at the same time. */
const step = fc.array(fc.record({ who: fc.nat(2), address: fc.nat(3) }), { minLength: 1, maxLength: 3 });

test('however addresses change hands, each belongs to one person at most, and everybody has exactly one', async () => {
  let world = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 4 }), async (steps) => {
      world += 1;
      const address = (at: number) => `p${world}-${at}`;
      const people: SignedIn[] = [];
      for (const at of [0, 1, 2]) people.push(await newcomerAs(address(at)));
      for (const wishes of steps) {
        const links: string[] = [];
        for (const { who, address: at } of wishes) {
          const person = people[who] as SignedIn;
          if ((await ask(person, address(at))).status === 202) links.push(here.mailbox.tokenFor(emailOf(address(at))));
        }
        const answers = await Promise.all(links.map(confirm));
        for (const { status } of answers) expect([200, 409, 422]).toContain(status);
        const owners = await Promise.all([0, 1, 2, 3].map((at) => ownerOf(address(at))));
        const held = owners.filter((owner) => owner !== undefined);
        expect([...held].sort()).toEqual(people.map(({ id }) => id).sort());
        for (const person of people) {
          expect(await addressOf(person)).toBe(emailOf(address(owners.indexOf(person.id))));
        }
      }
    }),
    { numRuns: 5 },
  );
});
