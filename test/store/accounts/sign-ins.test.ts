import { describe, expect, test, vi } from 'vitest';
import { newDatedId } from '../../../shared/core/ids.ts';
import { authenticated } from '../../../shared/core/scope.ts';
import { deviceHint, networkHint } from '../../../shared/identity/sign-ins/hints.ts';
import { authKeys, getItem } from '../../../shared/store/index.ts';
import {
  auditOf,
  call,
  inAccounts,
  isSignedIn,
  newcomerAs,
  refreshes,
  type SignedIn,
  signInAs,
  statuses,
} from '../../support/in-accounts.ts';

/* Requirements: ID13. */

inAccounts();

type Shown = {
  id: string;
  device: string;
  network: string;
  current: boolean;
  created_at: string;
  last_used_at: string;
};

const list = async ({ token }: SignedIn, query: Record<string, string> = {}): Promise<Shown[]> =>
  (await call('GET', '/my/sign-ins', { token, query })).body.items;
const end = ({ token }: SignedIn, id: string) => call('DELETE', `/my/sign-ins/${id}`, { token });
const endOthers = ({ token }: SignedIn) => call('DELETE', '/my/sign-ins', { token });
const currentOf = async (who: SignedIn): Promise<string> =>
  (await list(who)).find(({ current }) => current)?.id ?? 'none';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

describe('sign-ins', () => {
  test('a person sees where they are signed in, newest first, and which one this is', async () => {
    const laptop = await newcomerAs('alice');
    const phone = await signInAs('alice', undefined, { 'User-Agent': FIREFOX });
    const shown = await list(phone);
    expect(shown).toHaveLength(2);
    expect(shown.find(({ current }) => current)).toEqual({
      id: expect.stringMatching(/^fam_/),
      device: 'Firefox on Linux',
      network: expect.stringMatching(/^10\.0\.\d+\.x$/),
      created_at: expect.stringMatching(/Z$/),
      last_used_at: expect.stringMatching(/Z$/),
      current: true,
    });
    expect(await currentOf(laptop)).not.toBe(await currentOf(phone));
    expect(await list(laptop, { limit: '1' })).toHaveLength(1);
  });

  test('a refresh shows as the last use', async () => {
    const bob = await newcomerAs('bob');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    expect(await refreshes(bob)).toBe(true);
    const [shown] = await list(bob);
    expect(Date.parse(shown?.last_used_at ?? '') - Date.parse(shown?.created_at ?? '')).toBeGreaterThanOrEqual(60_000);
    vi.useRealTimers();
  });

  test('one sign-in is ended from the next request on, and no other is', async () => {
    const laptop = await newcomerAs('carol');
    const phone = await signInAs('carol');
    const id = await currentOf(phone);
    expect((await end(laptop, id)).status).toBe(204);
    expect([await isSignedIn(phone), await refreshes(phone)]).toEqual([false, false]);
    expect([await isSignedIn(laptop), await refreshes(laptop)]).toEqual([true, true]);
    expect((await end(laptop, id)).status).toBe(404);
    expect(await list(laptop)).toHaveLength(1);
    expect(await auditOf(laptop)).toContain('sign_in_ended');
  });

  test('of several who end one sign-in at once one does', async () => {
    const laptop = await newcomerAs('dora');
    const id = await currentOf(await signInAs('dora'));
    expect(statuses(await Promise.all([1, 2, 3].map(() => end(laptop, id))))).toEqual([204, 404, 404]);
  });

  test('all other sign-ins end at once, and later ones begin', async () => {
    const laptop = await newcomerAs('erin');
    const others = [await signInAs('erin'), await signInAs('erin')];
    expect((await endOthers(laptop)).status).toBe(204);
    for (const other of others) expect([await isSignedIn(other), await refreshes(other)]).toEqual([false, false]);
    expect([await isSignedIn(laptop), await refreshes(laptop)]).toEqual([true, true]);
    const later = await signInAs('erin');
    expect([await isSignedIn(later), await refreshes(later)]).toEqual([true, true]);
    expect(await list(laptop)).toHaveLength(2);
    expect(await auditOf(laptop)).toContain('sign_ins_ended');
  });

  test('of two devices that end all others at once one stays signed in, and the other does not come back', async () => {
    const devices = [await newcomerAs('frank'), await signInAs('frank')];
    const answers = await Promise.all(devices.map(endOthers));
    expect(statuses(answers)).toEqual([204, 401]);
    const winner = answers.findIndex(({ status }) => status === 204);
    expect(await Promise.all(devices.map(isSignedIn))).toEqual([winner === 0, winner === 1]);
    expect(await Promise.all(devices.map(refreshes))).toEqual([winner === 0, winner === 1]);
  });

  test('another person’s sign-in is not found, and neither is an invented one', async () => {
    const grace = await newcomerAs('grace');
    const heidi = await newcomerAs('heidi');
    const answers = [
      await end(heidi, await currentOf(grace)),
      await end(heidi, newDatedId('fam', Date.now())),
      await end(heidi, 'x'),
    ];
    expect(statuses(answers)).toEqual([404, 404, 404]);
    expect(await isSignedIn(grace)).toBe(true);
  });

  test('an API key neither lists nor ends sign-ins', async () => {
    const ivan = await newcomerAs('ivan');
    const { body } = await call('POST', '/my/keys', { token: ivan.token, body: { name: 'ci' } });
    const key = { ...ivan, token: body.key as string };
    expect((await call('GET', '/my/sign-ins', { token: key.token })).status).toBe(403);
    expect(statuses([await endOthers(key), await end(key, await currentOf(ivan))])).toEqual([403, 403]);
  });

  test('a sign-in keeps neither the address nor the whole name of its browser', async () => {
    const judy = await newcomerAs('judy');
    const phone = await signInAs('judy', undefined, { 'User-Agent': FIREFOX });
    const user = authenticated({ userId: judy.id });
    const stored = JSON.stringify(await getItem(authKeys.refresh(user, await currentOf(phone))));
    expect(stored).not.toMatch(/10\.\d+\.\d+\.\d+|Gecko/);
  });
});

describe('the name', () => {
  test('a person changes the name they are shown by, or takes it away', async () => {
    const kim = await newcomerAs('kim');
    const named = await call('PATCH', '/my', { token: kim.token, body: { display_name: ' Kim K. ' } });
    expect(named).toMatchObject({ status: 200, body: { display_name: 'Kim K.' } });
    expect((await call('GET', '/my', { token: kim.token })).body.display_name).toBe('Kim K.');
    const unnamed = await call('PATCH', '/my', { token: kim.token, body: { display_name: null } });
    expect(unnamed.body).not.toHaveProperty('display_name');
    expect((await auditOf(kim)).filter((action) => action === 'name_changed')).toHaveLength(2);
  });

  test.each([[{}], [{ display_name: '  ' }], [{ display_name: 'x'.repeat(101) }], [{ email: 'x@example.org' }]])(
    'a profile does not take %j',
    async (body) => {
      const leo = await newcomerAs(`leo-${JSON.stringify(body).length}`);
      expect((await call('PATCH', '/my', { token: leo.token, body })).status).toBe(422);
    },
  );
});

test.each([
  [FIREFOX, 'Firefox on Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge on Windows',
  ],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Safari/604.1', 'Safari on iOS'],
  ['curl/8.5.0', 'curl'],
  ['<script>', 'unknown'],
  ['', 'unknown'],
])('the device of %j shows as %j', (userAgent, hint) => {
  expect(deviceHint(userAgent)).toBe(hint);
});

test.each([
  ['203.0.113.7', '203.0.113.x'],
  ['2001:db8:1:2:3::4', '2001:db8:1:x'],
  ['::1', '0:0:0:x'],
  ['', 'unknown'],
])('the network of %j shows as %j', (address, hint) => {
  expect(networkHint(address)).toBe(hint);
});
