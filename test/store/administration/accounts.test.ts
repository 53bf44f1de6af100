import { describe, expect, test } from 'vitest';
import { connect } from '../../../shared/connections/index.ts';
import { authenticated } from '../../../shared/core/scope.ts';
import { isStillAuthorized, issueTicket, isWithdrawn, redeemTicket } from '../../../shared/identity/index.ts';
import { tierOf } from '../../../shared/limits/index.ts';
import { cookieFrom } from '../../support/rest.ts';
import { call, inAdministration, newcomer, type Someone, signIn, trailOf } from './in-administration.ts';

/* Requirements: ID7, ID12, ID8. */

const here = inAdministration();

const change = (who: Someone, body: object) => here.asRoot('PATCH', `/admin/users/${who.id}`, { body });
const look = (token: string) => call('GET', '/admin/users', { token });
const identityOf = (who: Someone) => ({
  scope: authenticated({ userId: who.id }),
  projectId: 'prj_01JD0000000000000000000000',
  via: 'token' as const,
  credential: 'a-jti',
  tier: 'standard',
  family: 'a-family',
  expiresAt: Date.now() + 60_000,
});

describe('a role', () => {
  test('a role that is given or taken away holds at the next request, with the token one has', async () => {
    const alice = await newcomer('alice');
    expect((await look(alice.token)).status).toBe(403);
    expect((await change(alice, { roles: ['user', 'admin'] })).body).toMatchObject({ roles: ['user', 'admin'] });
    expect((await look(alice.token)).status).toBe(200);
    await change(alice, { roles: ['user'] });
    expect((await look(alice.token)).status).toBe(403);
    expect((await call('GET', '/my', { token: alice.token })).body).toMatchObject({ roles: ['user'] });
  });

  test('a change is in the trail of whoever made it and of the one it concerns, who is not told the address', async () => {
    const bob = await newcomer('bob');
    await change(bob, { roles: ['user', 'admin'], tier: 'pro' });
    expect((await trailOf(bob, 2)).toSorted()).toEqual(['role_granted admin', 'tier_changed pro']);
    expect((await trailOf(here.root, 2)).toSorted()).toEqual([
      `role_granted ${bob.id} admin`,
      `tier_changed ${bob.id} pro`,
    ]);
    const { body } = await call('GET', '/my/audit', { token: bob.token, query: { action: 'role_granted' } });
    expect(body.items[0]).not.toHaveProperty('source_ip');
    await change(bob, { roles: ['user'] });
  });

  test('whom the operator made an administrator finds that in the audit trail', async () => {
    const { body } = await here.asRoot('GET', '/my/audit', { query: { action: 'role_granted' } });
    expect(body.items.at(-1)).toMatchObject({ target: 'admin', user_agent: 'npm run admin' });
  });
});

describe('a lock', () => {
  test('a lock holds at the next request: for tokens, keys, refreshes, sign-ins, tickets and what is open', async () => {
    const carol = await newcomer('carol');
    const { body: key } = await call('POST', '/my/keys', { token: carol.token, body: { name: 'ci' } });
    const { ticket } = await issueTicket(identityOf(carol));
    await connect('carols-socket', identityOf(carol));
    const enter = async () => ({
      token: (await call('GET', '/my', { token: carol.token })).status,
      key: (await call('GET', '/my', { token: key.key })).status,
      signIn: (await signIn('carol')).status,
      open: await isStillAuthorized(identityOf(carol)),
    });
    expect(await enter()).toEqual({ token: 200, key: 200, signIn: 200, open: true });

    expect((await change(carol, { locked: true })).body).toMatchObject({ locked: true });
    expect(await enter()).toEqual({ token: 403, key: 403, signIn: 403, open: false });
    expect((await call('POST', '/auth/refresh', { cookie: cookieFrom(carol.session) })).status).toBe(403);
    expect(await redeemTicket(ticket)).toBeUndefined();
    expect(here.sockets.closed).toContain('carols-socket');
    const withKey = { ...identityOf(carol), via: 'key' as const, credential: key.id, tier: 'standard' };
    expect(await isWithdrawn(withKey)).toBe(true);

    await change(carol, { locked: false });
    expect(await enter()).toEqual({ token: 200, key: 200, signIn: 200, open: true });
    expect(await isWithdrawn(withKey)).toBe(false);
    expect((await trailOf(carol, 40)).filter((entry) => entry.startsWith('account_'))).toEqual([
      'account_unlocked account',
      'account_locked account',
    ]);
  });

  test('nothing more is done for a locked account: a call of a model is refused', async () => {
    const dave = await newcomer('dave');
    await change(dave, { locked: true });
    await expect(tierOf(authenticated({ userId: dave.id }))).rejects.toMatchObject({ status: 403 });
  });

  test('a wrong password says the same of a locked account as of any', async () => {
    const erin = await newcomer('erin');
    await change(erin, { locked: true });
    expect(
      (await call('POST', '/auth/login', { body: { email: erin.email, password: 'not hers at all' } })).status,
    ).toBe(401);
  });
});

describe('tier and budget', () => {
  test('a changed tier and an own budget hold at the next call of a model, and the budget part by part', async () => {
    const frank = await newcomer('frank');
    const month = async () => (await tierOf(authenticated({ userId: frank.id }))).month;
    await change(frank, { tier: 'free' });
    expect(await month()).toMatchObject({ money: 2_000_000_000, requests: 2_000 });
    const { body } = await change(frank, { budget: { cost: 7.5, requests: 10 } });
    expect(body.budget).toEqual({ cost: 7.5, requests: 10 });
    expect(await month()).toEqual({ money: 7_500_000_000, tokens: 2_000_000, requests: 10 });
    await change(frank, { tier: 'pro' });
    expect(await month()).toEqual({ money: 7_500_000_000, tokens: 500_000_000, requests: 10 });
    expect((await change(frank, { budget: null })).body.budget).toBeNull();
    expect(await month()).toMatchObject({ money: 500_000_000_000 });
    expect((await trailOf(frank, 2))[0]).toBe('budget_changed of the tier');
  });

  test('a change names every field that is wrong at once, and changes nothing', async () => {
    const grace = await newcomer('grace');
    const body = { roles: ['admin'], tier: 'Golden', locked: 'yes', budget: { cost: -1, stars: 3 }, name: 'x' };
    const { status, body: answer } = await change(grace, body);
    expect(status).toBe(422);
    const paths = answer.errors.map(({ path }: { path: string }) => path.split('.')[0]);
    expect([...new Set(paths)].sort()).toEqual(['budget', 'locked', 'name', 'roles', 'tier']);
    expect((await change(grace, {})).status).toBe(422);
    expect((await here.asRoot('GET', `/admin/users/${grace.id}`)).body).toMatchObject({
      roles: ['user'],
      tier: 'standard',
      locked: false,
      budget: null,
    });
  });
});

test('a change that changes nothing leaves no trace', async () => {
  const heidi = await newcomer('heidi');
  const before = await trailOf(heidi);
  await change(heidi, { roles: ['user'], tier: 'standard', locked: false, budget: null });
  expect(await trailOf(heidi)).toEqual(before);
});

test.each(['01jd0000000000000000000000', 'nobody', 'USER%23x'])('the user %s is not found', async (id) => {
  expect((await here.asRoot('GET', `/admin/users/${id}`)).status).toBe(404);
  expect((await here.asRoot('PATCH', `/admin/users/${id}`, { body: { locked: true } })).status).toBe(404);
});
