import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { eventHeaders, eventQuery } from '../request-headers.ts';
import { type Reply, readReply } from '../rest/reply.ts';
import type { SocketApi, SocketRoute } from './api.ts';
import { type CallOptions, callRoute, EndpointTimedOut, failureMessage } from './call.ts';
import { answer, type Caller, type Connection, callerOf } from './connection.ts';
import { Connections } from './connections.ts';
import { connectEvent, disconnectEvent, identityOf, messageEvent, type SocketEvent } from './event.ts';
import { FrameMeter } from './frames.ts';
import { isHandshake, refuse } from './handshake.ts';
import { selectRoute } from './route.ts';

export type SocketGatewayOptions = CallOptions & { api: SocketApi; log: (line: string) => void };

const UNSUPPORTED_DATA = 1003;
const TOO_BIG = 1009;

/** Holds the clients' sockets and calls `$connect`, `$disconnect` and the routes of their messages. */
export class SocketGateway {
  readonly connections: Connections;
  readonly #options: SocketGatewayOptions;
  readonly #subprotocols = new WeakMap<IncomingMessage, string>();
  readonly #server: WebSocketServer;
  readonly #disconnecting = new Set<Promise<void>>();
  readonly #pending = new Set<Duplex>();

  constructor(options: SocketGatewayOptions) {
    this.#options = options;
    this.connections = new Connections(options.limits, options.timers);
    this.#server = new WebSocketServer({
      noServer: true,
      maxPayload: options.limits.messageBytes,
      // A subprotocol is agreed only if `$connect` answered with the header.
      handleProtocols: (_offered, request) => this.#subprotocols.get(request) ?? false,
    });
  }

  /** Takes an upgrade request: the connection exists once `$connect` has answered with success. Never rejects. */
  async connect(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (!isHandshake(request)) return refuse(socket, 400, { message: 'Bad Request' });
    const { api, limits, timers } = this.#options;
    const caller = callerOf(request, timers.now());
    const route = api.routes.get('$connect');
    if (route) {
      this.#pending.add(socket);
      const query = eventQuery((request.url ?? '').split('?')[1] ?? '');
      const event = connectEvent(api, caller, { now: timers.now(), headers: eventHeaders(request), query });
      const reply = await this.#connectReply(route, event);
      this.#pending.delete(socket);
      if (reply.statusCode < 200 || reply.statusCode > 299) {
        return refuse(socket, reply.statusCode, { message: reply.message, ...identityOf(event) });
      }
      if (reply.subprotocol) this.#subprotocols.set(request, reply.subprotocol);
    }
    if (socket.destroyed) return this.#disconnect(caller, 1006, '');
    // Listens before `ws` does, so that a frame too long is known before its message could be delivered.
    const meter = new FrameMeter(limits.frameBytes, () => accepted?.close(TOO_BIG, 'Frame too long'));
    socket.on('data', (chunk: Buffer) => meter.read(chunk));
    let accepted: WebSocket | undefined;
    this.#server.handleUpgrade(request, socket, head, (open) => {
      accepted = open;
      this.#accept(caller, open);
    });
  }

  /** Ends every connection as if the network had failed: no close frame. */
  drop(): void {
    for (const { socket } of this.connections.all()) socket.terminate();
  }

  /** Ends every connection and waits until each `$disconnect` has been answered. */
  async stop(): Promise<void> {
    for (const socket of this.#pending) socket.destroy();
    const closing = this.connections.all().map(({ socket }) => new Promise((resolve) => socket.once('close', resolve)));
    for (const { socket } of this.connections.all()) {
      socket.close(1001, 'Going away');
      socket.terminate();
    }
    await Promise.all(closing);
    await Promise.all(this.#disconnecting);
  }

  #accept(caller: Caller, socket: WebSocket): void {
    const connection: Connection = { ...caller, socket, lastActiveAt: this.#options.timers.now() };
    this.connections.add(connection);
    socket.on('message', (data, isBinary) => this.#receive(connection, data, isBinary));
    socket.on('error', (error) => this.#options.log(`connection ${caller.connectionId}: ${error.message}`));
    socket.once('close', (code, reason) => void this.#disconnect(caller, code, reason.toString()));
  }

  /** Messages start in the order they came and run side by side, as Lambda runs them. */
  #receive(connection: Connection, data: RawData, isBinary: boolean): void {
    const { api, timers } = this.#options;
    if (connection.socket.readyState !== connection.socket.OPEN) return;
    if (isBinary) {
      connection.socket.close(UNSUPPORTED_DATA, 'Binary frames are not supported');
      return;
    }
    connection.lastActiveAt = timers.now();
    const text = data.toString();
    const selected = selectRoute(api, text);
    const event = messageEvent(api, connection, {
      now: timers.now(),
      routeKey: selected?.key ?? '$default',
      body: text,
    });
    if (selected) void this.#deliver(connection, selected.route, event);
    else answer(connection, JSON.stringify({ message: 'Forbidden', ...identityOf(event) }));
  }

  async #deliver(connection: Connection, route: SocketRoute, event: SocketEvent): Promise<void> {
    try {
      const payload = await callRoute(route, event, this.#options);
      if (!route.responds) return;
      const { body } = readReply(payload, true);
      if (body.length > 0) answer(connection, body.toString());
    } catch (error) {
      this.#options.log(`${event.requestContext.routeKey}: ${describe(error)}`);
      answer(connection, JSON.stringify({ message: failureMessage(error), ...identityOf(event) }));
    }
  }

  async #connectReply(route: SocketRoute, event: SocketEvent) {
    try {
      const reply: Reply = readReply(await callRoute(route, event, this.#options), true);
      const subprotocol = reply.headers.get('sec-websocket-protocol')?.[0];
      return { statusCode: reply.statusCode, message: 'Connection refused', subprotocol };
    } catch (error) {
      this.#options.log(`$connect: ${describe(error)}`);
      return { statusCode: error instanceof EndpointTimedOut ? 504 : 502, message: failureMessage(error) };
    }
  }

  #disconnect(caller: Caller, code: number, reason: string): Promise<void> {
    const { api, timers, log } = this.#options;
    const route = api.routes.get('$disconnect');
    if (!route) return Promise.resolve();
    const call = callRoute(route, disconnectEvent(api, caller, { now: timers.now(), code, reason }), this.#options)
      .then(() => undefined)
      .catch((error) => log(`$disconnect: ${describe(error)}`))
      .finally(() => this.#disconnecting.delete(call));
    this.#disconnecting.add(call);
    return call;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
