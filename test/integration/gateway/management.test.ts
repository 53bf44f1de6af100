import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GetConnectionCommand,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Gateway, startGateway } from '../../../infra/local/services/api-gateway/server.ts';
import type { Statement } from '../../../infra/local/services/iam/principal.ts';
import { Client } from './client.ts';
import { authorizerOf, CREDENTIALS, deferred, Functions } from './doubles.ts';
import { SOCKET_API_ID, socketApi } from './template.ts';

const MAY_MANAGE: Statement = {
  effect: 'Allow',
  actions: ['execute-api:ManageConnections'],
  resources: [`arn:aws:execute-api:us-east-1:000000000000:${SOCKET_API_ID}/dev/*/@connections/*`],
};
const RESOURCES = socketApi('socket', ['$connect', '$disconnect', '$default']);

let functions: Functions;
let gateway: Gateway;
let management: ApiGatewayManagementApiClient;

async function start(statements: Statement[], limits = {}): Promise<void> {
  functions = new Functions({ socket: () => ({ statusCode: 200 }) });
  const log = () => undefined;
  const authorizer = authorizerOf(statements);
  gateway = await startGateway({ resources: RESOURCES, invoker: functions, authorizer, port: 0, log, limits });
  const endpoint = gateway.managementUrl;
  const settings = { region: 'us-east-1', endpoint, credentials: CREDENTIALS, maxAttempts: 1 };
  management = new ApiGatewayManagementApiClient(settings);
}

beforeEach(() => start([MAY_MANAGE]));
afterEach(async () => {
  management.destroy();
  await gateway.stop();
});

async function connected(): Promise<{ client: Client; ConnectionId: string }> {
  const client = await Client.open(gateway.socketUrl);
  const ConnectionId = String(functions.socketEvents().at(-1)?.requestContext.connectionId);
  return { client, ConnectionId };
}
const post = (ConnectionId: string, Data: string) =>
  management.send(new PostToConnectionCommand({ ConnectionId, Data }));

test('posts reach the client as text in the order they were made', async () => {
  const { client, ConnectionId } = await connected();
  const texts = Array.from({ length: 20 }, (_, index) => `événement ${index}`);
  for (const text of texts) await post(ConnectionId, text);
  for (const text of texts) expect(await client.next()).toBe(text);
});

test('a connection says when it began, was last used and from where', async () => {
  const { ConnectionId } = await connected();
  await post(ConnectionId, 'hello');
  const about = await management.send(new GetConnectionCommand({ ConnectionId }));
  expect(about.Identity).toEqual({ SourceIp: '127.0.0.1', UserAgent: undefined });
  expect(about.LastActiveAt!.getTime()).toBeGreaterThanOrEqual(about.ConnectedAt!.getTime());
});

test('a deleted connection is closed for the client and $disconnect is called', async () => {
  const { client, ConnectionId } = await connected();
  await management.send(new DeleteConnectionCommand({ ConnectionId }));
  expect((await client.closed).code).toBe(1000);
  await functions.begun(2);
  expect(functions.socketEvents()[1]?.requestContext).toMatchObject({
    routeKey: '$disconnect',
    connectionId: ConnectionId,
  });
});

test('every command on a connection that has ended throws GoneException', async () => {
  const { client, ConnectionId } = await connected();
  client.socket.close();
  await functions.begun(2);
  const commands = [
    () => post(ConnectionId, 'x'),
    () => management.send(new GetConnectionCommand({ ConnectionId })),
    () => management.send(new DeleteConnectionCommand({ ConnectionId })),
    () => post('never-existed=', 'x'),
  ];
  for (const command of commands) {
    await expect(command()).rejects.toMatchObject({ name: 'GoneException', $metadata: { httpStatusCode: 410 } });
  }
});

test('a connection does not exist for posts until $connect has succeeded', async () => {
  await gateway.stop();
  const outcome = deferred<unknown>();
  functions = new Functions({
    socket: async (event: { requestContext: { connectionId: string; eventType: string } }) => {
      const { connectionId, eventType } = event.requestContext;
      if (eventType === 'CONNECT') outcome.resolve(await post(connectionId, 'early').catch((error) => error.name));
      return { statusCode: 200 };
    },
  });
  gateway = await startGateway({
    resources: RESOURCES,
    invoker: functions,
    authorizer: authorizerOf([MAY_MANAGE]),
    port: Number(new URL(gateway.url).port),
  });
  await Client.open(gateway.socketUrl);
  expect(await outcome.promise).toBe('GoneException');
});

test('a post over 128 KB throws PayloadTooLargeException and the connection lives on', async () => {
  const { client, ConnectionId } = await connected();
  const tooLong = post(ConnectionId, 'x'.repeat(128 * 1024 + 1));
  await expect(tooLong).rejects.toMatchObject({ name: 'PayloadTooLargeException' });
  await post(ConnectionId, 'fits');
  expect(await client.next()).toBe('fits');
});

test('a role without the permission is refused with action, resource and role', async () => {
  const { ConnectionId } = await connected();
  await gateway.stop();
  await start([{ ...MAY_MANAGE, resources: [`${MAY_MANAGE.resources[0]}`.replace('/*/@', '/GET/@')] }]);
  const resource = `arn:aws:execute-api:us-east-1:000000000000:${SOCKET_API_ID}/dev/POST/@connections/${ConnectionId}`;
  await expect(post(ConnectionId, 'x')).rejects.toMatchObject({
    name: 'ForbiddenException',
    message: `role socket is not allowed to execute-api:ManageConnections on ${resource}`,
  });
  await expect(management.send(new GetConnectionCommand({ ConnectionId }))).rejects.toMatchObject({
    name: 'GoneException',
  });
});

test('an unsigned request is refused', async () => {
  const { ConnectionId } = await connected();
  const response = await fetch(`${gateway.managementUrl}/@connections/${encodeURIComponent(ConnectionId)}`, {
    method: 'POST',
    body: 'x',
  });
  expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([403, 'ForbiddenException']);
});

test('a client that does not read makes posts fail with LimitExceededException instead of filling memory', async () => {
  management.destroy();
  await gateway.stop();
  await start([MAY_MANAGE], { clientBufferBytes: 100_000 });
  const { client, ConnectionId } = await connected();
  client.socket.pause();
  const flood = async () => {
    for (;;) await post(ConnectionId, 'x'.repeat(100_000));
  };
  await expect(flood()).rejects.toMatchObject({ name: 'LimitExceededException' });
  client.socket.terminate();
});
