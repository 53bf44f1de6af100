import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';

/** A call that leaves the container: the simulation decides when it is answered, and whether it ever is. */
export type Reach = (service: string, operation: string, input: unknown) => Promise<unknown>;

/** What a server answers: the body comes piece by piece, each when the simulation lets it. */
export type HttpAnswer = { id: number; status: number; headers: Record<string, string> };
export type HttpRequest = { url: string; method: string; headers: Record<string, string>; body: string };

type RequestOptions = { method: string; headers: Record<string, string>; signal?: AbortSignal; lookup?: unknown };

/** In place of `http.request`, as far as the gateway and the guarded egress use it. */
export const requestOf =
  (reach: Reach) =>
  (url: URL, options: RequestOptions, onResponse?: (message: Readable) => void): StandInRequest =>
    new StandInRequest(reach, { url, options, onResponse });

type Asked = { url: URL; options: RequestOptions; onResponse: ((message: Readable) => void) | undefined };

class StandInRequest extends EventEmitter {
  readonly reusedSocket = false;
  readonly #reach: Reach;
  readonly #asked: Asked;
  #message: Readable | undefined;
  #over = false;

  constructor(reach: Reach, asked: Asked) {
    super();
    this.#reach = reach;
    this.#asked = asked;
    const { signal } = asked.options;
    if (signal?.aborted) process.nextTick(() => this.destroy(aborted()));
    else signal?.addEventListener('abort', () => this.destroy(aborted()), { once: true });
  }

  end(body: string | Uint8Array = ''): void {
    const socket = Object.assign(new EventEmitter(), { remoteAddress: '93.184.215.14' });
    this.emit('socket', socket);
    socket.emit('connect');
    socket.emit('secureConnect');
    const { url, options } = this.#asked;
    const { method, headers } = options;
    const request: HttpRequest = { url: url.href, method, headers, body: Buffer.from(body).toString() };
    this.#reach('http', 'request', request).then(
      (answer) => this.#answered(answer as HttpAnswer),
      (error: Error) => this.destroy(error),
    );
  }

  destroy(error: Error): void {
    if (this.#message) {
      this.#message.destroy(error);
      return;
    }
    if (this.#over) return;
    this.#over = true;
    this.emit('error', error);
  }

  #answered({ id, status, headers }: HttpAnswer): void {
    if (this.#over) return;
    this.#over = true;
    const reach = this.#reach;
    const body = new Readable({
      read() {
        reach('http', 'more', { id }).then(
          (piece) => this.push(typeof piece === 'string' ? Buffer.from(piece) : null),
          (error: Error) => this.destroy(error),
        );
      },
    });
    this.#message = Object.assign(body, { statusCode: status, headers, rawHeaders: Object.entries(headers).flat() });
    body.on('error', () => undefined);
    if (this.#asked.onResponse) this.#asked.onResponse(this.#message);
    else this.emit('response', this.#message);
  }
}

const aborted = (): Error =>
  Object.assign(new Error('The operation was aborted'), { name: 'AbortError', code: 'ABORT_ERR' });
