import { beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { MINUTE } from '../../../shared/core/clock.ts';
import { emailHash } from '../../../shared/identity/email.ts';
import { administratorIn } from '../../support/administrator.ts';
import { PASSWORD, type Person } from '../../support/artel.ts';
import { chanceOf } from '../../support/chance.ts';
import { inArtel } from '../../support/in-artel.ts';
import { sendPlan, taskFor, team } from '../../support/plans.ts';
import { inventoryOf } from './inventory.ts';

/* Requirements: ID11, ID8, WS1. */

/** Past what is kept inline, in few words, so that it comes in few pieces. */
const LONG = `${'long'.repeat(250)} `.repeat(40);

const here = inArtel();
beforeEach(() => {
  here.artel.model.forget();
  here.artel.model.always({ text: LONG });
});

/** The audit trail is kept for its retention; the mark says that somebody was here, and that nobody is let in. */
const KEPT_BY_LAW = / (AUDIT#\S+|ACCOUNT)$/;

const leave = (person: Person, body: unknown = { password: PASSWORD }) => person.call('DELETE', '/my', body);

/** As if they had left long ago: nobody who was let in before can still be at work, and whatever waits is due. */
const halfAnHourPasses = async (people: Person[]): Promise<void> => {
  const { operator, artel } = here;
  const items = await Promise.all(people.map(({ id }) => operator.partition(`USER#${id}`)));
  for (const item of items.flat()) {
    const time = item.sk === 'REMOVAL' ? 'left_at' : 'deleted_at';
    if (time in item) await operator.put({ ...item, [time]: Number(item[time]) - 30 * MINUTE });
  }
  await operator.timePasses();
  await artel.cloud.sweep();
};

const removals = async (people: Person[]): Promise<number> =>
  (await Promise.all(people.map(({ id }) => here.operator.partition(`USER#${id}`, 'REMOVAL')))).flat().length;

const removed = async (people: Person[]): Promise<void> => {
  await here.artel.cloud.sweep();
  await expect
    .poll(
      async () => {
        await halfAnHourPasses(people);
        return await removals(people);
      },
      { timeout: 20_000, interval: 300 },
    )
    .toBe(0);
};

/** Everything stored anywhere that names the person: their id, their address, or what is kept by its hash. */
const left = (person: Person) =>
  inventoryOf(here.artel.cloud, here.operator, [person.id, person.email, emailHash(person.email)]);

const nothingButTheTrail = async (person: Person): Promise<void> => {
  const { items, objects, vectors } = await left(person);
  expect(items.filter((key) => !KEPT_BY_LAW.test(key))).toEqual([]);
  // A message that is delayed waits at most a quarter of an hour, so all of them come before the last look.
  expect({ objects, vectors }).toEqual({ objects: [], vectors: [] });
};

/** A plan of three tasks, a chat, memories that are written, a key, a ticket, a socket and a second project. */
const busyLife = async (person: Person): Promise<{ key: string; socket: WebSocket; work: Promise<unknown> }> => {
  const { session } = await team(person, ['ann', 'ben']);
  const { body: key } = await person.call<{ key: string }>('POST', '/my/keys', { name: 'ci' });
  await person.call('POST', '/my/projects', { name: 'Garden' });
  await person.call('POST', '/my/secrets', { name: 'weather', value: 'a secret value' });
  await person.call('POST', '/my/chat/ticket');
  const socket = new WebSocket(here.artel.cloud.socketUrl, { headers: { authorization: `Bearer ${person.token}` } });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  socket.send(JSON.stringify({ action: 'subscribe', session_id: session }));
  const other = await person.call<{ id: string }>('POST', '/my/chat/sessions', {});
  const work = Promise.all([
    sendPlan(person, session, [taskFor('a'), taskFor('b', ['a'], 'ben'), taskFor('c', [], 'ben')]),
    person.call('POST', `/my/chat/${other.body.id}/message`, { content: 'Hello', target_agent: 'ann' }),
    ...[1, 2, 3].map((n) => person.call('POST', '/my/agents/ann/context', { text: `A memory, ${n}` })),
  ]);
  return { key: key.key, socket, work };
};

/** Its runs may come to an end before that many requests. */
const allDone = async (person: Person): Promise<void> => {
  const isOpen = async () => {
    const { status, body } = await person.call<{ items: { state: string }[] }>('GET', '/my/runs');
    if (status !== 200) return false;
    return body.items.length < 2 || body.items.some(({ state }) => !['completed', 'failed'].includes(state));
  };
  await expect.poll(isOpen, { timeout: 20_000, interval: 100 }).toBe(false);
};

const chance = chanceOf(11);
const moments = Array.from({ length: 20 }, (_, n) => ({ n, after: chance.integer(0, 9) }));

describe('ID11: whoever leaves in the middle of plans, streams and memories that are written', () => {
  test.each(moments)(
    'ID11: leaves nothing but the audit trail (moment $n: after request $after of a model)',
    async ({ after }) => {
      const bob = await here.artel.register('bob');
      const { key, socket, work } = await busyLife(bob);
      const closed = new Promise((resolve) => socket.once('close', resolve));
      await Promise.race([here.artel.model.waitFor(after), allDone(bob)]);
      expect((await leave(bob)).status).toBe(202);
      await closed;
      const byKey = { authorization: `Bearer ${key}` };
      const refused = [bob.call('GET', '/my'), bob.call('GET', '/my/agents', undefined, byKey)];
      expect((await Promise.all(refused)).map(({ status }) => status)).toEqual([401, 401]);
      await work;
      await removed([bob]);
      await nothingButTheTrail(bob);
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
  await removed([carol]);
  expect((await carol.call('GET', '/my', undefined, bearer)).status).toBe(200);
});
