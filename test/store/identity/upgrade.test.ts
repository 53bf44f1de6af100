import { afterEach, describe, expect, test, vi } from 'vitest';
import { listAdministrators, listUserIds } from '../../../shared/accounts/index.ts';
import { settleAll } from '../../../shared/administration/index.ts';
import { authenticated } from '../../../shared/core/scope.ts';
import { changePolicies, readPolicies } from '../../../shared/gateway/index.ts';
import { authenticateBearer } from '../../../shared/identity/index.ts';
import { tierOf } from '../../../shared/limits/index.ts';
import {
  accountKeys,
  deleteItem,
  getItem,
  pointerKeys,
  putItem,
  updateItem,
  userKeys,
} from '../../../shared/store/index.ts';
import { arrived, call, login, NEWCOMERS_PASSWORD } from '../../support/identity.ts';
import { inIdentity } from '../../support/in-identity.ts';
import { cookieFrom } from '../../support/rest.ts';

/* Requirements: ID5, ID7. */

const here = inIdentity();

afterEach(() => {
  vi.useRealTimers();
});

const signIn = (name: string) => login(name, NEWCOMERS_PASSWORD);
const signedIn = async (name: string) => {
  await arrived(name);
  const session = await signIn(name);
  return { token: session.body.access_token as string, id: session.body.user.id as string, session };
};
const profileSays = (id: string, roles: string[], tier: string) =>
  updateItem(userKeys.profile(authenticated({ userId: id })), 'set #roles = :roles, #tier = :tier', {
    when: 'attribute_exists(#pk)',
    values: { roles, tier },
  });
const account = (id: string) => getItem(accountKeys.account(authenticated({ userId: id })));
const rolesIn = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).roles;

/** Somebody who registered when the profile held roles and tier. */
const formerUser = async (name: string) => {
  const person = await signedIn(name);
  await profileSays(person.id, ['user', 'admin'], 'pro');
  await deleteItem(accountKeys.account(authenticated({ userId: person.id })));
  return person;
};

describe('R6: a user of an earlier version', () => {
  test('R6: keeps roles and tier, with an API key and a token as after signing in', async () => {
    const alice = await formerUser('alice');
    const { body: key } = await call('POST', '/my/keys', { token: alice.token, body: { name: 'ci' } });
    expect((await call('GET', '/my', { token: key.key })).body).toMatchObject({
      tier: 'pro',
      roles: ['user', 'admin'],
    });
    expect(await tierOf(authenticated({ userId: alice.id }))).toMatchObject({ projects: 200 });
    expect(await account(alice.id)).toBeUndefined();
    expect(rolesIn((await signIn('alice')).body.access_token)).toEqual(['user', 'admin']);
    expect(await account(alice.id)).toMatchObject({ roles: ['user', 'admin'], tier: 'pro' });
  });

  test.each(['signed in', 'refreshed'])('R6: is no longer believed by their profile once they have %s', async (how) => {
    const bob = await formerUser(how.replace(' ', '-'));
    const again = () =>
      how === 'refreshed' ? call('POST', '/auth/refresh', { cookie: cookieFrom(bob.session) }) : signIn('signed-in');
    await again();
    await profileSays(bob.id, ['user'], 'free');
    expect((await call('GET', '/my', { token: bob.token })).body).toMatchObject({
      roles: ['user', 'admin'],
      tier: 'pro',
    });
  });

  test('R6: keeps the policies an administrator gave them, and whoever writes where they stood changes nothing', async () => {
    const dora = await formerUser('dora-policies');
    const user = authenticated({ userId: dora.id });
    const policies = (version: number) => ({
      policies: [],
      version,
      updated_at: '2026-11-21T08:00:00Z',
      updated_by: 'a',
    });
    await putItem({ ...userKeys.formerPolicies(user), v: 1, ...policies(3) });
    expect(await readPolicies(user)).toEqual(policies(3));
    await signIn('dora-policies');
    await putItem({ ...userKeys.formerPolicies(user), v: 1, ...policies(4) });
    expect(await readPolicies(user)).toEqual(policies(3));
    await deleteItem(accountKeys.policies(user));
    expect(await readPolicies(user)).toMatchObject({ version: 0 });
  });

  test('R6: whose policies an administrator changes has the changed ones', async () => {
    const erin = await formerUser('erin-policies');
    const user = authenticated({ userId: erin.id });
    const former = { policies: [], version: 3, updated_at: '2026-11-21T08:00:00Z', updated_by: 'a' };
    await putItem({ ...userKeys.formerPolicies(user), v: 1, ...former });
    await changePolicies(user, { policies: [], version: 3 }, user);
    expect(await readPolicies(user)).toMatchObject({ version: 4 });
    await expect(changePolicies(user, { policies: [], version: 3 }, user)).rejects.toThrow('version 4');
  });

  test('R6: who signs in twice at once has one account', async () => {
    const carol = await formerUser('carol');
    const sessions = await Promise.all([signIn('carol'), signIn('carol'), signIn('carol')]);
    expect(sessions.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await account(carol.id)).toMatchObject({ roles: ['user', 'admin'], tier: 'pro' });
  });
});

test('whoever registered with an earlier version is listed once they sign in, or once the operator settles all', async () => {
  const listed = async () => (await listUserIds({ limit: 1_000 })).ids;
  const leaveUnlisted = async (id: string) => {
    const user = authenticated({ userId: id });
    await deleteItem(pointerKeys.directory(user));
    await updateItem(accountKeys.account(user), 'remove #listed', { when: 'attribute_exists(#pk)' });
  };
  const frank = await signedIn('frank-unlisted');
  const grace = await formerUser('grace-unlisted');
  await leaveUnlisted(frank.id);
  await deleteItem(pointerKeys.directory(authenticated({ userId: grace.id })));
  expect(await listed()).not.toContain(frank.id);
  await signIn('frank-unlisted');
  expect(await listed()).toContain(frank.id);
  expect(await listed()).not.toContain(grace.id);
  await settleAll();
  expect(await listed()).toContain(grace.id);
  expect(new Set(await listed()).size).toBe((await listed()).length);
  expect((await listAdministrators()).active).toContain(grace.id);
});

test('R6: a token opens no administration while there is no account of its own partition, whatever profile and token say', async () => {
  const heidi = await formerUser('heidi-former');
  expect((await authenticateBearer(heidi.token)).scope.roles).toEqual(['user']);
  const { body } = await signIn('heidi-former');
  expect((await authenticateBearer(body.access_token)).scope.roles).toEqual(['user', 'admin']);
});

test('R6: somebody who was removed is signed out at once, with the token they have', async () => {
  const ivan = await signedIn('ivan-removed');
  const user = authenticated({ userId: ivan.id });
  await deleteItem(accountKeys.account(user));
  await deleteItem(userKeys.profile(user));
  await expect(authenticateBearer(ivan.token)).rejects.toMatchObject({ status: 401 });
});

test('R6: nobody becomes an administrator by what their profile says', async () => {
  const mallory = await signedIn('mallory');
  await profileSays(mallory.id, ['user', 'admin'], 'pro');
  const { body } = await signIn('mallory');
  expect(rolesIn(body.access_token)).toEqual(['user']);
  expect(body.user).toMatchObject({ roles: ['user'], tier: 'standard' });
});

describe('R6: the public keys', () => {
  const publishedKids = async () => {
    const item = await getItem(pointerKeys.verifyingKeys());
    return (item!.keys as { kid: string }[]).map(({ kid }) => kid);
  };
  const secretKids = () => JSON.parse(here.identity.keys.text()).keys.map(({ kid }: { kid: string }) => kid);

  test('R6: the public keys hold a new key before it signs, and the one before it after a rotation that did not end', async () => {
    const [signing] = secretKids();
    await here.identity.keys.rotate(1, 2);
    const kids = await publishedKids();
    expect(secretKids()[0]).toBe(signing);
    expect(kids).toHaveLength(2);
    expect(kids[1]).toBe(signing);
    const dora = await signedIn('dora');
    expect((await call('GET', '/my', { token: dora.token })).status).toBe(200);
  });

  test('R6: the public keys hold nothing private', async () => {
    expect(JSON.stringify(await getItem(pointerKeys.verifyingKeys()))).not.toContain('"d"');
  });

  test('R6: the public keys are published by the first sign-in where a deployment has none, or a restored table old ones', async () => {
    await deleteItem(pointerKeys.verifyingKeys());
    // Past the time for which keys are kept, as in new containers.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6 * 60_000 });
    expect((await call('GET', '/my', { token: 'x.y.z' })).status).toBe(401);
    const erin = await signedIn('erin');
    expect((await call('GET', '/my', { token: erin.token })).status).toBe(200);
    expect(await publishedKids()).toEqual(secretKids());
  });
});
