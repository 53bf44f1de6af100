import { ArtelError } from './errors.ts';
import type { Gap, SessionEvent } from './events.ts';
import { InOrder } from './in-order.ts';
import { NoWebSocket, type Transport } from './transport.ts';

export type Live = { session: string; project: string; after: number; signal?: AbortSignal | undefined };

type Refusal = { error_code: string; detail: string };
type Reply = { reply: string; ok: boolean; error?: Refusal; complete?: boolean; newest?: Record<string, number> };
type Frame = Reply | { reply?: undefined; events: SessionEvent[] } | ((SessionEvent | Gap) & { reply?: undefined });

/** Each ping is answered with the newest number, which shows what was lost on its way here. */
const PING_INTERVAL = 30_000;
/** Two pings without an answer: the connection is gone, whatever the network says. */
const MAX_SILENCE = 75_000;
/** An event that overtook another is usually followed by it within milliseconds. */
const MAX_HOLE = 1_000;
const MAX_WAIT = 10_000;

/** What a new connection would be refused as well, and its status over REST. */
const REFUSALS: Record<string, number> = { bad_request: 400, forbidden: 403, not_found: 404, validation_failed: 422 };

/**
 * The events after a number as they happen, each once and in order, over as many WebSockets as it takes. It goes on until
 * `signal` aborts. Several events may come in one frame.
 *
 * @throws ArtelError where the service refuses the ticket or the subscription; NoWebSocket where the runtime has none; the signal's reason
 */
export async function* live(transport: Transport, asked: Live): AsyncGenerator<SessionEvent | Gap> {
  const order = new InOrder(asked.after);
  for (let failures = 1; ; failures += 1) {
    asked.signal?.throwIfAborted();
    try {
      for await (const event of connection(transport, asked, order)) {
        failures = 0;
        yield event;
      }
    } catch (error) {
      if (asked.signal?.aborted || error instanceof ArtelError || error instanceof NoWebSocket) throw error;
    }
    await transport.pause(Math.min(MAX_WAIT, Math.random() * 500 * 2 ** failures), asked.signal);
  }
}

async function* connection(
  transport: Transport,
  { session, project, signal }: Live,
  order: InOrder,
): AsyncGenerator<SessionEvent | Gap> {
  const answer = await transport.send({ method: 'POST', path: '/my/socket-ticket', signal });
  const { url, ticket } = (await answer.json()) as { url: string; ticket: string };
  const socket = transport.socket(`${url}?ticket=${encodeURIComponent(ticket)}`);
  const ready: (SessionEvent | Gap)[] = [];
  let [ended, heardAt] = [false, performance.now()];
  let refused: ArtelError | undefined;
  let wake = (): void => undefined;
  let hole: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    ended = true;
    wake();
  };
  const say = (body: Record<string, unknown>): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(body));
  };
  const subscribe = (): void => {
    const place = { session_id: session, project_id: project, last_event_id: order.last };
    say({ action: 'subscribe', ref: 'subscribe', batches: true, ...place });
  };
  const answered = ({ ok, error, complete, newest }: Reply): void => {
    const status = error && REFUSALS[error.error_code];
    if (status) refused = new ArtelError(status, error, new Headers());
    if (!ok) end();
    else if (complete === false || (newest?.[session] ?? 0) > order.last) subscribe();
  };
  const watchHole = (): void => {
    if (!order.hasHole) {
      clearTimeout(hole);
      hole = undefined;
    } else {
      hole ??= setTimeout(() => {
        hole = undefined;
        subscribe();
      }, MAX_HOLE);
    }
  };
  socket.onopen = subscribe;
  socket.onclose = end;
  socket.onerror = end;
  socket.onmessage = ({ data }) => {
    heardAt = performance.now();
    const frame = JSON.parse(String(data)) as Frame;
    if (frame.reply !== undefined) answered(frame);
    else for (const line of 'events' in frame ? frame.events : [frame]) ready.push(...order.take(line));
    watchHole();
    wake();
  };
  const pings = setInterval(() => {
    if (performance.now() - heardAt > MAX_SILENCE) end();
    else say({ action: 'ping', ref: 'ping' });
  }, PING_INTERVAL);
  signal?.addEventListener('abort', end, { once: true });
  try {
    for (;;) {
      yield* ready.splice(0);
      signal?.throwIfAborted();
      if (refused) throw refused;
      if (ready.length > 0) continue;
      if (ended) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    signal?.removeEventListener('abort', end);
    clearInterval(pings);
    clearTimeout(hole);
    socket.close();
  }
}
