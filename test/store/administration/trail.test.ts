import { afterEach, describe, expect, test, vi } from 'vitest';
import { exportAudit } from '../../../shared/administration/index.ts';
import { MAX_REFUSALS_AN_HOUR } from '../../../shared/audit/index.ts';
import { HOUR } from '../../../shared/core/clock.ts';
import { authenticated } from '../../../shared/core/scope.ts';
import { call, inAdministration, newcomer, trailOf } from './in-administration.ts';

/* Requirements: ID8. */

const here = inAdministration();
afterEach(() => {
  vi.useRealTimers();
});

const SOMEBODYS = 'prj_01JD0000000000000000000000';

describe('the audit trail', () => {
  test('has whoever reached for what they do not have: the route for them, the id for administrators', async () => {
    const bob = await newcomer('bob');
    expect((await call('DELETE', `/my/projects/${SOMEBODYS}`, { token: bob.token })).status).toBe(404);
    expect((await call('GET', '/admin/users', { token: bob.token })).status).toBe(403);
    expect((await trailOf(bob, 2)).toSorted()).toEqual([
      'access_refused DELETE /my/projects/{project_id}',
      'access_refused GET /admin/users',
    ]);
    const { text } = await call('GET', '/my/audit', { token: bob.token });
    expect(text).not.toContain(SOMEBODYS);
    let exported = '';
    const user = authenticated({ userId: bob.id });
    for await (const line of exportAudit({ user, action: 'access_refused' })) exported += line;
    expect(exported).toContain(`"attempted":"${SOMEBODYS}"`);
  });

  test('has none of the words somebody tried, and no more than twenty refusals an hour', async () => {
    const carol = await newcomer('carol');
    for (let time = 0; time < MAX_REFUSALS_AN_HOUR + 5; time += 1) {
      expect((await call('DELETE', '/my/keys/her-secret-word', { token: carol.token })).status).toBe(404);
    }
    const refused = (await trailOf(carol, 100)).filter((entry) => entry.startsWith('access_refused'));
    expect(refused).toHaveLength(MAX_REFUSALS_AN_HOUR);
    expect(refused.join()).not.toContain('her-secret-word');
  });

  test('is read of one action, and from a time to another, across pages', async () => {
    const dave = await newcomer('dave');
    const start = Date.now();
    for (const time of [1, 2, 3]) {
      vi.useFakeTimers({ toFake: ['Date'], now: start + time * 1_000 });
      await call('POST', '/my/keys', { token: dave.token, body: { name: `key ${time}` } });
      vi.useRealTimers();
    }
    const at = (seconds: number) => new Date(start + seconds * 1_000).toISOString();
    const read = async (query: Record<string, string>) =>
      (await call('GET', '/my/audit', { token: dave.token, query })).body;
    const of = { action: 'api_key_created', since: at(1), until: at(2) };
    expect((await read(of)).items.map((entry: { at: string }) => entry.at)).toEqual([at(2), at(1)]);
    const first = await read({ ...of, limit: '1' });
    const second = await read({ ...of, limit: '1', cursor: first.next_cursor });
    expect([first, second].flatMap(({ items }) => items.map((entry: { at: string }) => entry.at))).toEqual([
      at(2),
      at(1),
    ]);
    expect(second.next_cursor).toBeNull();
    // A cursor goes on with the list it was made for, of the same action and time.
    const others: Record<string, string>[] = [{ until: at(1) }, { since: at(3) }, { ...of, action: 'signed_in' }];
    for (const other of others) {
      const refused = await read({ ...other, cursor: first.next_cursor });
      expect(refused.errors).toEqual([{ path: 'cursor', message: expect.stringContaining('next_cursor') }]);
    }
    expect((await read({ since: at(3), until: at(1) })).items).toEqual([]);
  });

  test('refuses an action that there is not, and a time that is none', async () => {
    const { status, body } = await here.asRoot('GET', '/my/audit', { query: { action: 'danced', until: 'noon' } });
    expect([status, body.errors.map(({ path }: { path: string }) => path).sort()]).toEqual([422, ['action', 'until']]);
  });

  // The last one: ids that are made after it begin with the hour it puts the clock forward.
  test('has the use of an API key once an hour, from where, however many requests come together', async () => {
    const alice = await newcomer('alice');
    const { body: key } = await call('POST', '/my/keys', { token: alice.token, body: { name: 'ci' } });
    const use = () => call('GET', '/my', { token: key.key });
    expect((await Promise.all([use(), use(), use()])).map(({ status }) => status)).toEqual([200, 200, 200]);
    const uses = async () => {
      const { body } = await call('GET', '/my/audit', { token: alice.token, query: { action: 'api_key_used' } });
      return body.items;
    };
    expect(await uses()).toEqual([expect.objectContaining({ target: key.id, source_ip: '203.0.113.7' })]);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + HOUR + 1_000 });
    await use();
    vi.useRealTimers();
    expect(await uses()).toHaveLength(2);
  });
});
