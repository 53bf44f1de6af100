import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, type Person, person, type Run, register, request } from '../../support/artel.ts';
import { chanceOf } from '../../support/chance.ts';
import { type StoredEvent, storedEvents } from '../../support/events.ts';
import { historyOf, type Sent, send } from '../../support/gates.ts';
import { listen } from '../../support/listener.ts';
import { type Machine, startMachine } from '../../support/machine.ts';
import { type ScriptedModel, startScriptedModel } from '../../support/scripted-model.ts';

/* Requirements: WS8, BUS7. */

const KILLS = 6;
const SESSIONS = 3;
const seed = Number(process.env.ARTEL_TEST_SEED ?? 20_261_121);
const chance = chanceOf(seed);

let folder: string;
let model: ScriptedModel;
let machine: Machine;
let alice: Person;
let sessions: string[];

/**
 * What a client knows of a message: sent with a key to repeat it by, or not; acknowledged, or never heard of again. A
 * repeat may be told for half a minute that the first request, which died with its machine, is still under way.
 */
type Known = { session: string; content: string; key?: string; acknowledged: boolean };
const known: Known[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'artel-survival-'));
  model = await startScriptedModel();
  machine = await startMachine(join(folder, 'data'), model.url);
  alice = await register(machine.url, 'alice');
  model.always(QUICK);
  // One slot each, so that two sessions of one agent wait for each other.
  for (const name of ['first', 'second']) {
    await alice.call('POST', '/my/agents', { name, system_prompt: 'You help.', concurrency_limit: 1 });
  }
  const made = Array.from({ length: SESSIONS }, () => alice.call<{ id: string }>('POST', '/my/chat/sessions', {}));
  sessions = (await Promise.all(made)).map(({ body }) => body.id);
});
afterAll(async () => {
  await machine.kill();
  await model.stop();
  await rm(folder, { recursive: true });
});

const post = async (message: Known): Promise<void> => {
  const { session, content, key } = message;
  try {
    const answer = await alice.call<Sent>(
      'POST',
      `/my/chat/${session}/message`,
      { content, target_agent: sessions.indexOf(session) % 2 === 0 ? 'first' : 'second' },
      key === undefined ? {} : { 'idempotency-key': key },
    );
    message.acknowledged ||= answer.status === 202;
  } catch (error) {
    // The machine went while the request was under way: whether it stands is what the client cannot know.
    if (!(error instanceof TypeError)) throw error;
  }
};

const chats = (): number => model.requests.filter(({ path }) => path.endsWith('/chat/completions')).length;

/** The moments at which a machine is killed, each by an event that is waited for, and up to 40 ms of luck. */
const moments = ['a message is on its way', 'a message was taken', 'the model is asked', 'an answer streams'] as const;

const TEXT = 'An answer in several words.';
const QUICK = { text: TEXT };
const NEVER_ENDING = { text: TEXT, gate: Promise.withResolvers<void>().promise, gateAfter: 2 };

/** One life: repeats what is in doubt, sends a new message to each session, and is killed at its moment. */
const live = async (life: number): Promise<void> => {
  const moment = chance.one(moments);
  const luck = chance.integer(0, 40);
  model.always(moment === 'an answer streams' ? NEVER_ENDING : QUICK);
  const calls = chats() + chance.integer(1, 2);
  const inDoubt = known.filter(({ key, acknowledged }) => key !== undefined && !acknowledged);
  const fresh = sessions.map((session, place) => ({
    session,
    content: `Life ${life}, session ${place}`,
    acknowledged: false,
    ...(chance.integer(0, 1) === 1 && { key: `${life}-${place}` }),
  }));
  known.push(...fresh);
  const posts = [...inDoubt, ...fresh].map(post);
  if (moment === 'a message was taken') await Promise.race(posts);
  if (moment === 'the model is asked' || moment === 'an answer streams') {
    await model.waitFor(calls, ({ path }) => path.endsWith('/chat/completions'));
  }
  await after(luck);
  await machine.kill();
  await Promise.all(posts);
  model.always(QUICK);
};

const restart = async (): Promise<void> => {
  machine = await startMachine(join(folder, 'data'), model.url);
  alice = person(machine.url, alice);
};

const endsByRun = (events: StoredEvent[]): Map<unknown, unknown[]> =>
  Map.groupBy(
    events.filter(({ event_type }) => event_type === 'run_completed'),
    ({ payload }) => payload.run_id,
  );

describe(`a machine that is killed ${KILLS} times while it is used (seed ${seed})`, () => {
  test('a machine killed at random comes back with every message it took, every run ended once, and every session continuing', async () => {
    for (let life = 1; life <= KILLS; life += 1) {
      await live(life);
      await restart();
    }
    await Promise.all(known.filter(({ key, acknowledged }) => key !== undefined && !acknowledged).map(post));

    // A session answers in order, so its next answer says that all before it have come to their end: long before a lease
    // of the last life would have run out.
    const ears = await listen(machine.socketUrl, alice);
    for (const session of sessions) {
      const { status, body } = await send(alice, session, 'And now?', { target_agent: 'first' });
      expect(status).toBe(202);
      await ears.hear(session);
      expect((await ears.end(session, body.run.id)).payload.state).toBe('completed');
    }
    ears.close();

    const { body } = await alice.call<{ items: (Run & { session_id: string })[] }>('GET', '/my/runs?limit=100');
    for (const session of sessions) {
      const history = await historyOf(alice, session);
      const questions = history.filter(([role]) => role === 'user').map(([, content]) => content);
      expect(new Set(questions).size).toBe(questions.length);
      const mine = known.filter((message) => message.session === session);
      const taken = mine.filter(({ acknowledged }) => acknowledged).map(({ content }) => content);
      expect(taken.length).toBeGreaterThan(0);
      expect(questions).toEqual(expect.arrayContaining(taken));
      expect([...mine.map(({ content }) => content), 'And now?']).toEqual(expect.arrayContaining(questions));

      const events = await storedEvents(alice, session);
      expect(events.map(({ event_id }) => event_id)).toEqual(events.map((_, place) => place + 1));
      const ends = endsByRun(events);
      const runs = body.items.filter(({ session_id }) => session_id === session);
      expect(runs).toHaveLength(questions.length);
      expect(runs.map(({ id }) => ends.get(id)?.length)).toEqual(runs.map(() => 1));
      // Only a task that was being worked on in four lives on end is given up.
      const failures = runs.filter(({ state }) => state !== 'completed').map(({ error }) => error?.error_code);
      expect(failures.filter((code) => code !== 'worker_died')).toEqual([]);
      const answers = history.filter(([role]) => role === 'assistant');
      expect(answers.map(([, content]) => content)).toEqual(
        Array.from({ length: runs.length - failures.length }, () => TEXT),
      );
    }
  }, 600_000);

  test('a machine killed at random still knows its users: old tokens hold, people sign in, the demo user is ready', async () => {
    expect((await alice.call('GET', '/my')).body).toMatchObject({ id: alice.id, email: alice.email });
    const login = await request(machine.url, 'POST', '/auth/login', { email: alice.email, password: PASSWORD });
    expect(login.status).toBe(200);
    const [, email, password] = /Demo user +(\S+), password ([^\s,]+)/.exec(machine.output()) ?? [];
    const demo = await request(machine.url, 'POST', '/auth/login', { email, password });
    expect(demo.status).toBe(200);
  });
});
