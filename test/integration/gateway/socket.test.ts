import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { LIMITS } from '../../../infra/local/services/api-gateway/limits.ts';
import { type Gateway, type GatewayOptions, startGateway } from '../../../infra/local/services/api-gateway/server.ts';
import { FunctionError } from '../../../infra/local/services/lambda/invoker.ts';
import { Client } from './client.ts';
import { authorizerOf, deferred, Functions, ManualTimers, type SocketCall } from './doubles.ts';
import { SOCKET_API_ID, socketApi } from './template.ts';

let gateway: Gateway | undefined;
afterEach(async () => {
  await gateway?.stop();
  gateway = undefined;
});

const KEYS = ['$connect', '$disconnect', '$default'];
const OK = { statusCode: 200 };

async function start(functions: Functions, options: Partial<GatewayOptions> = {}): Promise<Gateway> {
  const log = () => undefined;
  const resources = socketApi('socket', KEYS);
  gateway = await startGateway({ resources, invoker: functions, authorizer: authorizerOf(), port: 0, log, ...options });
  return gateway;
}
const typeOf = (event: SocketCall) => event.requestContext.eventType;

test('$connect receives the handshake and later events only the connection', async () => {
  const functions = new Functions({ socket: () => OK });
  const { socketUrl } = await start(functions);
  const client = await Client.open(`${socketUrl}?ticket=tkt_1&ticket=tkt_2`, { headers: { 'X-Trace': 'alice' } });
  client.send({ action: 'ping', ref: 1 });
  await functions.begun(2);
  client.socket.close(4000, 'done');
  await functions.begun(3);
  const [connect, message, disconnect] = functions.socketEvents();
  const { connectionId, connectedAt } = connect!.requestContext;
  expect(connectionId).toMatch(/^[\w-]{15}=$/);
  expect(connect).toMatchObject({
    requestContext: {
      routeKey: '$connect',
      eventType: 'CONNECT',
      apiId: SOCKET_API_ID,
      stage: 'dev',
      messageDirection: 'IN',
    },
    queryStringParameters: { ticket: 'tkt_2' },
    multiValueQueryStringParameters: { ticket: ['tkt_1', 'tkt_2'] },
    isBase64Encoded: false,
  });
  expect(connect!.headers).toMatchObject({ 'X-Trace': 'alice', 'X-Forwarded-For': '127.0.0.1' });
  expect(connect!.requestContext.identity).toEqual({ sourceIp: '127.0.0.1' });
  expect(message).toMatchObject({
    requestContext: { routeKey: '$default', eventType: 'MESSAGE', connectionId, connectedAt },
    body: '{"action":"ping","ref":1}',
  });
  expect(message!.requestContext.messageId).toMatch(/^[\w-]{15}=$/);
  expect(message).not.toHaveProperty('headers');
  expect(disconnect!.requestContext).toMatchObject({
    routeKey: '$disconnect',
    eventType: 'DISCONNECT',
    connectionId,
    disconnectStatusCode: 4000,
    disconnectReason: 'done',
  });
});

test.each([
  ['its own status', () => ({ statusCode: 401 }), 401],
  [
    '502 when the function throws',
    () => {
      throw new FunctionError('Error', 'boom');
    },
    502,
  ],
  ['502 when the reply is malformed', () => 'ok', 502],
])('a $connect that refuses ends the handshake with %s', async (_case, socket, status) => {
  const functions = new Functions({ socket });
  const { socketUrl, connections } = await start(functions);
  await expect(Client.open(socketUrl)).rejects.toThrow(`Unexpected server response: ${status}`);
  expect([connections(), functions.calls.length]).toEqual([0, 1]);
});

test('a $connect that takes longer than 29 seconds ends the handshake with 504', async () => {
  const timers = new ManualTimers();
  const functions = new Functions({ socket: () => new Promise(() => undefined) });
  const { socketUrl } = await start(functions, { timers });
  const opening = Client.open(socketUrl);
  await functions.begun(1);
  timers.advance(29_000);
  await expect(opening).rejects.toThrow('Unexpected server response: 504');
});

test('a subprotocol is agreed when $connect answers with it and not otherwise', async () => {
  let headers: Record<string, string> = { 'Sec-WebSocket-Protocol': 'artel.v1' };
  const { socketUrl } = await start(new Functions({ socket: () => ({ statusCode: 200, headers }) }));
  const client = await Client.open(socketUrl, {}, ['artel.v1']);
  expect(client.socket.protocol).toBe('artel.v1');
  headers = {};
  await expect(Client.open(socketUrl, {}, ['artel.v1'])).rejects.toThrow('Server sent no subprotocol');
});

test('$disconnect is called once when the client vanishes without a close frame', async () => {
  const functions = new Functions({ socket: () => OK });
  const { socketUrl } = await start(functions);
  const client = await Client.open(socketUrl);
  client.socket.terminate();
  await functions.begun(2);
  await gateway!.stop();
  const disconnects = functions.socketEvents().filter((event) => typeOf(event) === 'DISCONNECT');
  expect(disconnects.map((event) => event.requestContext.disconnectStatusCode)).toEqual([1006]);
});

test('$disconnect is called when the client gives up while $connect is still running', async () => {
  const connecting = deferred();
  const functions = new Functions({
    socket: (event: SocketCall) => (typeOf(event) === 'CONNECT' ? connecting.promise.then(() => OK) : OK),
  });
  const { socketUrl, connections } = await start(functions);
  const opening = new WebSocket(socketUrl, { family: 4 });
  opening.once('error', () => undefined);
  await functions.begun(1);
  opening.terminate();
  connecting.resolve();
  await functions.begun(2);
  expect(functions.socketEvents().map(typeOf)).toEqual(['CONNECT', 'DISCONNECT']);
  expect(connections()).toBe(0);
});

test('connections that drop without a close frame each call $disconnect', async () => {
  const functions = new Functions({ socket: () => OK });
  const { socketUrl, dropConnections, connections } = await start(functions);
  const clients = await Promise.all([Client.open(socketUrl), Client.open(socketUrl)]);
  expect(connections()).toBe(2);
  dropConnections();
  expect((await Promise.all(clients.map(({ closed }) => closed))).map(({ code }) => code)).toEqual([1006, 1006]);
  await functions.begun(4);
  expect(connections()).toBe(0);
});

test('messages of a connection start in order and do not wait for each other', async () => {
  const first = deferred();
  const socket = (event: SocketCall) => (event.body === '1' ? first.promise.then(() => OK) : OK);
  const functions = new Functions({ socket });
  const { socketUrl } = await start(functions);
  const client = await Client.open(socketUrl);
  for (const text of ['1', '2', '3']) client.send(text);
  await functions.begun(4);
  expect(functions.socketEvents().map(({ body }) => body)).toEqual([undefined, '1', '2', '3']);
  first.resolve();
});

test('a message goes to the route its action names and otherwise to $default', async () => {
  const functions = new Functions({ socket: () => OK });
  const resources = socketApi('socket', [...KEYS, 'ping']);
  const { socketUrl } = await start(functions, { resources });
  const client = await Client.open(socketUrl);
  const messages = ['{"action":"ping"}', '{"action":"other"}', '{"action":"$connect"}', 'no json', '[]'];
  for (const message of messages) client.send(message);
  await functions.begun(6);
  const routed = functions.socketEvents().slice(1);
  expect(routed.map(({ requestContext }) => requestContext.routeKey)).toEqual(['ping', ...Array(4).fill('$default')]);
});

test('a message that fits no route is answered Forbidden', async () => {
  const { socketUrl } = await start(new Functions({}), { resources: socketApi('socket', ['ping']) });
  const client = await Client.open(socketUrl);
  client.send({ action: 'other' });
  expect(JSON.parse(await client.next())).toMatchObject({ message: 'Forbidden' });
});

test('what a function returns is sent back only on a route with a RouteResponse', async () => {
  const socket = (event: SocketCall) => ({ statusCode: 200, body: `re ${event.body}` });
  const resources = socketApi('socket', [...KEYS, 'ask'], ['ask']);
  const functions = new Functions({ socket });
  const { socketUrl } = await start(functions, { resources });
  const client = await Client.open(socketUrl);
  client.send('silent');
  await functions.begun(2);
  client.send('{"action":"ask"}');
  expect(await client.next()).toBe('re {"action":"ask"}');
});

test('a function that fails on a message is reported to the client without detail', async () => {
  const socket = (event: SocketCall) => {
    if (event.body) throw new FunctionError('Error', 'secret detail');
    return OK;
  };
  const { socketUrl } = await start(new Functions({ socket }));
  const client = await Client.open(socketUrl);
  client.send('x');
  const { message, connectionId, requestId } = JSON.parse(await client.next());
  expect([message, typeof connectionId, typeof requestId]).toEqual(['Internal server error', 'string', 'string']);
});

test('a frame over 32 KB closes with 1009 and its message is not delivered', async () => {
  const functions = new Functions({ socket: () => OK });
  const { socketUrl } = await start(functions);
  const client = await Client.open(socketUrl);
  client.send('x'.repeat(LIMITS.frameBytes + 1));
  expect((await client.closed).code).toBe(1009);
  await functions.begun(2);
  expect(functions.socketEvents().map(typeOf)).toEqual(['CONNECT', 'DISCONNECT']);
});

test('a message of 128 KB in frames of 32 KB is delivered and one byte more closes with 1009', async () => {
  const functions = new Functions({ socket: () => OK });
  const { socketUrl } = await start(functions);
  const client = await Client.open(socketUrl);
  const frame = 'x'.repeat(LIMITS.frameBytes);
  for (const fin of [false, false, false, true]) client.socket.send(frame, { fin });
  await functions.begun(2);
  expect(functions.socketEvents()[1]?.body).toHaveLength(LIMITS.messageBytes);
  for (let part = 0; part < 4; part += 1) client.socket.send(frame, { fin: false });
  client.socket.send('x', { fin: true });
  expect((await client.closed).code).toBe(1009);
});

test('a binary frame closes with 1003', async () => {
  const { socketUrl } = await start(new Functions({ socket: () => OK }));
  const client = await Client.open(socketUrl);
  client.socket.send(Buffer.of(1, 2, 3));
  expect((await client.closed).code).toBe(1003);
});

test('a connection without messages for ten minutes is closed and one with messages is not', async () => {
  const timers = new ManualTimers();
  const functions = new Functions({ socket: () => OK });
  const { socketUrl } = await start(functions, { timers });
  const silent = await Client.open(socketUrl);
  const busy = await Client.open(socketUrl);
  timers.advance(9 * 60_000);
  busy.send('ping');
  await functions.begun(3);
  timers.advance(60_000);
  expect(await silent.closed).toEqual({ code: 1001, reason: 'Idle connection timeout' });
  expect(busy.socket.readyState).toBe(busy.socket.OPEN);
  timers.advance(9 * 60_000);
  expect((await busy.closed).code).toBe(1001);
});

test('a connection is closed after two hours although it is busy', async () => {
  const timers = new ManualTimers();
  const functions = new Functions({ socket: () => OK });
  const { socketUrl } = await start(functions, { timers });
  const client = await Client.open(socketUrl);
  for (let turn = 1; turn < 24; turn += 1) {
    timers.advance(5 * 60_000);
    client.send('ping');
    await functions.begun(1 + turn);
  }
  expect(client.socket.readyState).toBe(client.socket.OPEN);
  timers.advance(5 * 60_000);
  expect(await client.closed).toEqual({ code: 1001, reason: 'Connection duration limit' });
});

test('a plain request to the WebSocket address answers 426 and a bad handshake 400, without $connect', async () => {
  const functions = new Functions({ socket: () => OK });
  const { url, socketUrl } = await start(functions);
  expect((await fetch(`${url}/socket`)).status).toBe(426);
  const bad = { protocolVersion: 8 };
  await expect(Client.open(socketUrl, bad)).rejects.toThrow('Unexpected server response: 400');
  expect(functions.calls).toEqual([]);
});

test('a route without a Lambda permission refuses the handshake and logs which function it is', async () => {
  const lines: string[] = [];
  const resources = socketApi('socket', KEYS).filter(({ type }) => type !== 'AWS::Lambda::Permission');
  const { socketUrl } = await start(new Functions({}), { resources, log: (line) => lines.push(line) });
  await expect(Client.open(socketUrl)).rejects.toThrow('Unexpected server response: 502');
  expect(lines.join()).toContain('is not allowed to lambda:InvokeFunction on socket');
});
