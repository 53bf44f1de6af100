import { describe, expect, test, vi } from 'vitest';
import { tierCheck } from '../../../shared/administration/tiers/given.ts';
import { authenticated } from '../../../shared/core/scope.ts';
import { BUILT_IN_TIERS } from '../../../shared/core/tiers/built-in.ts';
import { admitRequest, configuredTiers, forgetTiers, tierOf } from '../../../shared/limits/index.ts';
import { log } from '../../../shared/observability/log.ts';
import { accountKeys, getItem, pointerKeys, transact, updateItem } from '../../../shared/store/index.ts';
import { smallTier } from '../../support/small-tier.ts';
import { call, inAdministration, newcomer, type Someone, trailOf } from './in-administration.ts';

/* Requirements: GW6, ID7, ID8, ID12. */

const here = inAdministration();

const store = (name: string, change: object = {}) =>
  here.asRoot('PUT', `/admin/tiers/${name}`, { body: { ...smallTier, ...change } });
const remove = (name: string) => here.asRoot('DELETE', `/admin/tiers/${name}`);
const give = ({ id }: Someone, tier: string) => here.asRoot('PATCH', `/admin/users/${id}`, { body: { tier } });
const allowed = ({ id }: Someone) => {
  forgetTiers();
  return tierOf(authenticated({ userId: id }));
};
const perMinute = async ({ id }: Someone, tier: string): Promise<number | undefined> => {
  forgetTiers();
  const identity = {
    scope: authenticated({ userId: id }),
    projectId: 'prj_x',
    via: 'token' as const,
    credential: 'x',
    tier,
  };
  return (await admitRequest(identity, 'light')).limits[0]?.limit;
};

describe('a stored tier', () => {
  test('is given to a person, and a change of it holds at their next call and request', async () => {
    const bob = await newcomer('bob');
    expect((await give(bob, 'crew')).status).toBe(422);
    const made = await store('crew');
    expect([made.status, made.body]).toMatchObject([200, { name: 'crew', version: 1, source: 'stored', ...smallTier }]);
    expect((await give(bob, 'crew')).body).toMatchObject({ tier: 'crew' });
    expect(await allowed(bob)).toMatchObject({ models: ['*-mini'], month: { money: 1_500_000_000 }, projects: 2 });
    expect(await perMinute(bob, 'crew')).toBe(50);
    await store('crew', { version: 1, projects: 7, minute: { requests: 60, heavy_requests: 6 } });
    expect(await allowed(bob)).toMatchObject({ projects: 7 });
    expect(await perMinute(bob, 'crew')).toBe(60);
    expect(await trailOf(here.root, 3)).toContain('tier_stored crew version 2');
  });

  test('goes before the one of the settings, which holds again when it is removed', async () => {
    const carol = await newcomer('carol');
    expect((await store('standard')).status).toBe(200);
    expect(await allowed(carol)).toMatchObject({ projects: 2 });
    expect((await remove('standard')).status).toBe(204);
    expect(await allowed(carol)).toMatchObject({ projects: BUILT_IN_TIERS.standard.projects });
    expect(await trailOf(here.root, 1)).toEqual(['tier_removed standard']);
  });

  test('is listed among those of the settings, by name', async () => {
    await store('apprentice');
    const { body } = await here.asRoot('GET', '/admin/tiers');
    const names = body.items.map(({ name }: { name: string }) => name);
    expect(names).toEqual(names.toSorted());
    expect(names).toEqual(expect.arrayContaining(['apprentice', 'free', 'pro', 'standard']));
    const pro = body.items.find(({ name }: { name: string }) => name === 'pro');
    expect(pro).toMatchObject({ source: 'settings', version: 0, month: { money: 500 }, own_provider_keys: true });
  });

  test('is not removed while somebody has it, and cannot be given once it is', async () => {
    const dave = await newcomer('dave');
    await store('band');
    await give(dave, 'band');
    const refused = await remove('band');
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining(dave.id)]);
    expect((await give(dave, 'band')).status).toBe(200);
    await give(dave, 'standard');
    expect((await remove('band')).status).toBe(204);
    expect((await remove('band')).status).toBe(404);
    const late = await give(dave, 'band');
    expect([late.status, late.body.errors[0].path]).toEqual([422, 'tier']);
  });

  test('that is being removed is given to nobody, and stays for those who have it', async () => {
    const erin = await newcomer('erin');
    const frank = await newcomer('frank');
    await store('guild');
    await give(erin, 'guild');
    // As an administrator's request leaves it that died on its way.
    await updateItem(pointerKeys.tier('guild'), 'SET #retiring = :yes', { values: { yes: true } });
    expect((await give(frank, 'guild')).status).toBe(422);
    // Also in the transaction of a request that had looked before the mark was made.
    expect(await transact(tierCheck('guild'))).toMatchObject({ ok: false });
    expect(await allowed(erin)).toMatchObject({ projects: 2 });
    expect((await store('guild', { version: 1 })).status).toBe(200);
    expect((await give(frank, 'guild')).status).toBe(200);
  });

  test('of two administrators who change it at once, one is told so', async () => {
    await store('pair');
    const both = await Promise.all([
      store('pair', { version: 1, projects: 3 }),
      store('pair', { version: 1, projects: 4 }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const late = await store('pair');
    expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('version 2')]);
  });

  test('is whole and within bounds; every fault is named', async () => {
    const answer = await store('wrong', {
      month: { money: -1 },
      agents: 0,
      stars: 5,
      prompt: { messages: 1, bytes: 5_000_000 },
    });
    expect(answer.status).toBe(422);
    const paths = answer.body.errors.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(expect.arrayContaining(['month.money', 'month.tokens', 'agents', 'prompt.bytes', 'stars']));
    expect((await store('Crew')).status).toBe(404);
  });
});

test('the tiers of the settings, the default one among them, cannot be removed', async () => {
  for (const name of ['free', 'standard', 'pro']) expect((await remove(name)).status).toBe(409);
  expect((await remove('unheard-of')).status).toBe(404);
});

test('tiers are for administrators, in person', async () => {
  const grace = await newcomer('grace');
  const key = await call('POST', '/my/keys', { token: here.root.token, body: { name: 'a key' } });
  const asked = [
    ['GET', '/admin/tiers', {}],
    ['PUT', '/admin/tiers/crew', { body: smallTier }],
    ['DELETE', '/admin/tiers/crew', {}],
  ] as const;
  for (const [method, path, more] of asked) {
    expect((await call(method, path, { ...more, token: grace.token })).status).toBe(403);
    expect((await call(method, path, { ...more, token: key.body.key })).status).toBe(403);
  }
});

test('an account whose tier exists nowhere any more has the default one, and the log says so once', async () => {
  const warn = vi.spyOn(log, 'warn').mockReturnValue();
  const heidi = await newcomer('heidi');
  const key = accountKeys.account(authenticated({ userId: heidi.id }));
  await updateItem(key, 'SET #tier = :gone', { values: { gone: 'gone' } });
  expect(await allowed(heidi)).toMatchObject({ projects: BUILT_IN_TIERS.free.projects });
  expect(await perMinute(heidi, 'gone')).toBe(configuredTiers().get('free')?.minute.requests);
  expect(await perMinute(heidi, 'constructor')).toBe(configuredTiers().get('free')?.minute.requests);
  expect((await call('GET', '/my', { token: heidi.token })).status).toBe(200);
  expect((await getItem(key))?.tier).toBe('gone');
  expect(warn.mock.calls.filter(([, about]) => JSON.stringify(about).includes('"gone"'))).toHaveLength(1);
  warn.mockRestore();
});
