import { afterEach, describe, expect, test } from 'vitest';
import { storedEvents, typesOf } from '../../support/events.ts';
import { asks, historyOf, holdAnswer, laneOf, questionOf, type Sent, send, stateOf } from '../../support/gates.ts';
import { expectHealthy } from '../../support/healthy.ts';
import { inBusWorld } from './in-bus-world.ts';

/* Requirements: BUS3, CH4, CH5, CH9. */

const here = inBusWorld();

afterEach(async () => {
  expect(await laneOf(here.alice, 'helper')).toMatchObject({ running: 0, waiting: 0, live: 0 });
  await expectHealthy(here.operator, here.alice);
});

const newSession = async (): Promise<string> => {
  const { session } = await here.alice.chat('helper');
  await here.listener.hear(session);
  return session;
};
const say = (session: string, content: string, more: Record<string, unknown> = {}) =>
  send(here.alice, session, content, { target_agent: 'helper', ...more });
const cancel = (run: string) => here.alice.call<Sent['run']>('POST', `/my/runs/${run}/cancel`);
const endsOf = (session: string, run: string) =>
  here.listener
    .events(session)
    .filter(({ event_type, payload }) => event_type === 'run_completed' && payload.run_id === run)
    .map(({ payload }) => payload.state);
/** What was asked, in order. A message after one that got no answer reaches the model joined to it, as the last paragraph. */
const questionsAmong = (wanted: string[]) =>
  here.artel.model.requests
    .filter(({ path }) => path.endsWith('/chat/completions'))
    .map(({ body }) => questionOf(body)?.split('\n\n').at(-1) ?? '')
    .filter((question) => wanted.includes(question));

describe('messages to a session that is busy', () => {
  test('messages to a busy session wait and are answered in order of arrival', async () => {
    const session = await newSession();
    const questions = ['queue: one', 'queue: two', 'queue: three'];
    const first = holdAnswer(here.artel, 'queue: one', { text: 'Answer one.' });
    const sent = [];
    for (const question of questions) sent.push(await say(session, question));
    expect(sent.map(({ status, body }) => [status, body.run.state])).toEqual([
      [202, 'running'],
      [202, 'queued'],
      [202, 'queued'],
    ]);
    await first.arrived;
    first.letGo();
    const runs = sent.map(({ body }) => body.run.id);
    for (const run of runs) await here.listener.end(session, run);
    expect(questionsAmong(questions)).toEqual(questions);
    expect(await historyOf(here.alice, session)).toEqual([
      ['user', 'queue: one'],
      ['assistant', 'Answer one.'],
      ['user', 'queue: two'],
      ['assistant', 'A plain answer.'],
      ['user', 'queue: three'],
      ['assistant', 'A plain answer.'],
    ]);
    const turns = (await storedEvents(here.alice, session))
      .filter(({ event_type }) => event_type === 'run_started' || event_type === 'run_completed')
      .map(({ event_type, payload }) => [event_type, payload.run_id]);
    expect(turns).toEqual(
      runs.flatMap((run) => [
        ['run_started', run],
        ['run_completed', run],
      ]),
    );
  });

  test('a message with on_conflict "reject" to a busy session gets 409 and leaves no trace', async () => {
    const session = await newSession();
    const first = holdAnswer(here.artel, 'reject: one');
    const { body } = await say(session, 'reject: one');
    await first.arrived;
    const started = ({ event_type }: { event_type: string }) => event_type === 'direct_agent_call';
    await here.listener.until(session, started);
    const before = await storedEvents(here.alice, session);
    const refused = await say(session, 'reject: two', { on_conflict: 'reject' });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ error_code: 'conflict' });
    expect(await storedEvents(here.alice, session)).toEqual(before);
    expect(await laneOf(here.alice, 'helper')).toMatchObject({ running: 1, waiting: 0, live: 1 });
    first.letGo();
    await here.listener.end(session, body.run.id);
    expect(questionsAmong(['reject: one', 'reject: two'])).toEqual(['reject: one']);
    const runs = await here.alice.call<{ items: unknown[] }>('GET', `/my/runs?session_id=${session}`);
    expect(runs.body.items).toHaveLength(1);
  });

  test('a message with on_conflict "interrupt" ends the old run once and is answered instead', async () => {
    const session = await newSession();
    const old = holdAnswer(here.artel, 'interrupt: one', { text: 'Words that will be cut off here.', after: 2 });
    const first = await say(session, 'interrupt: one');
    await old.arrived;
    await here.listener.until(session, ({ event_type }) => event_type === 'message_delta');
    const second = await say(session, 'interrupt: two', { on_conflict: 'interrupt' });
    expect([second.status, second.body.run.state]).toEqual([202, 'running']);
    await here.listener.end(session, second.body.run.id);
    expect(endsOf(session, first.body.run.id)).toEqual(['cancelled']);
    expect(endsOf(session, second.body.run.id)).toEqual(['completed']);
    expect(await old.request().ended).toBe('aborted');
    old.letGo();
    expect(await historyOf(here.alice, session)).toEqual([
      ['user', 'interrupt: one'],
      ['user', 'interrupt: two'],
      ['assistant', 'A plain answer.'],
    ]);
  });

  test('an interrupt ends the running message, not the waiting ones, which follow', async () => {
    const session = await newSession();
    const questions = ['pass: one', 'pass: two', 'pass: three'];
    const old = holdAnswer(here.artel, 'pass: one');
    const first = await say(session, 'pass: one');
    await old.arrived;
    const second = await say(session, 'pass: two');
    const third = await say(session, 'pass: three', { on_conflict: 'interrupt' });
    await here.listener.end(session, second.body.run.id);
    old.letGo();
    expect(endsOf(session, first.body.run.id)).toEqual(['cancelled']);
    expect(endsOf(session, third.body.run.id)).toEqual(['completed']);
    expect(questionsAmong(questions)).toEqual(['pass: one', 'pass: three', 'pass: two']);
  });
});

describe('cancelling', () => {
  test('cancelling a run that streams closes the model’s connection, and the session is free at once', async () => {
    const session = await newSession();
    const held = holdAnswer(here.artel, 'cancel: one', { text: 'A long answer that never ends.', after: 2 });
    const { body } = await say(session, 'cancel: one');
    await here.listener.until(session, ({ event_type }) => event_type === 'message_delta');
    const cancelled = await cancel(body.run.id);
    expect([cancelled.status, cancelled.body.state]).toEqual([200, 'cancelled']);
    const next = await here.alice.ask(session, 'cancel: two');
    expect(next).toMatchObject({ run: { state: 'completed' }, answer: 'A plain answer.' });
    expect(await held.request().ended).toBe('aborted');
    held.letGo();
    const events = await storedEvents(here.alice, session);
    expect(typesOf(events.filter(({ payload }) => payload.run_id === body.run.id)).slice(-2)).toEqual([
      'task_cancelled',
      'run_completed',
    ]);
    expect(endsOf(session, body.run.id)).toEqual(['cancelled']);
    expect(events.map(({ event_id }) => event_id)).toEqual(events.map((_, place) => place + 1));
  });

  test('cancelling twice changes nothing the second time', async () => {
    const session = await newSession();
    const held = holdAnswer(here.artel, 'twice: one');
    const { body } = await say(session, 'twice: one');
    await held.arrived;
    const first = await cancel(body.run.id);
    const before = await storedEvents(here.alice, session);
    const second = await cancel(body.run.id);
    held.letGo();
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect(await storedEvents(here.alice, session)).toEqual(before);
  });

  test('cancelling a run that waits in its session removes only that one', async () => {
    const session = await newSession();
    const questions = ['middle: one', 'middle: two', 'middle: three'];
    const held = holdAnswer(here.artel, 'middle: one');
    const [first, second, third] = [
      await say(session, 'middle: one'),
      await say(session, 'middle: two'),
      await say(session, 'middle: three'),
    ];
    await held.arrived;
    expect((await cancel(second.body.run.id)).body.state).toBe('cancelled');
    expect(await stateOf(here.alice, first.body.run.id)).toBe('running');
    held.letGo();
    await here.listener.end(session, third.body.run.id);
    expect(endsOf(session, second.body.run.id)).toEqual(['cancelled']);
    expect(questionsAmong(questions)).toEqual(['middle: one', 'middle: three']);
  });

  test('cancelling a run that has ended is refused with 409', async () => {
    const session = await newSession();
    const { run } = await here.alice.ask(session, 'over: one', { target_agent: 'helper' });
    const refused = await cancel(run.id);
    expect([refused.status, (refused.body as unknown as { error_code: string }).error_code]).toEqual([409, 'conflict']);
    expect(await stateOf(here.alice, run.id)).toBe('completed');
  });
});

describe('deleting a session that is busy', () => {
  test('deleting a busy session ends its runs, closes the model’s connection and leaves nothing behind', async () => {
    const session = await newSession();
    const held = holdAnswer(here.artel, 'delete: one', { text: 'Nobody will read all of this.', after: 2 });
    const running = await say(session, 'delete: one');
    const queued = await say(session, 'delete: two');
    await here.listener.until(session, ({ event_type }) => event_type === 'message_delta');
    expect((await here.alice.call('DELETE', `/my/chat/sessions/${session}`)).status).toBe(204);
    expect(await held.request().ended).toBe('aborted');
    held.letGo();
    for (const path of [
      `/my/chat/sessions/${session}`,
      `/my/chat/${session}/messages`,
      `/my/runs/${running.body.run.id}`,
      `/my/runs/${queued.body.run.id}`,
    ]) {
      expect([path, (await here.alice.call('GET', path)).status]).toEqual([path, 404]);
    }
    const again = await say(session, 'delete: three');
    expect(again.status).toBe(404);
    expect(here.artel.model.requests.some(asks('delete: two'))).toBe(false);
    // Looked at once more, when nobody can be at work for it any longer.
    await here.operator.timePasses('removed_session');
    await here.artel.cloud.sweep();
    const left = (await here.operator.itemsOf(`USER#${here.alice.id}`)).filter((item) =>
      JSON.stringify(item).includes(session),
    );
    // What its model calls cost stays on the person's account: ids and counts, no words.
    const more = left.filter(({ sk }) => !sk.startsWith('CHARGE#'));
    expect(more.map(({ pk, sk }) => [pk, sk])).toEqual([]);
  });
});
