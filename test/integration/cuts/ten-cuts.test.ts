import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Artel, type Person, startArtel } from '../../support/artel.ts';
import { type EventClient, followNdjson, followServerSentEvents, followSocket } from '../../support/event-client.ts';
import { storedEvents } from '../../support/events.ts';
import { asks, send } from '../../support/gates.ts';
import { type Operator, operatorOf } from '../../support/operator.ts';

/* Requirements: GW9. */

let artel: Artel;
let alice: Person;
let operator: Operator;
const clients: EventClient[] = [];

beforeAll(async () => {
  artel = await startArtel();
  alice = await artel.register('alice');
  operator = operatorOf(artel.cloud);
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.stop()));
  operator.stop();
  await artel.stop();
});

const STAGES = 11;
const WORDS = 4;
const words = (stage: number): string =>
  Array.from({ length: WORDS }, (_, place) => `слово${stage}.${place}`).join(' ');
const TEXT = Array.from({ length: STAGES }, (_, stage) => words(stage)).join(' ');

/** An answer in eleven stages, the next of which goes out when it is let go. */
const stagedAnswer = (question: string) => {
  const gates = Array.from({ length: STAGES }, () => Promise.withResolvers<void>());
  const last = gates[STAGES - 1]!;
  artel.model.script({
    text: TEXT,
    when: asks(question),
    pace: (piece) => (gates[Math.floor(piece / WORDS)] ?? last).promise,
  });
  return (stage: number): void => gates[stage]?.resolve();
};

const transports = [followNdjson, followServerSentEvents, followSocket];
const kept = (client: EventClient): EventClient => {
  clients.push(client);
  return client;
};
const place = (session: string) => ({ url: artel.cloud.url, token: alice.token, session });
const begin = async (question: string) => {
  const { session } = await alice.chat();
  const letGo = stagedAnswer(question);
  const { body } = await send(alice, session, question, { target_agent: 'helper' });
  const call = ({ event_type }: { event_type: string }) => event_type === 'direct_agent_call';
  const answerOf = (client: EventClient): string =>
    client.reader.textOf(String(client.reader.events.find(call)?.payload.message_id)) ?? '';
  return { session, letGo, run: body.run.id, answerOf };
};

const expectAll = async (session: string, readers: { lines: Map<number, string> }[]): Promise<void> => {
  const stored = await storedEvents(alice, session);
  expect(stored.map(({ event_id }) => event_id)).toEqual(stored.map((_, at) => at + 1));
  const [first, ...others] = readers.map(({ lines }) => [...lines.entries()].toSorted(([a], [b]) => a - b));
  expect(first?.map(([, line]) => JSON.parse(line))).toEqual(stored);
  for (const other of others) expect(other).toEqual(first);
};

describe('a client whose line is cut ten times during one answer', () => {
  test('a client cut ten times during one answer gets the whole text and every event once, on NDJSON, server-sent events and WebSocket alike', async () => {
    const { session, letGo, answerOf } = await begin('cuts: ten');
    const readers = transports.map((follow) => kept(follow(place(session))));
    for (let stage = 0; stage < STAGES - 1; stage += 1) {
      letGo(stage);
      await Promise.all(readers.map((client) => client.until(() => answerOf(client).includes(words(stage)))));
      for (const client of readers) client.cut();
    }
    letGo(STAGES - 1);
    await Promise.all(readers.map((client) => client.untilEvent('run_completed')));
    for (const client of readers) {
      expect(client.connections).toBeGreaterThanOrEqual(STAGES);
      expect(client.failures).toEqual([]);
      expect(client.notices.filter(({ event_type }) => event_type === 'gap')).toEqual([]);
      expect(answerOf(client)).toBe(TEXT);
      expect(client.reader.events.map(({ event_id }) => event_id)).toEqual(
        [...client.lines.keys()].toSorted((a, b) => a - b),
      );
    }
    await expectAll(session, readers);
  });

  test('a client that was cut may return over another transport each time, with the last event id it has', async () => {
    const { session, letGo, answerOf } = await begin('cuts: changing');
    const whole = kept(followNdjson(place(session)));
    const lines = new Map<number, string>();
    let text = '';
    let after = 0;
    for (let stage = 0; stage < STAGES; stage += 1) {
      const client = kept(transports[stage % transports.length]!({ ...place(session), after }));
      letGo(stage);
      const last = stage === STAGES - 1;
      await client.until(() =>
        last
          ? client.reader.events.some(({ event_type }) => event_type === 'run_completed')
          : client.reader.events.some(({ payload }) => String(payload.text).includes(`слово${stage}.${WORDS - 1}`)),
      );
      await client.stop();
      for (const event of client.reader.events) {
        expect(lines.has(event.event_id)).toBe(false);
        lines.set(event.event_id, client.lines.get(event.event_id) ?? '');
        const { offset, text: more } = event.payload;
        if (event.event_type === 'message_delta') text = text.slice(0, Number(offset)) + String(more);
      }
      after = client.reader.applied;
    }
    await whole.untilEvent('run_completed');
    expect(text).toBe(TEXT);
    expect(answerOf(whole)).toBe(TEXT);
    await expectAll(session, [whole, { lines }]);
  });

  test('a client cut ten times gets the text of the second worker when the first dies between two cuts', async () => {
    const { session, letGo, answerOf } = await begin('cuts: deadly');
    const readers = transports.map((follow) => kept(follow(place(session))));
    for (let stage = 0; stage < 3; stage += 1) {
      letGo(stage);
      await Promise.all(readers.map((client) => client.until(() => answerOf(client).includes(words(stage)))));
      for (const client of readers) client.cut();
    }
    await artel.cloud.kill('agent-worker');
    artel.model.script({ text: 'Short.', when: asks('cuts: deadly') });
    await operator.timePasses('task');
    await artel.cloud.sweep();
    await Promise.all(readers.map((client) => client.untilEvent('run_completed')));
    for (const client of readers) expect(answerOf(client)).toBe('Short.');
    await expectAll(session, readers);
  });
});
