import type { IncomingMessage, ServerResponse } from 'node:http';
import { AccessDenied, type Authorizer, accessKeyOf } from '../iam/authorizer.ts';
import { readBody } from './rest/body.ts';
import { GatewayFailure } from './rest/failure.ts';
import { routeArn } from './route-arn.ts';
import type { SocketApi } from './socket/api.ts';
import { ClientBufferFull, type Connections, Gone } from './socket/connections.ts';

export const CONNECTIONS_PATH = '/@connections/';

const VERBS = new Set(['POST', 'GET', 'DELETE']);
const NORMAL_CLOSURE = 1000;

export type ManagementOptions = {
  api: SocketApi;
  connections: Connections;
  authorizer: Authorizer;
  messageBytes: number;
};

/**
 * The @connections API: PostToConnection, GetConnection and DeleteConnection, each allowed by
 * `execute-api:ManageConnections` on the API's stage, method and connection. Never rejects.
 *
 * @param path what follows the stage in the URL: `/@connections/{id}`
 */
export async function manageConnection(
  request: IncomingMessage,
  response: ServerResponse,
  { path, options }: { path: string; options: ManagementOptions },
): Promise<void> {
  try {
    const verb = request.method ?? '';
    const connectionId = decodeURIComponent(path.slice(CONNECTIONS_PATH.length));
    if (!VERBS.has(verb) || connectionId === '') return reply(response, 403, 'ForbiddenException', 'Forbidden');
    const { id, stage } = options.api;
    options.authorizer.authorize(accessKeyOf(request.headers.authorization), {
      action: 'execute-api:ManageConnections',
      resource: routeArn(id, stage, `${verb}${CONNECTIONS_PATH}${connectionId}`),
    });
    if (verb === 'POST') await post(request, response, { connectionId, options });
    else if (verb === 'GET') describe(response, connectionId, options.connections);
    else disconnect(response, connectionId, options.connections);
  } catch (error) {
    request.resume();
    const [statusCode, type, message] = outcomeOf(error, options.messageBytes);
    reply(response, statusCode, type, message);
  }
}

async function post(
  request: IncomingMessage,
  response: ServerResponse,
  { connectionId, options }: { connectionId: string; options: ManagementOptions },
) {
  const data = await readBody(request, options.messageBytes);
  options.connections.post(connectionId, data);
  response.writeHead(200).end();
}

function describe(response: ServerResponse, connectionId: string, connections: Connections): void {
  const { connectedAt, lastActiveAt, sourceIp, userAgent } = connections.get(connectionId);
  const body = JSON.stringify({
    connectedAt: new Date(connectedAt).toISOString(),
    identity: { sourceIp, userAgent },
    lastActiveAt: new Date(lastActiveAt).toISOString(),
  });
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(body);
}

function disconnect(response: ServerResponse, connectionId: string, connections: Connections): void {
  connections.get(connectionId).socket.close(NORMAL_CLOSURE, 'Connection closed by the service');
  response.writeHead(204).end();
}

function outcomeOf(error: unknown, messageBytes: number): [number, string, string] {
  if (error instanceof Gone) return [410, 'GoneException', error.message];
  if (error instanceof AccessDenied) return [403, 'ForbiddenException', error.message];
  if (error instanceof ClientBufferFull) return [429, 'LimitExceededException', error.message];
  if (error instanceof GatewayFailure) return [413, 'PayloadTooLargeException', `message over ${messageBytes} bytes`];
  if (error instanceof URIError) return [400, 'BadRequestException', 'invalid connection id'];
  return [500, 'InternalServerErrorException', String(error)];
}

function reply(response: ServerResponse, statusCode: number, type: string, message: string): void {
  response
    .writeHead(statusCode, { 'Content-Type': 'application/json', 'x-amzn-ErrorType': type })
    .end(JSON.stringify({ message }));
}
