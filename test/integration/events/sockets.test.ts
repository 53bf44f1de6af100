import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { PASSWORD, request } from '../../support/artel.ts';
import { type EventClient, followSocket, socketTicket } from '../../support/event-client.ts';
import { storedEvents, typesOf } from '../../support/events.ts';
import { appenderTo } from './appender.ts';
import { inEvents } from './in-events.ts';
import { talk } from './talk.ts';

/* Requirements: EV1, EV5. */

const here = inEvents('A fair answer.');

const follow = (session: string, options?: Parameters<typeof followSocket>[1]): EventClient => {
  return here.kept(followSocket({ url: here.artel.cloud.url, token: here.alice.token, session }, options));
};

/** The status a handshake ends with: 101 when it succeeds. */
const handshake = (address: string, headers: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(address, { headers });
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('unexpected-response', (_request, response) => {
      response.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', reject);
  });

const task = (id: string, agent: string) => ({ id, description: `Do ${id}`, agent });

describe('the WebSocket API', () => {
  test('a ticket opens one socket, an Authorization header any number, and nothing else opens one', async () => {
    const address = await socketTicket({ url: here.artel.cloud.url, token: here.alice.token });
    expect([await handshake(address), await handshake(address)]).toEqual([101, 401]);
    const plain = address.slice(0, address.indexOf('?'));
    const headers = { authorization: `Bearer ${here.alice.token}` };
    expect([await handshake(plain, headers), await handshake(plain, headers)]).toEqual([101, 101]);
    expect([await handshake(plain), await handshake(`${plain}?ticket=${'x'.repeat(43)}`)]).toEqual([401, 401]);
  });

  test('a message sent over it is answered over it', async () => {
    const { session } = await here.alice.chat();
    const socket = await talk(await socketTicket({ url: here.artel.cloud.url, token: here.alice.token }));
    expect(await socket.say({ action: 'subscribe', session_id: session })).toMatchObject({
      ok: true,
      last_event_id: 0,
    });
    const sent = await socket.say({ action: 'message', session_id: session, content: 'Hello', target_agent: 'helper' });
    expect(sent).toMatchObject({ ok: true, message: { id: expect.any(String) }, run: { mode: 'direct' } });
    await expect.poll(() => typesOf(socket.events as never)).toContain('run_completed');
    expect(await socket.say({ action: 'ping' })).toMatchObject({ newest: { [session]: socket.events.length } });
    const run = (sent.run as { id: string }).id;
    expect(await socket.say({ action: 'cancel', run_id: run })).toMatchObject({
      ok: false,
      error: { error_code: 'conflict' },
    });
    socket.leave();
  });

  test.each([
    ['an empty text', { content: ' ' }],
    ['an unknown field', { content: 'Hello', target_agnet: 'helper' }],
    ['an agent that is not there', { content: 'Hello', target_agent: 'nobody' }],
    ['a plan that names an agent that is not there', { content: 'Hello', plan: { tasks: [task('a', 'nobody')] } }],
  ])('a message with %s is refused over the socket with the same errors as over REST', async (_what, message) => {
    const { session } = await here.alice.chat();
    const socket = await talk(await socketTicket({ url: here.artel.cloud.url, token: here.alice.token }));
    const overRest = await here.alice.call('POST', `/my/chat/${session}/message`, message);
    const { error_code, detail, errors } = overRest.body;
    expect(overRest.status).toBeGreaterThanOrEqual(400);
    const refused = await socket.say({ action: 'message', session_id: session, ...message });
    expect(refused).toMatchObject({ ok: false });
    expect(refused.error).toEqual({ error_code, detail, ...(errors !== undefined && { errors }) });
    socket.leave();
  });

  test('events whose push was lost arrive after the next ping', async () => {
    const { session } = await here.alice.chat();
    const client = follow(session, { pingEvery: 100 });
    const quietly = await appenderTo(here.artel, here.alice, session, { pushes: false });
    await quietly('one', 'two');
    await client.until(() => client.reader.applied === 2);
    await quietly('three');
    await client.until(() => client.reader.applied === 3);
    expect(client.connections).toBe(1);
  });

  test('a missing event number is requested without waiting for a ping', async () => {
    const { session } = await here.alice.chat();
    const client = follow(session, { gapFor: 50 });
    const [append, quietly] = await Promise.all([
      appenderTo(here.artel, here.alice, session),
      appenderTo(here.artel, here.alice, session, { pushes: false }),
    ]);
    await append('one');
    await client.until(() => client.reader.applied === 1);
    await quietly('two');
    await append('three');
    await client.until(() => client.reader.applied === 3);
    expect(client.reader.events).toEqual(await storedEvents(here.alice, session));
  });

  test('more listeners than one function serves all receive the same events', async () => {
    const { session } = await here.alice.chat();
    const address = (await socketTicket({ url: here.artel.cloud.url, token: here.alice.token })).split('?')[0] ?? '';
    const many: Awaited<ReturnType<typeof talk>>[] = [];
    for (let n = 0; n < 22; n += 1) {
      const socket = await talk(address, { authorization: `Bearer ${here.alice.token}` });
      await socket.say({ action: 'subscribe', session_id: session });
      many.push(socket);
    }
    const append = await appenderTo(here.artel, here.alice, session);
    await append('one');
    await append('two');
    const stored = await storedEvents(here.alice, session);
    const inOrder = (one: { event_id: number }, two: { event_id: number }) => one.event_id - two.event_id;
    for (const socket of many) {
      await expect.poll(() => [...socket.events].sort(inOrder)).toEqual(stored);
      socket.leave();
    }
  });

  test('signing out closes the sockets of that sign-in and refuses its tickets', async () => {
    const credentials = { email: here.alice.email, password: PASSWORD };
    const login = await request<{ access_token: string }>(here.artel.cloud.url, 'POST', '/auth/login', credentials);
    const token = login.body.access_token;
    const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const socket = await talk(await socketTicket({ url: here.artel.cloud.url, token }));
    expect(await socket.say({ action: 'ping' })).toMatchObject({ ok: true });
    const unused = await socketTicket({ url: here.artel.cloud.url, token });
    const out = await request(here.artel.cloud.url, 'POST', '/auth/logout', undefined, {
      cookie,
      authorization: `Bearer ${token}`,
    });
    expect(out.status).toBe(204);
    await socket.closed;
    expect(await handshake(unused)).toBe(401);
  });
});
