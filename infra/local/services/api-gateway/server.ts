import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Resource } from '../../template/resource.ts';
import type { Authorizer } from '../iam/authorizer.ts';
import { InvokePermissions } from '../iam/permissions.ts';
import type { Invoker } from '../lambda/invoker.ts';
import { LIMITS, type Limits } from './limits.ts';
import { close, listen } from './listen.ts';
import { CONNECTIONS_PATH, manageConnection } from './management.ts';
import { refusals } from './refusals.ts';
import { restApiOf } from './rest/api.ts';
import { toldApart } from './rest/apis.ts';
import { RestGateway } from './rest/gateway.ts';
import { GatewayResponses } from './rest/gateway-responses.ts';
import { socketApiOf } from './socket/api.ts';
import { SocketGateway } from './socket/gateway.ts';
import { refuse } from './socket/handshake.ts';
import { systemTimers, type Timers } from './timers.ts';

export { refusals } from './refusals.ts';

export type GatewayOptions = {
  /** All resolved resources of all stacks; the gateway takes what it needs. */
  resources: Resource[];
  invoker: Invoker;
  authorizer: Authorizer;
  /** 0 for any free one. */
  port: number;
  /** Of REST APIs beside the first, each with a port of its own, by the beginnings of their logical ids. */
  ports?: Record<string, number>;
  host?: '127.0.0.1';
  limits?: Partial<Limits>;
  timers?: Timers;
  /** One line for each answer of 500 and above that the gateway gave by itself. Default: standard error. */
  log?: (line: string) => void;
};

export type Gateway = {
  url: string;
  /** Of REST APIs beside the first, by their ids. */
  besideUrls: Record<string, string>;
  socketUrl: string;
  /** Endpoint for an `ApiGatewayManagementApi` client. */
  managementUrl: string;
  connections(): number;
  /** Cuts every WebSocket connection without a close frame. */
  dropConnections(): void;
  stop(): Promise<void>;
};

/** Where the WebSocket API and its @connections live beside the REST API, as in AWS they share a URL with their stage. */
const SOCKET_PATH = '/socket';
/** How long `stop` lets answers and `$disconnect` calls in progress finish. */
const GRACE_MS = 600;

/**
 * Serves the REST API, the WebSocket API and its @connections on one port of the loopback interface, and further REST APIs on
 * others.
 *
 * @throws Error listing every refusal of the template, or with code EADDRINUSE
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { resources, invoker, authorizer, port, ports, host = '127.0.0.1', timers = systemTimers } = options;
  const problems = refusals(resources, ports);
  if (problems.length > 0) throw new Error(`API Gateway would refuse the template:\n  ${problems.join('\n  ')}`);
  const limits = { ...LIMITS, ...options.limits };
  const log = options.log ?? ((line: string) => void process.stderr.write(`gateway: ${line}\n`));
  const calls = { invoker, permissions: new InvokePermissions(resources), limits, timers, log };
  const { first, beside } = toldApart(resources, ports);
  const api = restApiOf(first);
  if (api?.root.literals.has(SOCKET_PATH.slice(1)))
    throw new Error(`${SOCKET_PATH} is taken by the local WebSocket API`);
  const rest = new RestGateway({ api, responses: new GatewayResponses(first), ...calls });
  const socketApi = socketApiOf(resources);
  const sockets = socketApi && new SocketGateway({ api: socketApi, ...calls });

  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    const path = pathOf(request);
    if (socketApi && sockets && path.startsWith(`${SOCKET_PATH}${CONNECTIONS_PATH}`)) {
      const { connections } = sockets;
      const management = { api: socketApi, connections, authorizer, messageBytes: limits.messageBytes };
      void manageConnection(request, response, { path: path.slice(SOCKET_PATH.length), options: management });
    } else if (sockets && isSocketPath(path)) {
      response.writeHead(426, { Upgrade: 'websocket', 'Content-Type': 'application/json' });
      response.end('{"message":"Upgrade Required"}');
    } else void rest.handle(request, response);
  };

  // Elsewhere an `Upgrade` header is only an offer (of HTTP/2, say), which the REST API does not take up.
  const shouldUpgradeCallback = (request: IncomingMessage) => isSocketPath(pathOf(request));
  const main = await listen({ port, host, limits }, onRequest, shouldUpgradeCallback);
  const others = await Promise.all(
    beside.map(async ({ id, port: own, resources: its }) => {
      const gateway = new RestGateway({ api: restApiOf(its), responses: new GatewayResponses(its), ...calls });
      const handle = (request: IncomingMessage, response: ServerResponse) => void gateway.handle(request, response);
      return { id, gateway, listening: await listen({ port: own, host, limits }, handle, () => false) };
    }),
  ).catch(async (error: unknown) => {
    await close(main, Promise.resolve(), 0);
    throw error;
  });
  main.server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (sockets) void sockets.connect(request, socket, head);
    else refuse(socket, 403, { message: 'Forbidden' });
  });

  return {
    url: `http://localhost:${main.port}`,
    besideUrls: Object.fromEntries(others.map(({ id, listening }) => [id, `http://localhost:${listening.port}`])),
    socketUrl: `ws://localhost:${main.port}${SOCKET_PATH}`,
    managementUrl: `http://${host}:${main.port}${SOCKET_PATH}`,
    connections: () => sockets?.connections.size ?? 0,
    dropConnections: () => sockets?.drop(),
    async stop() {
      for (const { gateway } of [{ gateway: rest }, ...others]) gateway.stop();
      await Promise.all([
        close(main, Promise.resolve(sockets?.stop()), GRACE_MS),
        ...others.map(({ listening }) => close(listening, Promise.resolve(), GRACE_MS)),
      ]);
    },
  };
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?')[0] ?? '/';
}

function isSocketPath(path: string): boolean {
  return path === SOCKET_PATH || path === `${SOCKET_PATH}/`;
}
