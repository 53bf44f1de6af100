import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type ClientHttp2Session, connect } from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { insideProgram, startWrapped, type Wrapped } from '../../../../shared/sandbox/index.ts';

const MB = 1024 * 1024;

/** What a machine has, whatever its commands are allowed. */
const SIZE = { timeMs: 0, memoryBytes: 2048 * MB, diskBytes: 512 * MB, outputBytes: 0, processes: 512 };

export type MachineSettings = { dependencies?: string; bubblewrap?: string };

/** One machine: a namespace with the agent inside, and a door on this machine that takes tokens. */
export class LocalMachine {
  readonly id: string;
  readonly #wrapped: Wrapped;
  readonly #session: ClientHttp2Session;
  readonly #door: Server;
  readonly #tokens = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;
  #state: 'PENDING' | 'RUNNING' | 'TERMINATED' = 'PENDING';

  constructor(id: string, lifetimeSeconds: number, { dependencies, bubblewrap = 'bwrap' }: MachineSettings) {
    this.id = id;
    const program = insideProgram('agent');
    const mounts = { runtime: process.execPath, program, ...(dependencies !== undefined && { dependencies }) };
    this.#wrapped = startWrapped(mounts, SIZE, program.entry, bubblewrap);
    for (const stream of [this.#wrapped.output, this.#wrapped.complaint]) stream.resume();
    this.#session = connect('http://machine', { createConnection: () => this.#wrapped.answer as Duplex });
    // A machine that ends takes the connection along; whoever asks it by then is answered 502.
    this.#session.on('error', () => undefined);
    this.#door = createServer((request, response) => this.#admit(request, response));
    this.#door.requestTimeout = 0;
    this.#timer = setTimeout(() => this.end(), lifetimeSeconds * 1000);
    this.#wrapped.ended.then(() => this.end());
  }

  get state(): string {
    return this.#state;
  }

  /** Resolves to its address. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#door.listen(0, '127.0.0.1', resolve));
    if (this.#state === 'PENDING') this.#state = 'RUNNING';
    return `http://127.0.0.1:${(this.#door.address() as AddressInfo).port}`;
  }

  token(minutes: number): string {
    const token = randomBytes(32).toString('base64url');
    this.#tokens.set(token, Date.now() + minutes * 60_000);
    return token;
  }

  end(): void {
    if (this.#state === 'TERMINATED') return;
    this.#state = 'TERMINATED';
    clearTimeout(this.#timer);
    this.#wrapped.process.kill('SIGKILL');
    this.#session.destroy();
    this.#door.close();
    this.#door.closeAllConnections();
  }

  #admit(request: IncomingMessage, response: ServerResponse): void {
    const until = this.#tokens.get(String(request.headers['x-aws-proxy-auth'])) ?? 0;
    if (until <= Date.now()) return void response.writeHead(403).end();
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(([name]) => !OF_A_CONNECTION.has(name) && name !== 'host'),
    );
    const stream = this.#session.request({ ...headers, ':method': request.method, ':path': request.url });
    stream.on('response', ({ ':status': status = 502, ...fields }) => {
      response.writeHead(status, Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith(':'))));
      stream.pipe(response);
    });
    stream.on('error', () => {
      if (response.headersSent) response.destroy();
      else response.writeHead(502).end();
    });
    response.on('close', () => stream.close());
    request.pipe(stream);
  }
}

/** HTTP/2 has no such headers. */
const OF_A_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'proxy-connection']);
