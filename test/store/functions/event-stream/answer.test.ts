import { PassThrough, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { streamEvents } from '../../../../functions/event-stream/stream-events.ts';
import { listAudit } from '../../../../shared/audit/index.ts';
import { Unauthorized } from '../../../../shared/core/errors.ts';
import type { Identity } from '../../../../shared/core/identity.ts';
import { authenticated } from '../../../../shared/core/scope.ts';
import { appendWrites, readEnd } from '../../../../shared/events/index.ts';
import { createSession } from '../../../../shared/sessions/index.ts';
import { getItem, sessionKeys, transact } from '../../../../shared/store/index.ts';
import { startTestTable } from '../../../support/table.ts';
import { alice, bob, progress, project } from '../../shared/events/people.ts';
import { context, eventsRequest } from './request.ts';

/* Requirements: EV2. */

let table: Awaited<ReturnType<typeof startTestTable>>;
let session: string;
beforeAll(async () => {
  table = await startTestTable();
  session = (await createSession(project, {})).id;
  for (const count of [2, 3]) {
    const events = Array.from({ length: count }, (_, at) => progress(`${count}.${at}`));
    const appended = appendWrites(project, session, { end: await readEnd(project, session), events, now: Date.now() });
    await transact(appended.writes);
  }
});
afterAll(() => table.stop());

const as = (scope: typeof alice): Identity => ({
  scope,
  projectId: 'prj_home',
  via: 'token',
  credential: 'jti',
  tier: 'standard',
});

type Head = { statusCode: number; headers: Record<string, string> };

const ask = async (
  more: Parameters<typeof eventsRequest>[1] = {},
  { of = session, who = as(alice) }: { of?: string; who?: Identity } = {},
): Promise<Head & { body: string }> => {
  const body = new PassThrough();
  let head: Head | undefined;
  const begin = (given: Head): Writable => {
    head = given;
    return body;
  };
  const [read] = await Promise.all([
    text(body),
    streamEvents(eventsRequest(of, more), context, begin, { authenticate: async () => who }),
  ]);
  return { ...head!, body: read };
};

const stored = async (): Promise<string[]> => {
  const items = await Promise.all([1, 3].map((first) => getItem(sessionKeys.events(project, session, first))));
  return items.flatMap((item) => item?.lines as string[]);
};
const once = { query: { follow: 'false' } };

describe('GET …/chat/{session_id}/events', () => {
  test('the event stream answers the stored lines unchanged as NDJSON, and ends when it need not follow', async () => {
    const { statusCode, headers, body } = await ask(once);
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/x-ndjson']);
    expect(body).toBe((await stored()).map((line) => `${line}\n`).join(''));
  });

  test('the event stream answers the same lines as server-sent events, each with its number as id', async () => {
    const { headers, body } = await ask({ ...once, headers: { Accept: 'text/event-stream' } });
    expect(headers['content-type']).toBe('text/event-stream');
    expect(body).toBe((await stored()).map((line, at) => `id: ${at + 1}\ndata: ${line}\n\n`).join(''));
  });

  test('the event stream continues after last_event_id, and prefers Last-Event-ID', async () => {
    const numbers = (body: string) => body.match(/"event_id":\d+/g)?.map((match) => Number(match.slice(11)));
    const query = { follow: 'false', last_event_id: '1' };
    expect(numbers((await ask({ query })).body)).toEqual([2, 3, 4, 5]);
    expect(numbers((await ask({ query, headers: { 'Last-Event-ID': '3' } })).body)).toEqual([4, 5]);
  });

  test('every answer of the event stream has the security headers and request id of the other operations', async () => {
    const { headers } = await ask(once);
    expect(headers).toMatchObject({
      'x-request-id': 'req-1',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'strict-transport-security': expect.any(String),
    });
  });

  test('a client that follows the stream is in its user’s audit trail from beginning to end', async () => {
    const dave = authenticated({ userId: 'dave' });
    const watched = await createSession(dave.inProject('prj_home'), {});
    await ask(once, { of: watched.id, who: as(dave) });
    expect((await listAudit(dave, { limit: 9, now: Date.now() })).items).toEqual([]);
    const stream = new PassThrough();
    stream.resume();
    const pause = async () => {
      const { items } = await listAudit(dave, { limit: 9, now: Date.now() });
      expect(items.map(({ action }) => action)).toEqual(['stream_opened']);
      stream.destroy();
      await new Promise((resolve) => setImmediate(resolve));
    };
    await streamEvents(eventsRequest(watched.id), context, () => stream, { authenticate: async () => as(dave), pause });
    const { items } = await listAudit(dave, { limit: 9, now: Date.now() });
    expect(items).toMatchObject([
      { action: 'stream_closed', target: watched.id, source_ip: '127.0.0.1', request_id: 'req-1' },
      { action: 'stream_opened', target: watched.id, source_ip: '127.0.0.1', request_id: 'req-1' },
    ]);
  });

  test('a stream that cannot be audited is not opened', async () => {
    await table.injectFault({ action: 'PutItem', times: 5, error: 'InternalServerError' });
    const { statusCode } = await ask({});
    expect(statusCode).toBe(503);
  });

  test.each([
    ['a word', { query: { last_event_id: 'seven' } }],
    ['a negative number', { query: { last_event_id: '-1' } }],
    ['a number out of all range', { query: { last_event_id: '9'.repeat(13) } }],
    ['a word in the header', { headers: { 'Last-Event-ID': 'x' } }],
    ['a follow that is neither true nor false', { query: { follow: 'maybe' } }],
    ['an unknown parameter', { query: { since: '1' } }],
  ])('the event stream answers 422 to %s', async (_what, more) => {
    const { statusCode, headers, body } = await ask(more);
    expect([statusCode, headers['content-type']]).toEqual([422, 'application/json']);
    expect(JSON.parse(body)).toMatchObject({ error_code: 'validation_failed', errors: [{ path: expect.any(String) }] });
  });

  test('an unknown session and one of somebody else answer the same 404', async () => {
    const unknown = await ask(once, { of: 'ses_01JD0000000000000000000000' });
    const foreign = await ask(once, { who: as(bob) });
    const silent = ({ statusCode, body }: { statusCode: number; body: string }) => {
      const { timestamp: _time, ...rest } = JSON.parse(body);
      return [statusCode, rest];
    };
    expect(silent(unknown)).toEqual(silent(foreign));
    expect(unknown.statusCode).toBe(404);
  });

  test('the event stream answers 401 in the error shape without a good token', async () => {
    const body = new PassThrough();
    let head: Head | undefined;
    const begin = (given: Head): Writable => {
      head = given;
      return body;
    };
    const authenticate = async () => {
      throw new Unauthorized('Sign in to do this.');
    };
    await streamEvents(eventsRequest(session), context, begin, { authenticate });
    expect(head).toMatchObject({ statusCode: 401, headers: { 'content-type': 'application/json' } });
    expect(JSON.parse(await text(body))).toMatchObject({ error_code: 'unauthorized', request_id: 'req-1' });
  });

  test('the event stream answers 403 to a key that may not read', async () => {
    const scope = authenticated({ userId: 'alice', permissions: ['chat'] });
    expect((await ask(once, { who: { ...as(scope), via: 'key' } })).statusCode).toBe(403);
  });

  test('nothing is read ahead of a client that takes its lines slowly', async () => {
    let release: (() => void) | undefined;
    const chunks: string[] = [];
    const slow = new Writable({
      highWaterMark: 1,
      write(chunk, _encoding, done) {
        chunks.push(String(chunk));
        release = done;
      },
    });
    const ended = streamEvents(eventsRequest(session, once), context, () => slow, {
      authenticate: async () => as(alice),
    });
    for (let line = 1; line <= 5; line += 1) {
      await expect.poll(() => chunks.length).toBe(line);
      expect(slow.writableLength).toBeLessThanOrEqual(Buffer.byteLength(chunks.at(-1) ?? ''));
      release?.();
    }
    await ended;
    expect(chunks.join('')).toBe((await stored()).map((line) => `${line}\n`).join(''));
  });

  test('nothing more is read when the client is gone', async () => {
    const stream = new PassThrough();
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
      await table.resetCounts();
      stream.destroy();
      await new Promise((resolve) => setImmediate(resolve));
    };
    stream.resume();
    await streamEvents(eventsRequest(session), context, () => stream, { authenticate: async () => as(alice), pause });
    expect(pauses).toBe(1);
    expect((await table.counts()).Query).toBeUndefined();
  });
});
