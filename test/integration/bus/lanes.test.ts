import { describe, expect, test } from 'vitest';
import { storedEvents } from '../../support/events.ts';
import { historyOf, holdAnswer, laneOf, questionOf, type Sent, send, stateOf } from '../../support/gates.ts';
import { inBusWorld } from './in-bus-world.ts';

/* Requirements: AG4, BUS1, BUS2, BUS6. */

const here = inBusWorld();

const config = { system_prompt: 'You help.' };
const EMPTY = { running: 0, waiting: 0, live: 0 };

const agent = async (name: string, limits: Record<string, unknown>): Promise<string> => {
  const made = await here.alice.call('POST', '/my/agents', { name, ...config, ...limits });
  expect(made.status).toBe(201);
  return name;
};
const newSession = async (): Promise<string> => {
  const { body } = await here.alice.call<{ id: string }>('POST', '/my/chat/sessions', {});
  await here.listener.hear(body.id);
  return body.id;
};
/** A message in a session of its own. */
const sayAnew = async (name: string, content: string): Promise<{ session: string; run: string }> => {
  const session = await newSession();
  const { status, body } = await send(here.alice, session, content, { target_agent: name });
  expect(status).toBe(202);
  return { session, run: body.run.id };
};
const asked = (topic: string): string[] =>
  here.artel.model.requests
    .filter(({ path }) => path.endsWith('/chat/completions'))
    .map(({ body }) => questionOf(body) ?? '')
    .filter((question) => question.startsWith(topic));
const ends = (runs: { session: string; run: string }[]) =>
  Promise.all(runs.map(({ session, run }) => here.listener.end(session, run)));

describe('the concurrency limit of an agent', () => {
  test('an agent’s concurrency limit holds for thirty sessions at once: never a third call, and turns in order of arrival', async () => {
    const name = await agent('pair', { concurrency_limit: 2 });
    const topics = Array.from({ length: 30 }, (_, place) => `thirty: ${String(place).padStart(2, '0')}`);
    const held = topics.map((topic) => holdAnswer(here.artel, topic));
    const runs: { session: string; run: string }[] = [];
    for (const topic of topics) runs.push(await sayAnew(name, topic));
    expect(await laneOf(here.alice, name)).toEqual({ running: 2, waiting: 28, live: 30, limit: 2 });
    let answered = 0;
    for (const [place, one] of held.entries()) {
      await one.arrived;
      // All that arrived and were not let go are being answered now, and only those.
      expect(asked('thirty').length - answered).toBeLessThanOrEqual(2);
      if (place === 0) continue;
      held[place - 1]?.letGo();
      answered += 1;
    }
    held.at(-1)?.letGo();
    const states = (await ends(runs)).map(({ payload }) => payload.state);
    expect(new Set(states)).toEqual(new Set(['completed']));
    // The first two start side by side; from then on one starts when one ends.
    const order = asked('thirty');
    expect(order.slice(0, 2).toSorted()).toEqual(topics.slice(0, 2));
    expect(order.slice(2)).toEqual(topics.slice(2));
    expect(await laneOf(here.alice, name)).toMatchObject(EMPTY);
  });

  test('an agent at its concurrency limit does not hold up another agent', async () => {
    const slow = await agent('slow', { concurrency_limit: 1 });
    const held = holdAnswer(here.artel, 'others: slow');
    const stuck = await sayAnew(slow, 'others: slow');
    await held.arrived;
    const quick = await agent('quick', { concurrency_limit: 1 });
    await ends([await sayAnew(quick, 'others: quick')]);
    expect(await stateOf(here.alice, stuck.run)).toBe('running');
    held.letGo();
    await ends([stuck]);
  });

  test('a raised concurrency limit starts waiting work at once, and a lowered one starts nothing until there is room', async () => {
    const name = await agent('elastic', { concurrency_limit: 1 });
    const topics = ['elastic: 1', 'elastic: 2', 'elastic: 3', 'elastic: 4', 'elastic: 5'];
    const held = topics.map((topic) => holdAnswer(here.artel, topic));
    const runs: { session: string; run: string }[] = [];
    for (const topic of topics) runs.push(await sayAnew(name, topic));
    await held[0]?.arrived;
    expect(await laneOf(here.alice, name)).toMatchObject({ running: 1, waiting: 4 });

    const limit = (concurrency_limit: number) =>
      here.alice.call('PUT', `/my/agents/${name}`, { ...config, concurrency_limit });
    expect((await limit(3)).status).toBe(200);
    await Promise.all([held[1]?.arrived, held[2]?.arrived]);
    expect(await laneOf(here.alice, name)).toMatchObject({ running: 3, waiting: 2, limit: 3 });

    expect((await limit(1)).status).toBe(200);
    for (const place of [0, 1]) {
      held[place]?.letGo();
      await ends(runs.slice(place, place + 1));
    }
    // Two of three have ended: the one that is left fills the one slot.
    expect(await laneOf(here.alice, name)).toMatchObject({ running: 1, waiting: 2, limit: 1 });
    expect(asked('elastic').toSorted()).toEqual(topics.slice(0, 3));

    held[2]?.letGo();
    await held[3]?.arrived;
    for (const one of held) one.letGo();
    await ends(runs);
    expect(await laneOf(here.alice, name)).toMatchObject(EMPTY);
  });
});

describe('an agent with all the work it may have', () => {
  test('an agent with a full queue answers 429 with Retry-After, and nothing of the refused message is kept', async () => {
    const name = await agent('full', { concurrency_limit: 1, max_pending: 1 });
    const held = holdAnswer(here.artel, 'full: 1');
    const runs = [await sayAnew(name, 'full: 1'), await sayAnew(name, 'full: 2')];
    await held.arrived;
    const session = await newSession();
    const before = await here.operator.itemsOf(`USER#${here.alice.id}#PRJ#`);
    const refused = await send(here.alice, session, 'full: 3', { target_agent: name });
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, 5]);
    expect(refused.body).toMatchObject({ error_code: 'too_many_requests' });
    const known = new Set(before.map(({ pk, sk }) => `${pk} ${sk}`));
    const fresh = (await here.operator.itemsOf(`USER#${here.alice.id}#PRJ#`)).map(({ pk, sk }) => `${pk} ${sk}`);
    // The answer in the other session goes on and is logged meanwhile.
    expect(fresh.filter((key) => !known.has(key) && !key.includes(' EV#'))).toEqual([]);
    expect(await storedEvents(here.alice, session)).toEqual([]);
    expect(await historyOf(here.alice, session)).toEqual([]);
    expect(await laneOf(here.alice, name)).toMatchObject({ running: 1, waiting: 1, live: 2 });

    held.letGo();
    await ends(runs);
    const later = await here.alice.ask(session, 'full: 3', { target_agent: name });
    expect(later.run.state).toBe('completed');
    expect(await laneOf(here.alice, name)).toMatchObject(EMPTY);
  });

  test('an agent’s queue limit counts messages that wait in their session as well', async () => {
    const name = await agent('narrow', { concurrency_limit: 1, max_pending: 1 });
    const held = holdAnswer(here.artel, 'narrow: 1');
    const session = await newSession();
    const say = (content: string) => send(here.alice, session, content, { target_agent: name });
    const first = await say('narrow: 1');
    const second = await say('narrow: 2');
    const third = await say('narrow: 3');
    expect([first.status, second.status, third.status]).toEqual([202, 202, 429]);
    held.letGo();
    await here.listener.end(session, second.body.run.id);
    expect((await historyOf(here.alice, session)).map(([, content]) => content)).not.toContain('narrow: 3');
  });
});

describe('an agent that is deregistered', () => {
  test('a deregistered agent finishes its work, refuses new work with 409, and accepts it again once registered', async () => {
    const name = await agent('resting', { concurrency_limit: 1 });
    const held = holdAnswer(here.artel, 'rest: 1');
    const runs = [await sayAnew(name, 'rest: 1'), await sayAnew(name, 'rest: 2')];
    await held.arrived;
    const drained = await here.alice.call('POST', `/my/agents/${name}/deregister`);
    expect([drained.status, drained.body.status]).toEqual([200, 'draining']);
    const session = await newSession();
    const refused = await send(here.alice, session, 'rest: 3', { target_agent: name });
    expect([refused.status, (refused.body as unknown as { error_code: string }).error_code]).toEqual([409, 'conflict']);
    held.letGo();
    expect((await ends(runs)).map(({ payload }) => payload.state)).toEqual(['completed', 'completed']);
    await here.artel.cloud.sweep();
    expect((await send(here.alice, session, 'rest: 3', { target_agent: name })).status).toBe(409);
    expect((await here.alice.call('POST', `/my/agents/${name}/register`)).body.status).toBe('ready');
    expect((await here.alice.ask(session, 'rest: 4', { target_agent: name })).run.state).toBe('completed');
    expect(await laneOf(here.alice, name)).toMatchObject(EMPTY);
  });
});

describe('an agent that is deleted', () => {
  test('deleting an agent cancels its queued work with an event each, and lets running work end', async () => {
    const name = await agent('leaving', { concurrency_limit: 1 });
    const held = holdAnswer(here.artel, 'leave: 1');
    const running = await sayAnew(name, 'leave: 1');
    const queued = [await sayAnew(name, 'leave: 2'), await sayAnew(name, 'leave: 3')];
    const behind = await send(here.alice, running.session, 'leave: 4', { target_agent: name });
    await held.arrived;
    expect((await here.alice.call('DELETE', `/my/agents/${name}`)).status).toBe(204);
    expect((await ends(queued)).map(({ payload }) => payload.state)).toEqual(['cancelled', 'cancelled']);
    const end = await here.listener.end(running.session, behind.body.run.id);
    expect(end.payload.state).toBe('cancelled');
    expect((await here.alice.call('GET', `/my/agents/${name}`)).status).toBe(404);
    expect((await here.alice.call('POST', '/my/agents', { name, ...config })).status).toBe(201);

    held.letGo();
    expect((await here.listener.end(running.session, running.run)).payload.state).toBe('completed');
    expect(asked('leave')).toEqual(['leave: 1']);
    await here.artel.cloud.sweep();
    const lanes = (await here.operator.itemsOf(`USER#${here.alice.id}`)).filter(({ kind }) => kind === 'lane');
    expect(lanes.filter(({ status }) => status === 'deleting')).toEqual([]);
  });

  test('deleting an agent cancels running work that does not end within a minute', async () => {
    const name = await agent('stubborn', { concurrency_limit: 1 });
    const held = holdAnswer(here.artel, 'stubborn: 1');
    const running = await sayAnew(name, 'stubborn: 1');
    await held.arrived;
    await here.alice.call<Sent>('DELETE', `/my/agents/${name}`);
    expect(await stateOf(here.alice, running.run)).toBe('running');
    await here.operator.timePasses('lane');
    await here.artel.cloud.sweep();
    expect((await here.listener.end(running.session, running.run)).payload.state).toBe('cancelled');
    expect(await held.request().ended).toBe('aborted');
    held.letGo();
  });
});
