import { AsyncLocalStorage } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { type ClientRequest, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as after, setImmediate as turn } from 'node:timers/promises';

/** What a program of this process is called towards the table. */
const PROGRAM = 'x-program';
const programs = new AsyncLocalStorage<string>();
const created = channel('http.client.request.created');
const mark = (message: unknown): void => {
  const name = programs.getStore();
  if (name !== undefined) (message as { request: ClientRequest }).request.setHeader(PROGRAM, name);
};

type Waiting = { name: string; go: (fate: 'on' | 'dead') => void };
type Order = { action: string; body: Record<string, unknown> };

/** After a program had nothing under way for so long, it waits for a time to pass. */
const PAUSE = 2;

/**
 * Stands in front of DynamoDB and lets one call of one program through at a time, in an order that the test chooses: so
 * programs of this process meet as those of several machines do. One that has died finds nothing that answers.
 */
export class SteppedTable {
  readonly #waiting: Waiting[] = [];
  readonly #live = new Set<string>();
  readonly #dead = new Set<string>();
  readonly #stop: () => Promise<void>;
  #underWay = 0;
  #next = Promise.withResolvers<void>();
  /** Told of each write that was carried out, before its caller is. */
  onWritten: (order: Order) => Promise<void> = async () => undefined;

  private constructor(stop: () => Promise<void>) {
    this.#stop = stop;
    created.subscribe(mark);
  }

  static async before(target: string): Promise<SteppedTable> {
    let table: SteppedTable | undefined;
    const server = createServer((request, response) => {
      table?.pass(target, request, response).catch((error: Error) => response.destroy(error));
    });
    server.keepAliveTimeout = 120_000;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    process.env.AWS_ENDPOINT_URL_DYNAMODB = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    table = new SteppedTable(async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    });
    return table;
  }

  /** Names of programs that have begun and not come to their end. */
  get live(): number {
    return this.#live.size;
  }

  /** Names of programs that stand before a call, once for each call. */
  get waiting(): string[] {
    return this.#waiting.map(({ name }) => name);
  }

  /** Begins a program; its errors are its own once it is dead. */
  begin(name: string, program: () => Promise<unknown>, failed: (error: unknown) => void): void {
    this.#live.add(name);
    const over = () => {
      this.#live.delete(name);
      this.#changed();
    };
    programs.run(name, program).then(over, (error: unknown) => {
      over();
      if (!this.#dead.has(name)) failed(error);
    });
  }

  /** Lets the call at this place through. */
  step(place: number): void {
    this.#waiting.splice(place, 1)[0]?.go('on');
  }

  /** The program at this place dies before its call: this one and all it would still make come to nothing. */
  die(place: number): void {
    const name = this.#waiting[place]?.name ?? '';
    this.#dead.add(name);
    for (const one of this.#waiting.filter((other) => other.name === name)) {
      this.#waiting.splice(this.#waiting.indexOf(one), 1);
      one.go('dead');
    }
  }

  /** Resolves when every program stands before a call, is over, or waits for a time. */
  async settled(): Promise<void> {
    for (;;) {
      // A program may make several calls in one go.
      await turn();
      await turn();
      if (this.#underWay > 0) await this.#next.promise;
      else if (new Set(this.waiting).size >= this.#live.size) return;
      else if ((await Promise.race([this.#next.promise, after(PAUSE, 'nothing')])) === 'nothing') return;
    }
  }

  #changed(): void {
    this.#next.resolve();
    this.#next = Promise.withResolvers<void>();
  }

  async pass(target: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const name = request.headers[PROGRAM];
    if (typeof name === 'string') {
      const { promise, resolve } = Promise.withResolvers<'on' | 'dead'>();
      if (this.#dead.has(name)) resolve('dead');
      else this.#waiting.push({ name, go: resolve });
      this.#changed();
      if ((await promise) === 'dead') return refuse(response);
    }
    this.#underWay += 1;
    try {
      await this.#forward(target, request, Buffer.concat(chunks), response);
    } finally {
      await turn();
      this.#underWay -= 1;
      this.#changed();
    }
  }

  async #forward(target: string, request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    const headers = Object.entries(request.headers).flatMap(([key, value]) =>
      typeof value === 'string' && !['host', 'connection', 'content-length', PROGRAM].includes(key)
        ? [[key, value]]
        : [],
    ) as [string, string][];
    const answer = await programs.exit(() => fetch(target, { method: 'POST', headers, body }));
    const text = await answer.text();
    const action = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    if (answer.status === 200 && /Transact|Update|Put|Delete/.test(action)) {
      await this.onWritten({ action, body: JSON.parse(body.toString()) as Record<string, unknown> });
    }
    const crc = answer.headers.get('x-amz-crc32');
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? '',
      ...(crc !== null && { 'x-amz-crc32': crc }),
    });
    response.end(text);
  }

  async stop(): Promise<void> {
    created.unsubscribe(mark);
    await this.#stop();
  }
}

/** An answer that no client tries again after. */
const refuse = (response: ServerResponse): void => {
  const __type = 'com.amazonaws.dynamodb.v20120810#AccessDeniedException';
  response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify({ __type, message: 'The program is dead.' }));
};
