import { beforeEach, describe, expect, test } from 'vitest';
import { administratorIn } from '../../support/administrator.ts';
import { PASSWORD, type Person } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';
import { team } from '../../support/plans.ts';
import { busyLife, nothingButTheTrail, removed } from './life.ts';

/* Requirements: ID11, ID8, WS1. */

/** Past what is kept inline, in few words, so that it comes in few pieces. */
const LONG = `${'long'.repeat(250)} `.repeat(40);

const here = inArtel();
beforeEach(() => {
  here.artel.model.forget();
  here.artel.model.always({ text: LONG });
});

const leave = (person: Person, body: unknown = { password: PASSWORD }) => person.call('DELETE', '/my', body);

/** Its runs may come to an end before that many requests. */
const allDone = async (person: Person): Promise<void> => {
  const isOpen = async () => {
    const { status, body } = await person.call<{ items: { state: string }[] }>('GET', '/my/runs');
    if (status !== 200) return false;
    return body.items.length < 2 || body.items.some(({ state }) => !['completed', 'failed'].includes(state));
  };
  await expect.poll(isOpen, { timeout: 20_000, interval: 100 }).toBe(false);
};

const moments = Array.from({ length: 12 }, (_, n) => ({ n, after: n % 10 }));

describe('ID11: whoever leaves in the middle of plans, streams and memories that are written', () => {
  test.each(moments)(
    'ID11: leaves nothing but the audit trail (moment $n: after request $after of a model)',
    async ({ after }) => {
      const bob = await here.artel.register('bob');
      const { key, socket, work } = await busyLife(here, bob);
      const closed = new Promise((resolve) => socket.once('close', resolve));
      await Promise.race([here.artel.model.waitFor(after), allDone(bob)]);
      expect((await leave(bob)).status).toBe(202);
      await closed;
      const byKey = { authorization: `Bearer ${key}` };
      const refused = [bob.call('GET', '/my'), bob.call('GET', '/my/agents', undefined, byKey)];
      expect((await Promise.all(refused)).map(({ status }) => status)).toEqual([401, 401]);
      await work;
      await removed(here, [bob]);
      await nothingButTheTrail(here, bob);
    },
  );
});

test('ID11: a wrong password removes nothing, and none is needed just after signing in', async () => {
  const carol = await here.artel.register('carol');
  const wrong = await leave(carol, { password: 'not the password' });
  expect([wrong.status, wrong.body.errors]).toEqual([422, [{ path: 'password', message: 'Is not your password.' }]]);
  expect((await carol.call('GET', '/my')).status).toBe(200);
  // She has signed in a moment ago.
  expect((await leave(carol, {})).body.errors).toEqual([
    { path: 'confirm', message: 'Must be your own id, or send your password.' },
  ]);
  expect((await carol.call('DELETE', '/my')).status).toBe(422);
  expect((await leave(carol, { confirm: carol.id })).status).toBe(202);
  expect((await carol.call('GET', '/my')).status).toBe(401);
});

test('ID11: an API key removes nobody', async () => {
  const carol = await here.artel.register('carol');
  const { body } = await carol.call<{ key: string }>('POST', '/my/keys', { name: 'ci' });
  const refused = await carol.call('DELETE', '/my', { password: PASSWORD }, { authorization: `Bearer ${body.key}` });
  expect(refused.status).toBe(403);
});

test('ID11: the last administrator cannot leave', async () => {
  const carol = await administratorIn(here.artel, here.operator, 'carol');
  expect((await leave(carol)).status).toBe(409);
  expect((await carol.call('GET', '/my')).status).toBe(200);
});

test('ID11: an administrator removes somebody as if they had left, and both trails say so; not oneself, and nobody twice', async () => {
  const root = await administratorIn(here.artel, here.operator);
  const bob = await here.artel.register('bob');
  const { key, socket, work } = await busyLife(here, bob);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  const remove = (by: Person, id: string) => by.call('DELETE', `/admin/users/${id}`);
  expect((await remove(bob, root.id)).status).toBe(403);
  expect((await remove(root, root.id)).status).toBe(409);
  expect(await remove(root, bob.id)).toMatchObject({ status: 202, body: { state: 'removing' } });
  await closed;
  const byKey = { authorization: `Bearer ${key}` };
  const refused = [bob.call('GET', '/my'), bob.call('GET', '/my/agents', undefined, byKey), remove(bob, root.id)];
  expect((await Promise.all(refused)).map(({ status }) => status)).toEqual([401, 401, 401]);
  expect((await remove(root, bob.id)).status).toBe(404);
  expect((await remove(root, 'nobody')).status).toBe(404);
  await work;
  await removed(here, [bob]);
  await nothingButTheTrail(here, bob);
  const { body } = await root.call<{ items: object[] }>('GET', '/my/audit?action=account_removed');
  expect(body.items).toEqual([expect.objectContaining({ target: bob.id })]);
  const trail = await here.operator.partition(`AUDIT#${bob.id}`);
  expect(trail.map(({ action, source_ip }) => [action, source_ip])).toContainEqual(['account_removed', undefined]);
});

test('ID11: the e-mail address is free at once, for a new user who has nothing of the old', async () => {
  const carol = await here.artel.register('carol');
  await team(carol, ['ann']);
  await leave(carol);
  const send = (path: string, body: object) =>
    fetch(`${here.artel.cloud.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const credentials = { email: carol.email, password: PASSWORD };
  expect((await send('/auth/login', credentials)).status).toBe(401);
  expect((await send('/auth/register', credentials)).status).toBe(201);
  const signedIn = (await (await send('/auth/login', credentials)).json()) as {
    access_token: string;
    user: { id: string };
  };
  expect(signedIn.user.id).not.toBe(carol.id);
  const bearer = { authorization: `Bearer ${signedIn.access_token}` };
  expect((await carol.call('GET', '/my/agents', undefined, bearer)).body.items).toEqual([]);
  await removed(here, [carol]);
  expect((await carol.call('GET', '/my', undefined, bearer)).status).toBe(200);
});
