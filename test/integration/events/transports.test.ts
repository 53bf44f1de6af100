import { describe, expect, test } from 'vitest';
import { startArtel } from '../../support/artel.ts';
import { type EventClient, followNdjson, followServerSentEvents, followSocket } from '../../support/event-client.ts';
import { storedEvents } from '../../support/events.ts';
import { appenderTo } from './appender.ts';
import { inEvents } from './in-events.ts';

/* Requirements: CH7, EV2, EV4, EV9. */

const ANSWER = Array.from({ length: 60 }, (_, at) => `word ${at} 😀`).join(', ');
const here = inEvents(ANSWER, startArtel);

const follow = (session: string, who = here.alice) => ({ url: here.artel.cloud.url, token: who.token, session });
const onEveryTransport = (session: string): EventClient[] => [
  here.kept(followNdjson(follow(session))),
  here.kept(followServerSentEvents(follow(session))),
  here.kept(followSocket(follow(session))),
];
const answerIn = (client: EventClient) => {
  const created = client.reader.events.findLast(({ event_type }) => event_type === 'message_created');
  return client.reader.textOf(String(created?.payload.message_id));
};

describe('the same session on every transport', () => {
  test('NDJSON, server-sent events and WebSocket give identical lines, and the text that was answered', async () => {
    const { session } = await here.alice.chat();
    const readers = onEveryTransport(session);
    await here.alice.ask(session, 'Tell me a lot.', { target_agent: 'helper' });
    await Promise.all(readers.map((client) => client.untilEvent('run_completed')));
    const stored = await storedEvents(here.alice, session);
    for (const client of readers) {
      expect([...client.lines.values()].map((line) => JSON.parse(line))).toEqual(stored);
      expect(client.failures).toEqual([]);
      expect(answerIn(client)).toBe(ANSWER);
    }
    const texts = readers.map(({ lines }) => [...lines.entries()].sort(([a], [b]) => a - b));
    expect(texts[1]).toEqual(texts[0]);
    expect(texts[2]).toEqual(texts[0]);
  });

  test('a client that loses its line again and again misses nothing and has nothing twice', async () => {
    const { session } = await here.alice.chat();
    const readers = onEveryTransport(session);
    const append = await appenderTo(here.artel, here.alice, session);
    for (let number = 1; number <= 6; number += 1) {
      await append(`event ${number}`);
      await Promise.all(readers.map((client) => client.until(() => client.reader.applied === number)));
      for (const client of readers) client.cut();
    }
    await Promise.all([append('seven'), append('eight'), append('nine')]);
    for (const client of readers) {
      await client.until(() => client.reader.applied === 9);
      expect(client.connections).toBeGreaterThanOrEqual(7);
    }
    const stored = await storedEvents(here.alice, session);
    for (const client of readers) expect(client.reader.events).toEqual(stored);
  });

  test('an answer whose readers are cut off in the middle of it arrives whole', async () => {
    const { session } = await here.alice.chat();
    const readers = [here.kept(followNdjson(follow(session))), here.kept(followSocket(follow(session)))];
    const asking = here.alice.ask(session, 'Tell me a lot.', { target_agent: 'helper' });
    await Promise.all(readers.map((client) => client.untilEvent('message_delta')));
    for (const client of readers) client.cut();
    await asking;
    await Promise.all(readers.map((client) => client.untilEvent('run_completed')));
    for (const client of readers) expect(answerIn(client)).toBe(ANSWER);
  });

  test('another user’s session is not found on any transport', async () => {
    const { session } = await here.alice.chat();
    const bob = await here.artel.register('bob');
    for (const headers of [{}, { accept: 'text/event-stream' }] as Record<string, string>[]) {
      const answer = await bob.call('GET', `/my/chat/${session}/events`, undefined, headers);
      expect([answer.status, answer.body]).toMatchObject([404, { error_code: 'not_found' }]);
    }
    const socket = here.kept(followSocket(follow(session, bob)));
    await expect.poll(() => String(socket.failures[0])).toContain('not_found');
    expect(socket.lines.size).toBe(0);
    await socket.stop().catch(() => undefined);
  });

  test('the stream’s errors have the shape of all others, also for other methods', async () => {
    const { session } = await here.alice.chat();
    const bad = await here.alice.call('GET', `/my/chat/${session}/events?last_event_id=x`);
    expect([bad.status, bad.body]).toMatchObject([
      422,
      { error_code: 'validation_failed', request_id: expect.any(String) },
    ]);
    const post = await here.alice.call('POST', `/my/chat/${session}/events`, {});
    expect([404, 405]).toContain(post.status);
    const anonymous = await fetch(`${here.artel.cloud.url}/my/chat/${session}/events`);
    expect([anonymous.status, await anonymous.json()]).toMatchObject([401, { error_code: 'unauthorized' }]);
  });

  test('a trailing slash changes nothing', async () => {
    const { session } = await here.alice.chat();
    await here.alice.ask(session, 'Hello', { target_agent: 'helper' });
    const plain = await here.alice.call<string>('GET', `/my/chat/${session}/events?follow=false`);
    const slash = await here.alice.call<string>('GET', `/my/chat/${session}/events/?follow=false`);
    expect([slash.status, slash.body]).toEqual([200, plain.body]);
  });
});
