import { ArtelError } from './errors.ts';
import { linesOf } from './lines.ts';
import type { Transport } from './transport.ts';

/** A line of a session's log; `event_id` counts 1, 2, 3 … without a gap. */
export type SessionEvent = {
  event_id: number;
  event_type: string;
  session_id: string;
  timestamp: string;
  /** Each type of event has fields of its own, described in the API. */
  payload: Record<string, unknown>;
};

/** Numbers that were asked for are gone: the log goes on with `first_available`, and `history` has the texts. */
export type Gap = { event_type: 'gap'; session_id: string; payload: { first_available: number; history: string } };

/** Neither numbered nor kept: `heartbeat`, and `reconnect` where the service wants the stream to be opened again. */
type Control = { event_type: 'heartbeat' | 'reconnect'; event_id?: undefined };
type Line = SessionEvent | Gap | Control;

export type Follow = { path: string; after: number; signal?: AbortSignal | undefined };

/** Heartbeats come every 15 seconds: after three without any, the connection is gone, whatever the network says. */
const MAX_SILENCE = 45_000;
const MAX_WAIT = 10_000;

/**
 * The events after a number, each once and in order, over as many connections as it takes. It ends when the service ends the
 * stream, a minute after the last run, or when `signal` aborts.
 *
 * @throws ArtelError where the service refuses the stream; the signal's reason
 */
export async function* follow(
  transport: Transport,
  { path, after, signal }: Follow,
): AsyncGenerator<SessionEvent | Gap> {
  let last = after;
  let failures = 0;
  for (;;) {
    signal?.throwIfAborted();
    try {
      let hasEnded = true;
      for await (const event of connection(transport, { path, after: last, signal })) {
        failures = 0;
        if (event.event_type === 'reconnect') {
          hasEnded = false;
          break;
        }
        if (isGap(event)) last = Math.max(last, event.payload.first_available - 1);
        else if (isNext(event, last)) last = event.event_id;
        else continue;
        yield event;
      }
      if (hasEnded) return;
    } catch (error) {
      if (signal?.aborted || error instanceof ArtelError) throw error;
      failures += 1;
      await transport.pause(Math.min(MAX_WAIT, Math.random() * 500 * 2 ** failures), signal);
    }
  }
}

/** Heartbeats have no number, and a line that was read before a cut is not told again. */
const isNext = (line: Line, last: number): line is SessionEvent =>
  'event_id' in line && line.event_id !== undefined && line.event_id > last;

export const isGap = (line: Line): line is Gap => line.event_type === 'gap';

async function* connection(transport: Transport, { path, after, signal }: Follow): AsyncGenerator<Line> {
  const silence = new AbortController();
  const cut = () => silence.abort(new Error('The stream has been silent for too long.'));
  let timer = setTimeout(cut, MAX_SILENCE);
  try {
    const answer = await transport.send({
      method: 'GET',
      path,
      query: { last_event_id: after, follow: true },
      headers: { accept: 'application/x-ndjson' },
      signal: signal ? AbortSignal.any([signal, silence.signal]) : silence.signal,
    });
    if (!answer.body) return;
    for await (const line of linesOf(answer.body)) {
      clearTimeout(timer);
      timer = setTimeout(cut, MAX_SILENCE);
      yield JSON.parse(line) as Line;
    }
  } finally {
    clearTimeout(timer);
  }
}
