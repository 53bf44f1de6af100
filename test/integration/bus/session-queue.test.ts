import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Artel, type Person, startArtel } from '../../support/artel.ts';
import { storedEvents, typesOf } from '../../support/events.ts';
import { asks, historyOf, holdAnswer, laneOf, questionOf, type Sent, send, stateOf } from '../../support/gates.ts';
import { type Listener, listen } from '../../support/listener.ts';
import { type Operator, operatorOf } from '../../support/operator.ts';

let artel: Artel;
let alice: Person;
let ears: Listener;
let operator: Operator;

beforeAll(async () => {
  artel = await startArtel();
  artel.model.always({ text: 'A plain answer.' });
  alice = await artel.register('alice');
  ears = await listen(artel.cloud.socketUrl, alice);
  operator = operatorOf(artel.cloud);
});
afterAll(async () => {
  ears.close();
  operator.stop();
  await artel.stop();
});
afterEach(async () => {
  expect(await laneOf(alice, 'helper')).toMatchObject({ running: 0, waiting: 0, live: 0 });
});

const newSession = async (): Promise<string> => {
  const { session } = await alice.chat('helper');
  await ears.hear(session);
  return session;
};
const say = (session: string, content: string, more: Record<string, unknown> = {}) =>
  send(alice, session, content, { target_agent: 'helper', ...more });
const cancel = (run: string) => alice.call<Sent['run']>('POST', `/my/runs/${run}/cancel`);
const endsOf = (session: string, run: string) =>
  ears
    .events(session)
    .filter(({ event_type, payload }) => event_type === 'run_completed' && payload.run_id === run)
    .map(({ payload }) => payload.state);
const questionsAmong = (wanted: string[]) =>
  artel.model.requests
    .filter(({ path }) => path.endsWith('/chat/completions'))
    .map(({ body }) => questionOf(body) ?? '')
    .filter((question) => wanted.includes(question));

describe('messages to a session that is busy', () => {
  test('wait and are answered in the order they came', async () => {
    const session = await newSession();
    const questions = ['queue: one', 'queue: two', 'queue: three'];
    const first = holdAnswer(artel, 'queue: one', { text: 'Answer one.' });
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
    for (const run of runs) await ears.end(session, run);
    expect(questionsAmong(questions)).toEqual(questions);
    expect(await historyOf(alice, session)).toEqual([
      ['user', 'queue: one'],
      ['assistant', 'Answer one.'],
      ['user', 'queue: two'],
      ['assistant', 'A plain answer.'],
      ['user', 'queue: three'],
      ['assistant', 'A plain answer.'],
    ]);
    const turns = (await storedEvents(alice, session))
      .filter(({ event_type }) => event_type === 'run_started' || event_type === 'run_completed')
      .map(({ event_type, payload }) => [event_type, payload.run_id]);
    expect(turns).toEqual(
      runs.flatMap((run) => [
        ['run_started', run],
        ['run_completed', run],
      ]),
    );
  });

  test('with on_conflict "reject" get 409 and leave no trace', async () => {
    const session = await newSession();
    const first = holdAnswer(artel, 'reject: one');
    const { body } = await say(session, 'reject: one');
    await first.arrived;
    const started = ({ event_type }: { event_type: string }) => event_type === 'direct_agent_call';
    await ears.until(session, started);
    const before = await storedEvents(alice, session);
    const refused = await say(session, 'reject: two', { on_conflict: 'reject' });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ error_code: 'conflict' });
    expect(await storedEvents(alice, session)).toEqual(before);
    expect(await laneOf(alice, 'helper')).toMatchObject({ running: 1, waiting: 0, live: 1 });
    first.letGo();
    await ears.end(session, body.run.id);
    expect(questionsAmong(['reject: one', 'reject: two'])).toEqual(['reject: one']);
    const runs = await alice.call<{ items: unknown[] }>('GET', `/my/runs?session_id=${session}`);
    expect(runs.body.items).toHaveLength(1);
  });

  test('with on_conflict "interrupt" end the old run once and are answered instead', async () => {
    const session = await newSession();
    const old = holdAnswer(artel, 'interrupt: one', { text: 'Words that will be cut off here.', after: 2 });
    const first = await say(session, 'interrupt: one');
    await old.arrived;
    await ears.until(session, ({ event_type }) => event_type === 'message_delta');
    const second = await say(session, 'interrupt: two', { on_conflict: 'interrupt' });
    expect([second.status, second.body.run.state]).toEqual([202, 'running']);
    await ears.end(session, second.body.run.id);
    expect(endsOf(session, first.body.run.id)).toEqual(['cancelled']);
    expect(endsOf(session, second.body.run.id)).toEqual(['completed']);
    expect(await old.request().ended).toBe('aborted');
    old.letGo();
    expect(await historyOf(alice, session)).toEqual([
      ['user', 'interrupt: one'],
      ['user', 'interrupt: two'],
      ['assistant', 'A plain answer.'],
    ]);
  });

  test('interrupt what runs, not what waits: that follows', async () => {
    const session = await newSession();
    const questions = ['pass: one', 'pass: two', 'pass: three'];
    const old = holdAnswer(artel, 'pass: one');
    const first = await say(session, 'pass: one');
    await old.arrived;
    const second = await say(session, 'pass: two');
    const third = await say(session, 'pass: three', { on_conflict: 'interrupt' });
    await ears.end(session, second.body.run.id);
    old.letGo();
    expect(endsOf(session, first.body.run.id)).toEqual(['cancelled']);
    expect(endsOf(session, third.body.run.id)).toEqual(['completed']);
    expect(questionsAmong(questions)).toEqual(['pass: one', 'pass: three', 'pass: two']);
  });
});

describe('cancelling', () => {
  test('a run whose answer is being streamed closes the model’s connection, and the session is free at once', async () => {
    const session = await newSession();
    const held = holdAnswer(artel, 'cancel: one', { text: 'A long answer that never ends.', after: 2 });
    const { body } = await say(session, 'cancel: one');
    await ears.until(session, ({ event_type }) => event_type === 'message_delta');
    const cancelled = await cancel(body.run.id);
    expect([cancelled.status, cancelled.body.state]).toEqual([200, 'cancelled']);
    const next = await alice.ask(session, 'cancel: two');
    expect(next).toMatchObject({ run: { state: 'completed' }, answer: 'A plain answer.' });
    expect(await held.request().ended).toBe('aborted');
    held.letGo();
    const events = await storedEvents(alice, session);
    expect(typesOf(events.filter(({ payload }) => payload.run_id === body.run.id)).slice(-2)).toEqual([
      'task_cancelled',
      'run_completed',
    ]);
    expect(endsOf(session, body.run.id)).toEqual(['cancelled']);
    expect(events.map(({ event_id }) => event_id)).toEqual(events.map((_, place) => place + 1));
  });

  test('twice changes nothing the second time', async () => {
    const session = await newSession();
    const held = holdAnswer(artel, 'twice: one');
    const { body } = await say(session, 'twice: one');
    await held.arrived;
    const first = await cancel(body.run.id);
    const before = await storedEvents(alice, session);
    const second = await cancel(body.run.id);
    held.letGo();
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect(await storedEvents(alice, session)).toEqual(before);
  });

  test('a run that waits in its session takes only that one out', async () => {
    const session = await newSession();
    const questions = ['middle: one', 'middle: two', 'middle: three'];
    const held = holdAnswer(artel, 'middle: one');
    const [first, second, third] = [
      await say(session, 'middle: one'),
      await say(session, 'middle: two'),
      await say(session, 'middle: three'),
    ];
    await held.arrived;
    expect((await cancel(second.body.run.id)).body.state).toBe('cancelled');
    expect(await stateOf(alice, first.body.run.id)).toBe('running');
    held.letGo();
    await ears.end(session, third.body.run.id);
    expect(endsOf(session, second.body.run.id)).toEqual(['cancelled']);
    expect(questionsAmong(questions)).toEqual(['middle: one', 'middle: three']);
  });

  test('a run that has ended is refused with 409', async () => {
    const session = await newSession();
    const { run } = await alice.ask(session, 'over: one', { target_agent: 'helper' });
    const refused = await cancel(run.id);
    expect([refused.status, (refused.body as unknown as { error_code: string }).error_code]).toEqual([409, 'conflict']);
    expect(await stateOf(alice, run.id)).toBe('completed');
  });
});

describe('deleting a session that is busy', () => {
  test('ends its runs, closes the model’s connection and leaves nothing of it', async () => {
    const session = await newSession();
    const held = holdAnswer(artel, 'delete: one', { text: 'Nobody will read all of this.', after: 2 });
    const running = await say(session, 'delete: one');
    const queued = await say(session, 'delete: two');
    await ears.until(session, ({ event_type }) => event_type === 'message_delta');
    expect((await alice.call('DELETE', `/my/chat/sessions/${session}`)).status).toBe(204);
    expect(await held.request().ended).toBe('aborted');
    held.letGo();
    for (const path of [
      `/my/chat/sessions/${session}`,
      `/my/chat/${session}/messages`,
      `/my/runs/${running.body.run.id}`,
      `/my/runs/${queued.body.run.id}`,
    ]) {
      expect([path, (await alice.call('GET', path)).status]).toEqual([path, 404]);
    }
    const again = await say(session, 'delete: three');
    expect(again.status).toBe(404);
    expect(artel.model.requests.some(asks('delete: two'))).toBe(false);
    const left = (await operator.itemsOf(`USER#${alice.id}`)).filter((item) => JSON.stringify(item).includes(session));
    // What its model calls cost stays on the person's account: ids and counts, no words.
    const more = left.filter(({ sk }) => !sk.startsWith('CHARGE#'));
    expect(more.map(({ pk, sk }) => [pk, sk])).toEqual([]);
  });
});
