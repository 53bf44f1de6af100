import { WebSocket } from 'ws';
import { SECOND } from '../../shared/core/clock.ts';
import type { SessionEvent } from '../../shared/events/index.ts';
import { EventReader } from './event-reader.ts';

export type Follow = { url: string; token: string; session: string; project?: string; after?: number };

/**
 * A client that follows one session by the rules for clients, over any transport, and comes back from what it has applied
 * whenever its line ends. A transport says how one line is opened; it lasts until the signal or its end.
 */
export class EventClient {
  readonly reader: EventReader;
  /** The text of each number as it arrived. */
  readonly lines = new Map<number, string>();
  /** Lines without a number, in order. */
  readonly notices: { event_type: string; payload: Record<string, unknown>; last_event_id: number }[] = [];
  /** What went wrong with single connections. */
  readonly failures: unknown[] = [];
  connections = 0;
  readonly #stopping = new AbortController();
  readonly #running: Promise<void>;
  #line = new AbortController();
  readonly #waiting = new Set<() => void>();

  constructor(follow: Follow, open: (client: EventClient, signal: AbortSignal) => Promise<void>) {
    this.reader = new EventReader(follow.after ?? 0);
    this.#running = this.#run(open);
  }

  async #run(open: (client: EventClient, signal: AbortSignal) => Promise<void>): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      this.#line = new AbortController();
      this.connections += 1;
      try {
        await open(this, AbortSignal.any([this.#line.signal, this.#stopping.signal]));
      } catch (error) {
        if (!this.#line.signal.aborted && !this.#stopping.signal.aborted) this.failures.push(error);
      }
      if (this.failures.length > 20) throw new Error('The events cannot be followed.', { cause: this.failures.at(-1) });
    }
  }

  take(line: string): void {
    const event = JSON.parse(line) as SessionEvent;
    if (event.event_id === undefined) {
      const notice = event as unknown as EventClient['notices'][number];
      this.notices.push(notice);
      if (notice.event_type === 'gap') this.reader.skipTo(Number(notice.payload.first_available));
    } else {
      const known = this.lines.get(event.event_id);
      if (known !== undefined && known !== line) throw new Error(`Number ${event.event_id} came with two texts.`);
      this.lines.set(event.event_id, line);
      this.reader.take(event);
    }
    for (const wake of this.#waiting) wake();
  }

  /** Waits until what was received fulfils the condition. */
  async until(condition: () => boolean, within = 20 * SECOND): Promise<void> {
    const signal = AbortSignal.timeout(within);
    while (!condition()) {
      await new Promise<void>((resolve, reject) => {
        const done = (): void => {
          this.#waiting.delete(done);
          signal.removeEventListener('abort', late);
          resolve();
        };
        const late = (): void => {
          this.#waiting.delete(done);
          reject(new Error(`Waited ${within} ms in vain; ${this.reader.applied} events were applied.`));
        };
        this.#waiting.add(done);
        signal.addEventListener('abort', late, { once: true });
      });
    }
  }

  untilEvent(type: string): Promise<void> {
    return this.until(() => this.reader.events.some(({ event_type }) => event_type === type));
  }

  /** Breaks the line; the client opens another. */
  cut(): void {
    this.#line.abort();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }
}

const pathOf = ({ url, project = 'default', session }: Follow): string =>
  `${url}/my/projects/${project}/chat/${session}/events`;

const streamed = async (address: string, headers: Record<string, string>, signal: AbortSignal) => {
  const answer = await fetch(address, { headers, signal });
  if (answer.status !== 200 || !answer.body) throw new Error(`${answer.status}: ${await answer.text()}`);
  return answer.body.pipeThrough(new TextDecoderStream());
};

/** Texts between two separators; a part without its end is not complete and is dropped. */
async function* parts(body: AsyncIterable<string>, separator: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of body) {
    const all = (rest + chunk).split(separator);
    rest = all.pop() ?? '';
    yield* all;
  }
}

export const followNdjson = (follow: Follow): EventClient =>
  new EventClient(follow, async (client, signal) => {
    const address = `${pathOf(follow)}?last_event_id=${client.reader.applied}`;
    const body = await streamed(address, { authorization: `Bearer ${follow.token}` }, signal);
    for await (const line of parts(body, '\n')) client.take(line);
  });

export const followServerSentEvents = (follow: Follow): EventClient =>
  new EventClient(follow, async (client, signal) => {
    const headers = {
      authorization: `Bearer ${follow.token}`,
      accept: 'text/event-stream',
      'last-event-id': String(client.reader.applied),
    };
    for await (const part of parts(await streamed(pathOf(follow), headers, signal), '\n\n')) {
      const fields = new Map(part.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line]));
      const line = fields.get('data')?.slice('data: '.length) ?? '';
      const id = fields.get('id')?.slice('id: '.length);
      if (id !== undefined && Number(id) !== JSON.parse(line).event_id)
        throw new Error(`id ${id} is not that of ${line}`);
      client.take(line);
    }
  });

export const socketTicket = async ({ url, token }: Pick<Follow, 'url' | 'token'>): Promise<string> => {
  const answer = await fetch(`${url}/my/socket-ticket`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  const body = (await answer.json()) as { ticket: string; url: string };
  if (answer.status !== 200) throw new Error(`${answer.status}: ${JSON.stringify(body)}`);
  return `${body.url}?ticket=${body.ticket}`;
};

type SocketOptions = { pingEvery?: number; gapFor?: number };

/** A gap that lasts, or a ping's answer above what was applied, means a lost push: subscribe again from there. */
export const followSocket = (
  follow: Follow,
  { pingEvery = 30 * SECOND, gapFor = SECOND }: SocketOptions = {},
): EventClient =>
  new EventClient(follow, async (client, signal) => {
    const socket = new WebSocket(await socketTicket(follow));
    const { session, project } = follow;
    const say = (body: Record<string, unknown>): void => {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(body));
    };
    const subscribe = (): void =>
      say({
        action: 'subscribe',
        ref: 'subscribe',
        session_id: session,
        last_event_id: client.reader.applied,
        ...(project !== undefined && { project_id: project }),
      });
    let gapTimer: NodeJS.Timeout | undefined;
    const pingTimer = setInterval(() => say({ action: 'ping', ref: 'ping' }), pingEvery);
    const hear = (text: string): void => {
      const said = JSON.parse(text) as {
        reply?: string;
        ok?: boolean;
        complete?: boolean;
        newest?: Record<string, number>;
      };
      if (said.reply === undefined) client.take(text);
      else if (said.ok === false) throw new Error(text);
      else if (said.complete === false || (said.newest?.[session] ?? 0) > client.reader.applied) subscribe();
      if (!client.reader.hasGap) {
        clearTimeout(gapTimer);
        gapTimer = undefined;
      } else {
        gapTimer ??= setTimeout(() => {
          gapTimer = undefined;
          subscribe();
        }, gapFor);
      }
    };
    const leave = (): void => socket.terminate();
    signal.addEventListener('abort', leave, { once: true });
    try {
      await new Promise<void>((resolve, reject) => {
        socket.on('open', subscribe);
        socket.on('message', (data) => {
          try {
            hear(String(data));
          } catch (error) {
            reject(error);
          }
        });
        socket.on('close', () => resolve());
        socket.on('error', reject);
        if (signal.aborted) leave();
      });
    } finally {
      clearInterval(pingTimer);
      clearTimeout(gapTimer);
      socket.terminate();
    }
  });
