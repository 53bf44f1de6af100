import type { Limits } from '../limits.ts';
import type { Timers } from '../timers.ts';
import type { Connection } from './connection.ts';

/** Nobody is there any more, or never was. */
export class Gone extends Error {
  override readonly name = 'Gone';
}

/** The client reads so slowly that what waits for it has reached the limit. */
export class ClientBufferFull extends Error {
  override readonly name = 'ClientBufferFull';
}

const GOING_AWAY = 1001;
const OPEN = 1;

/** The open connections of the WebSocket API, and the two time limits each of them has. */
export class Connections {
  readonly #open = new Map<string, Connection>();
  readonly #limits: Limits;
  readonly #timers: Timers;

  constructor(limits: Limits, timers: Timers) {
    this.#limits = limits;
    this.#timers = timers;
  }

  get size(): number {
    return this.#open.size;
  }

  all(): Connection[] {
    return [...this.#open.values()];
  }

  add(connection: Connection): void {
    const { connectionId, socket } = connection;
    this.#open.set(connectionId, connection);
    const close = (reason: string) => socket.close(GOING_AWAY, reason);
    const cancelLifetime = this.#timers.after(this.#limits.socketLifetimeMs, () => close('Connection duration limit'));
    const cancelIdle = this.#watchIdle(connection, () => close('Idle connection timeout'));
    socket.once('close', () => {
      cancelLifetime();
      cancelIdle();
      this.#open.delete(connectionId);
    });
  }

  /** @throws Gone */
  get(connectionId: string): Connection {
    const connection = this.#open.get(connectionId);
    if (!connection || connection.socket.readyState !== OPEN) throw new Gone(`connection ${connectionId} is gone`);
    return connection;
  }

  /** Sends one text message; what is posted first arrives first. @throws Gone @throws ClientBufferFull */
  post(connectionId: string, data: Buffer): void {
    const connection = this.get(connectionId);
    if (connection.socket.bufferedAmount > this.#limits.clientBufferBytes) {
      throw new ClientBufferFull(`connection ${connectionId} does not read`);
    }
    connection.socket.send(data, { binary: false });
    connection.lastActiveAt = this.#timers.now();
  }

  /** One timer a connection, moved on when it fires: a message costs no timer of its own. */
  #watchIdle(connection: Connection, expire: () => void): () => void {
    let cancel: () => void;
    const watch = (ms: number) => {
      cancel = this.#timers.after(ms, () => {
        const left = connection.lastActiveAt + this.#limits.socketIdleMs - this.#timers.now();
        if (left > 0) watch(left);
        else expire();
      });
    };
    watch(this.#limits.socketIdleMs);
    return () => cancel();
  }
}
