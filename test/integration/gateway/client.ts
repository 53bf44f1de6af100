import { type ClientOptions, type RawData, WebSocket } from 'ws';

export type Closed = { code: number; reason: string };

/** A WebSocket client whose messages can be awaited one by one. */
export class Client {
  readonly socket: WebSocket;
  readonly closed: Promise<Closed>;
  readonly #messages: string[] = [];
  readonly #readers: ((text: string) => void)[] = [];

  private constructor(socket: WebSocket) {
    this.socket = socket;
    this.closed = new Promise((resolve) => {
      socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    });
    socket.on('message', (data: RawData) => {
      const reader = this.#readers.shift();
      if (reader) reader(data.toString());
      else this.#messages.push(data.toString());
    });
  }

  /** Rejects when the handshake is refused: `Unexpected server response: 401`. */
  static open(url: string, options: ClientOptions = {}, protocols: string[] = []): Promise<Client> {
    const socket = new WebSocket(url, protocols, { family: 4, ...options });
    const client = new Client(socket);
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(client));
      socket.on('error', reject);
    });
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  next(): Promise<string> {
    const message = this.#messages.shift();
    if (message !== undefined) return Promise.resolve(message);
    return new Promise((resolve) => this.#readers.push(resolve));
  }
}
