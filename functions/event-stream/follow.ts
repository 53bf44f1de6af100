import { type Clock, MINUTE, SECOND } from '../../shared/core/clock.ts';
import { gapLine, heartbeatLine, type Reading, readAfter, reconnectLine } from '../../shared/events/index.ts';
import { stillSpeaks } from '../../shared/identity/index.ts';
import { findSessionState } from '../../shared/sessions/index.ts';
import type { Frame } from './format.ts';
import type { Asked } from './operation.ts';

/** The function may run for 15 minutes; the stream says goodbye half a minute before. */
const LONGEST = 14.5 * MINUTE;
/** Without a run for so long, nobody seems to be waiting for anything. */
const QUIET = MINUTE;
const HEARTBEAT = 15 * SECOND;
/** How often the session is looked at, and the log while no run is active. */
const SELDOM = SECOND;
/** How often the log is looked at during a run: deltas come at this distance. */
const OFTEN = 100;
const LINES_AT_ONCE = 500;

export type FollowTools = {
  clock: Clock;
  pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Aborts when the client is gone. */
  signal: AbortSignal;
};

/**
 * The session's lines from where the client is, then whatever is appended, until the session is quiet, its time is up or
 * the client is gone. It begins with a line even when there is nothing to tell, so that the client sees its answer begin.
 */
export async function* follow(asked: Asked, { clock, pause, signal }: FollowTools): AsyncGenerator<Frame> {
  const { project, session, identity } = asked;
  const startedAt = clock.now();
  let [last, continued] = [asked.after, false];
  let [saidAt, checkedAt] = [Number.NEGATIVE_INFINITY, startedAt];
  let [active, activeAt, lookedAt] = [true, startedAt, Number.NEGATIVE_INFINITY];
  while (!signal.aborted) {
    const reading = await readAfter(project, session, last, { limit: LINES_AT_ONCE, continued, clock });
    yield* framesOf(reading, { session, last, now: clock.now() });
    const isNew = reading.lines.length > 0 || reading.gap !== undefined;
    [last, continued] = [reading.last, true];
    if (isNew && (!asked.follow || reading.lines.length >= LINES_AT_ONCE)) continue;
    if (!asked.follow || signal.aborted) return;

    const now = clock.now();
    const about = { session, last, now };
    if (isNew) [saidAt, active, activeAt] = [now, true, now];
    if (now - lookedAt >= SELDOM) {
      lookedAt = now;
      const state = await findSessionState(project, session);
      if (state?.status !== 'open') return;
      active = state.active !== undefined;
      if (active) activeAt = now;
    }
    if (!active && now - activeAt >= QUIET) return;
    if (now - startedAt >= LONGEST) return yield { line: reconnectLine(about) };
    if (now - checkedAt >= HEARTBEAT) {
      checkedAt = now;
      if (!(await stillSpeaks(identity, clock))) return yield { line: reconnectLine(about) };
    }
    if (now - saidAt >= HEARTBEAT) {
      saidAt = now;
      yield { line: heartbeatLine(about) };
    }
    await pause(active ? OFTEN : SELDOM, signal);
  }
}

function* framesOf(reading: Reading, about: { session: string; last: number; now: number }): Generator<Frame> {
  if (reading.gap) yield { line: gapLine(about, reading.gap) };
  let number = reading.last - reading.lines.length;
  for (const line of reading.lines) {
    number += 1;
    yield { line, number };
  }
}
