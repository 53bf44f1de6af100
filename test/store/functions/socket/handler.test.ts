import type { Context } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import type { ConnectEvent } from '../../../../functions/socket/connect.ts';
import { handler } from '../../../../functions/socket/handler.ts';
import { listAudit } from '../../../../shared/audit/index.ts';
import type { Identity } from '../../../../shared/core/identity.ts';
import { authenticated } from '../../../../shared/core/scope.ts';
import { appendWrites, push, readEnd } from '../../../../shared/events/index.ts';
import { issueTicket } from '../../../../shared/identity/index.ts';
import { createSession } from '../../../../shared/sessions/index.ts';
import { putItem, SCHEMA_VERSION, sessionKeys, transact, userKeys } from '../../../../shared/store/index.ts';
import { withAccounts } from '../../../support/accounts.ts';
import { inTableWithSockets } from '../../../support/in-table-with-sockets.ts';
import { listening } from '../../../support/listening.ts';
import { alice, bob, progress, project } from '../../shared/events/people.ts';

const here = inTableWithSockets();
withAccounts(alice, bob, authenticated({ userId: 'carol' }));

const identityOf = (scope: typeof alice, more: Partial<Identity> = {}): Identity => ({
  scope,
  projectId: 'prj_home',
  via: 'token',
  credential: 'jti-1',
  tier: 'standard',
  expiresAt: Date.now() + 900_000,
  ...more,
});

const context = { getRemainingTimeInMillis: () => 29_000 } as Context;

const event = (routeKey: string, connectionId: string, more: Partial<ConnectEvent> = {}): ConnectEvent =>
  ({
    requestContext: { routeKey, connectionId, requestId: 'req-1', identity: { sourceIp: '127.0.0.1' } },
    isBase64Encoded: false,
    ...more,
  }) as unknown as ConnectEvent;

let opened = 0;
/** A socket that is open: what is said over it, and what came back. */
const open = async (identity = identityOf(alice)) => {
  opened += 1;
  const id = `socket-${opened}`;
  const { ticket } = await issueTicket(identity);
  const answer = await handler(event('$connect', id, { queryStringParameters: { ticket } }), context);
  expect(answer.statusCode).toBe(200);
  const heard = () => (here.sockets.posts.get(id) ?? []).map((text) => JSON.parse(text));
  const say = async (body: unknown, during = context) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    expect(await handler(event('$default', id, { body: text }), during)).toEqual({ statusCode: 200 });
    return heard().at(-1);
  };
  return { id, say, heard };
};

const append = async (session: string, ...texts: string[]) => {
  const end = await readEnd(project, session);
  const appended = appendWrites(project, session, { end, events: texts.map(progress), now: Date.now() });
  await transact(appended.writes);
  await push(project, session, appended.events);
};
const newChat = async () => (await createSession(project, {})).id;
const numbersOf = (lines: { event_id?: number }[]) => lines.flatMap(({ event_id }) => event_id ?? []);

describe('opening a socket', () => {
  test('a ticket opens one socket; the second is refused with 401', async () => {
    const { ticket } = await issueTicket(identityOf(alice));
    const connect = (id: string) => handler(event('$connect', id, { queryStringParameters: { ticket } }), context);
    expect([await connect('first'), await connect('second')]).toEqual([{ statusCode: 200 }, { statusCode: 401 }]);
  });

  test.each([
    ['neither ticket nor token', {}],
    ['an unknown ticket', { queryStringParameters: { ticket: 'x'.repeat(43) } }],
    ['an Authorization header that is no bearer token', { headers: { Authorization: 'Basic YWxpY2U6cHc=' } }],
    ['an API key nobody has', { headers: { authorization: `Bearer artel_${'0'.repeat(26)}_${'x'.repeat(43)}` } }],
  ])('opening a socket with %s is refused with 401', async (_what, more) => {
    expect(await handler(event('$connect', 'refused', more as Partial<ConnectEvent>), context)).toEqual({
      statusCode: 401,
    });
  });

  test('the opening and closing of a socket are in the user’s audit trail', async () => {
    const carol = authenticated({ userId: 'carol' });
    const { id } = await open(identityOf(carol));
    await handler(event('$disconnect', id), context);
    const { items } = await listAudit(carol, { limit: 10, now: Date.now() });
    expect(items.map(({ action, target }) => [action, target])).toEqual([
      ['stream_closed', id],
      ['stream_opened', id],
    ]);
  });
});

describe('subscribing', () => {
  test('subscribing replays the missed events, then answers, then events come as they are appended', async () => {
    const session = await newChat();
    await append(session, 'a', 'b', 'c');
    const { say, heard } = await open();
    const answer = await say({ action: 'subscribe', session_id: session, last_event_id: 1, ref: 7 });
    expect(answer).toEqual({ reply: 7, ok: true, session_id: session, last_event_id: 3, complete: true });
    await append(session, 'd');
    expect(numbersOf(heard())).toEqual([2, 3, 4]);
  });

  test('a subscription to a new chat costs five reads of items, one of the log, one of the account, and one write', async () => {
    const carol = authenticated({ userId: 'carol' });
    const { id: session } = await createSession(carol.inProject('prj_home'), {});
    const { say } = await open(identityOf(carol));
    await here.table.resetCounts();
    expect(await say({ action: 'subscribe', session_id: session })).toMatchObject({ ok: true });
    const calls = Object.entries(await here.table.counts()).map(([action, count]) => [action, count.calls]);
    expect(Object.fromEntries(calls)).toEqual({ GetItem: 5, BatchGetItem: 1, Query: 1, TransactWriteItems: 1 });
  });

  test('a client that asks for batches gets missed and new events in frames of several', async () => {
    const session = await newChat();
    await append(session, 'a', 'b', 'c');
    const { say, heard } = await open();
    expect(await say({ action: 'subscribe', session_id: session, batches: true })).toMatchObject({ last_event_id: 3 });
    await append(session, 'd', 'e');
    const frames = heard().flatMap(({ events }) => (events ? [numbersOf(events)] : []));
    expect(frames).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    expect(await say({ action: 'subscribe', session_id: session, batches: 'yes' })).toMatchObject({
      ok: false,
      error: { error_code: 'validation_failed' },
    });
  });

  test('subscribing without last_event_id replays everything stored, and missing numbers are reported as a gap', async () => {
    const session = await newChat();
    await append(session, 'a');
    const { say, heard } = await open();
    await say({ action: 'subscribe', session_id: session });
    expect(numbersOf(heard())).toEqual([1]);
    await say({ action: 'subscribe', session_id: session, last_event_id: 40 });
    expect(heard().slice(2)).toMatchObject([
      { event_type: 'gap', payload: { first_available: 1 } },
      { event_id: 1 },
      { ok: true, last_event_id: 1 },
    ]);
  });

  test('a replay that cannot be finished in time says so, and continues from where it stopped', async () => {
    const session = await newChat();
    await append(session, 'a');
    const { say } = await open();
    const late = { getRemainingTimeInMillis: () => 4_000 } as Context;
    const cut = await say({ action: 'subscribe', session_id: session }, late);
    expect(cut).toMatchObject({ ok: true, last_event_id: 0, complete: false });
    expect(await say({ action: 'subscribe', session_id: session })).toMatchObject({ last_event_id: 1, complete: true });
  });

  test('subscribing to another person’s session is not found, and none of its events arrive', async () => {
    const session = await newChat();
    await append(session, 'secret');
    const { say, heard } = await open(identityOf(bob));
    expect(await say({ action: 'subscribe', session_id: session })).toMatchObject({
      ok: false,
      error: { error_code: 'not_found' },
    });
    await append(session, 'another');
    expect(numbersOf(heard())).toEqual([]);
    expect(await listening(bob.inProject('prj_home'), session)).toEqual([]);
  });

  test('after unsubscribe and after the socket is closed nothing more is sent', async () => {
    const [left, closed] = [await newChat(), await newChat()];
    const { id, say, heard } = await open();
    await say({ action: 'subscribe', session_id: left });
    await say({ action: 'subscribe', session_id: closed });
    await say({ action: 'unsubscribe', session_id: left });
    await append(left, 'a');
    await handler(event('$disconnect', id), context);
    await append(closed, 'a');
    expect(numbersOf(heard())).toEqual([]);
  });

  test('ping returns each session’s newest number', async () => {
    const [one, two] = [await newChat(), await newChat()];
    const { say } = await open();
    await say({ action: 'subscribe', session_id: one });
    await say({ action: 'subscribe', session_id: two });
    await append(one, 'a', 'b');
    expect(await say({ action: 'ping', ref: 'p' })).toEqual({ reply: 'p', ok: true, newest: { [one]: 2, [two]: 0 } });
  });
});

test('a client that reaches for what is not its own leaves an entry in the audit trail, without the id', async () => {
  const carol = authenticated({ userId: 'carol' });
  const { say } = await open(identityOf(carol));
  const { id } = await createSession(project, {});
  await say({ action: 'subscribe', session_id: id });
  const { items } = await listAudit(carol, { limit: 5, now: Date.now(), action: 'access_refused' });
  expect(items).toEqual([expect.objectContaining({ target: 'socket subscribe', source_ip: '127.0.0.1' })]);
  expect(JSON.stringify(items)).not.toContain(id);
});

describe('what a client sends', () => {
  test.each([
    ['no JSON', '{', 'bad_request'],
    ['no object', '[]', 'bad_request'],
    ['a field that objects lose', '{"action":"ping","__proto__":1}', 'validation_failed'],
    [
      'arguments whose names are kept, for an unknown approval',
      '{"action":"confirm","approval_id":"apr_x","decision":"edit","arguments":{"__proto__":1}}',
      'not_found',
    ],
    ['no action', '{}', 'bad_request'],
    ['an unknown action', '{"action":"sing"}', 'bad_request'],
    ['a field missing', '{"action":"subscribe"}', 'validation_failed'],
    ['a field too many', '{"action":"ping","extra":1}', 'validation_failed'],
    ['a session id that is none', '{"action":"subscribe","session_id":"a#b"}', 'not_found'],
    ['a message to no session', '{"action":"message","session_id":"ses_x","content":"hi"}', 'not_found'],
    ['a message that says nothing', '{"action":"message","session_id":"ses_x","content":" \\n "}', 'validation_failed'],
    ['an unknown run', '{"action":"cancel","run_id":"run_x"}', 'not_found'],
    ['an unknown approval', '{"action":"confirm","approval_id":"apr_x","decision":"approve"}', 'not_found'],
    ['an unknown project', '{"action":"subscribe","session_id":"ses_x","project_id":"prj_x"}', 'not_found'],
    ['too much', JSON.stringify({ action: 'ping', ref: 'x'.repeat(70_000) }), 'payload_too_large'],
  ])('a message with %s is answered, and the socket stays open', async (_what, text, error_code) => {
    const { id, say } = await open();
    expect(await say(text)).toMatchObject({ ok: false, error: { error_code, detail: expect.any(String) } });
    expect(here.sockets.closed).not.toContain(id);
    expect(await say({ action: 'ping', ref: 1 })).toMatchObject({ reply: 1, ok: true });
  });

  test('a key without the scope for it may not chat or decide over a socket', async () => {
    const scope = authenticated({ userId: 'alice', permissions: ['read'] });
    await putItem({ ...userKeys.apiKey(alice, 'key_1'), v: SCHEMA_VERSION });
    const { say } = await open(
      identityOf(scope, { via: 'key', credential: 'key_1', tier: 'standard', expiresAt: undefined }),
    );
    const forbidden = { ok: false, error: { error_code: 'forbidden' } };
    expect(await say({ action: 'message', session_id: 'ses_x', content: 'hi' })).toMatchObject(forbidden);
    expect(await say({ action: 'confirm', approval_id: 'apr_x', decision: 'approve' })).toMatchObject(forbidden);
    expect(await say({ action: 'ping' })).toMatchObject({ ok: true });
  });

  test('after the sign-in was ended the next message is answered unauthorized and the socket is closed', async () => {
    const { id, say } = await open(identityOf(alice, { family: 'fam-out' }));
    expect(await say({ action: 'ping' })).toMatchObject({ ok: true });
    const expires_at = Date.now() / 1000 + 60;
    await putItem({ ...userKeys.revoked(alice, 'fam-out'), v: SCHEMA_VERSION, expires_at });
    expect(await say({ action: 'ping' })).toMatchObject({ ok: false, error: { error_code: 'unauthorized' } });
    expect(here.sockets.closed).toContain(id);
  });

  test('an internal failure is answered without its text', async () => {
    const { say } = await open();
    const session = await newChat();
    await putItem({ ...sessionKeys.state(project, session), v: SCHEMA_VERSION, status: 'no such status' });
    expect(await say({ action: 'subscribe', session_id: session, ref: 3 })).toEqual({
      reply: 3,
      ok: false,
      error: { error_code: 'internal_error', detail: 'Something went wrong on our side.' },
    });
  });

  test('R12: a table that fails is told as such, without its text, and when to try again', async () => {
    const { say } = await open();
    const session = await newChat();
    await here.table.injectFault({ action: 'TransactWriteItems', times: 5, error: 'InternalServerError' });
    expect(await say({ action: 'subscribe', session_id: session, ref: 3 })).toEqual({
      reply: 3,
      ok: false,
      error: {
        error_code: 'unavailable',
        detail: 'Something this depends on does not work at the moment.',
        retry_after: 1,
      },
    });
    expect(await say({ action: 'subscribe', session_id: session })).toMatchObject({ ok: true });
  });

  test('a client that left before the answer is forgotten', async () => {
    const session = await newChat();
    const { id, say } = await open();
    await say({ action: 'subscribe', session_id: session });
    here.sockets.gone.add(id);
    await say({ action: 'ping' });
    expect(await listening(project, session)).toEqual([]);
  });
});
