import { afterEach, describe, expect, test } from 'vitest';
import { startArtel } from '../../support/artel.ts';
import { storedEvents, textOfDeltas, typesOf } from '../../support/events.ts';
import { asks, historyOf, holdAnswer, laneOf, questionOf, send } from '../../support/gates.ts';
import { inBusWorld } from './in-bus-world.ts';

const here = inBusWorld(startArtel);

afterEach(async () => {
  here.artel.cloud.queues.onSend = () => 'deliver';
  expect(await laneOf(here.alice, 'helper')).toMatchObject({ running: 0, waiting: 0, live: 0 });
});

const sayAnew = async (content: string): Promise<{ session: string; run: string }> => {
  const { session } = await here.alice.chat('helper');
  await here.listener.hear(session);
  const { status, body } = await send(here.alice, session, content, { target_agent: 'helper' });
  expect(status).toBe(202);
  return { session, run: body.run.id };
};
const timesAsked = (question: string): number =>
  here.artel.model.requests.filter(
    ({ path, body }) => path.endsWith('/chat/completions') && questionOf(body) === question,
  ).length;

/** However it came to its end: the question once, the answer once, one end, no number missing or double. */
const expectDoneOnce = async (session: string, question: string, answer: string): Promise<void> => {
  expect(await historyOf(here.alice, session)).toEqual([
    ['user', question],
    ['assistant', answer],
  ]);
  const events = await storedEvents(here.alice, session);
  expect(events.map(({ event_id }) => event_id)).toEqual(events.map((_, place) => place + 1));
  const ends = events.filter(({ event_type }) => event_type === 'run_completed');
  expect(ends.map(({ payload }) => payload.state)).toEqual(['completed']);
};

describe('messages of the queues', () => {
  test('queue messages may all be lost: the sweeper has the work done', async () => {
    here.artel.cloud.queues.onSend = () => 'drop';
    const questions = Array.from({ length: 4 }, (_, place) => `lost: ${place}`);
    const runs: { session: string; run: string }[] = [];
    for (const question of questions) runs.push(await sayAnew(question));
    expect(questions.map(timesAsked)).toEqual([0, 0, 0, 0]);

    here.artel.cloud.queues.onSend = () => 'deliver';
    await here.operator.timePasses();
    await here.artel.cloud.sweep();
    for (const [place, { session, run }] of runs.entries()) {
      await here.listener.end(session, run);
      await expectDoneOnce(session, questions[place] ?? '', 'A plain answer.');
    }
  });

  test('queue messages may all arrive twice: each chat message is answered once', async () => {
    here.artel.cloud.queues.onSend = () => 'double';
    const questions = Array.from({ length: 4 }, (_, place) => `twice: ${place}`);
    const runs = await Promise.all(questions.map(sayAnew));
    for (const [place, { session, run }] of runs.entries()) {
      await here.listener.end(session, run);
      await expectDoneOnce(session, questions[place] ?? '', 'A plain answer.');
    }
    expect(questions.map(timesAsked)).toEqual([1, 1, 1, 1]);
  });
});

describe('a worker that dies in the middle of an answer', () => {
  test('a worker that dies midway is replaced after its lease: the successor starts at offset 0 and its text stands', async () => {
    const held = holdAnswer(here.artel, 'killed: one', { text: 'These words are lost with their worker.', after: 3 });
    const { session, run } = await sayAnew('killed: one');
    await held.arrived;
    await here.listener.until(session, ({ event_type }) => event_type === 'message_delta');
    await here.artel.cloud.kill('agent-worker');
    expect(await held.request().ended).toBe('aborted');
    held.letGo();

    here.artel.model.script({ text: 'A text of another worker.', when: asks('killed: one') });
    await here.artel.cloud.sweep();
    expect((await here.alice.call(`GET`, `/my/runs/${run}`)).body.state).toBe('running');
    await here.operator.timePasses('task');
    await here.artel.cloud.sweep();
    await here.listener.end(session, run);
    await expectDoneOnce(session, 'killed: one', 'A text of another worker.');

    const events = await storedEvents(here.alice, session);
    const answer = events.findLast(({ event_type }) => event_type === 'message_created');
    const deltas = events.filter(({ event_type }) => event_type === 'message_delta');
    const [before, after] = [deltas[0], deltas.findLast(({ payload }) => payload.offset === 0)];
    expect(before?.payload).toMatchObject({ offset: 0 });
    expect('These words are').toContain(String(before?.payload.text));
    expect('A text of another worker.').toContain(String(after?.payload.text));
    expect(textOfDeltas(events, String(answer?.payload.message_id))).toBe('A text of another worker.');
    expect(typesOf(events).filter((type) => type === 'task_started')).toHaveLength(2);
  });

  test('a task whose worker dies three times fails with a clear error, and the session continues', async () => {
    const { session } = await here.alice.chat('helper');
    await here.listener.hear(session);
    const deadly = Array.from({ length: 3 }, () => holdAnswer(here.artel, 'deadly: one'));
    const { body } = await send(here.alice, session, 'deadly: one', { target_agent: 'helper' });
    for (const place of deadly.keys()) {
      await here.artel.model.waitFor(place + 1, asks('deadly: one'));
      await here.artel.cloud.kill('agent-worker');
      await here.operator.timePasses('task');
      await here.artel.cloud.sweep();
    }
    const end = await here.listener.end(session, body.run.id);
    expect(end.payload).toMatchObject({ state: 'failed', error: { error_code: 'worker_died' } });
    for (const one of deadly) one.letGo();
    expect(timesAsked('deadly: one')).toBe(3);
    expect((await here.alice.ask(session, 'deadly: two')).run.state).toBe('completed');
  });
});

describe('a table that refuses or does not answer', () => {
  const trouble = [
    ['conflicts between transactions', 'TransactWriteItems', 'TransactionConflict', 6],
    ['transactions whose reply is lost', 'TransactWriteItems', 'drop-reply', 3],
    ['writes of single items whose reply is lost', 'PutItem', 'drop-reply', 2],
    ['errors of the table', '*', 'InternalServerError', 4],
  ] as const;
  for (const [what, action, error, times] of trouble) {
    test(`${what}: nothing is lost and nothing is done twice`, async () => {
      const { session } = await here.alice.chat('helper');
      await here.listener.hear(session);
      const question = `trouble: ${what}`;
      await here.artel.cloud.dynamodb.injectFault({ action, error, times });
      const { status, body } = await send(here.alice, session, question, { target_agent: 'helper' });
      expect(status).toBe(202);
      await here.artel.cloud.dynamodb.injectFault({ action, error, times });
      await here.listener.end(session, body.run.id);
      await expectDoneOnce(session, question, 'A plain answer.');
      expect(timesAsked(question)).toBe(1);
    });
  }
});
