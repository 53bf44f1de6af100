import { type Clock, MINUTE, SECOND } from '../../shared/core/clock.ts';
import { gapLine, heartbeatLine, type Reading, readAfter, reconnectLine } from '../../shared/events/index.ts';
import { isStillAuthorized } from '../../shared/identity/index.ts';
import type { Frame } from './format.ts';
import type { EventRequest } from './operation.ts';
import { lookAfter, mayBeTold, stateSeen } from './shared-looks.ts';

/** The function may run for 15 minutes; the stream ends half a minute before. */
const MAX_STREAM_AGE = 14.5 * MINUTE;
/** A session without a run for this long is considered quiet. */
const QUIET_TIMEOUT = MINUTE;
const HEARTBEAT_INTERVAL = 15 * SECOND;
/** How often the session is looked at, and the log while no run is active. */
const IDLE_POLL_INTERVAL = SECOND;
/** How often the log is looked at during a run: deltas come at this distance. */
const ACTIVE_POLL_INTERVAL = 100;
const BATCH_SIZE = 500;
/** Containers look at different moments, so that the table is asked evenly. */
const PHASE = Math.floor(Math.random() * IDLE_POLL_INTERVAL);

export type FollowTools = {
  clock: Clock;
  pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Aborts when the client has disconnected. */
  signal: AbortSignal;
  /** Milliseconds by which this container looks earlier than at the full tenth of a second, or second. */
  phase?: number;
};

/**
 * The session's lines from the client's position on, then whatever is appended, until the session is quiet, its time is up or
 * the client is gone. It begins with a line even if there is no event, so that the client sees the response begin.
 */
export async function* follow(
  asked: EventRequest,
  { clock, pause, signal, phase = PHASE }: FollowTools,
): AsyncGenerator<Frame> {
  const { project, session, identity } = asked;
  const startedAt = clock.now();
  let [last, continued] = [asked.after, false];
  let [saidAt, checkedAt] = [Number.NEGATIVE_INFINITY, startedAt];
  let [active, activeAt, lookedAt] = [true, startedAt, Number.NEGATIVE_INFINITY];
  while (!signal.aborted) {
    // Only a look that is followed by another may be somebody else's, which began a moment ago.
    const look = asked.follow && continued ? lookAfter : readAfter;
    const reading = await look(project, session, { after: last, limit: BATCH_SIZE, continued, clock });
    const isNew = reading.lines.length > 0 || reading.gap !== undefined;
    // The request itself was authorized a moment ago. From then on it is looked at after the log was read and before its lines
    // go out: what is appended after a sign-out or the revocation of a key is in no batch that passes here.
    if (isNew && continued) {
      checkedAt = clock.now();
      if (!(await mayBeTold(reading, identity, clock))) {
        return yield { line: reconnectLine({ session, last, now: checkedAt }) };
      }
    }
    yield* framesOf(reading, { session, last, now: clock.now() });
    [last, continued] = [reading.last, true];
    if (isNew && (!asked.follow || reading.lines.length >= BATCH_SIZE)) continue;
    if (!asked.follow || signal.aborted) return;

    const now = clock.now();
    const about = { session, last, now };
    if (isNew) [saidAt, active, activeAt] = [now, true, now];
    if (now - lookedAt >= IDLE_POLL_INTERVAL) {
      lookedAt = now;
      const state = await stateSeen(project, session);
      if (state?.status !== 'open') return;
      active = state.active !== undefined;
      if (active) activeAt = now;
    }
    if (!active && now - activeAt >= QUIET_TIMEOUT) return;
    if (now - startedAt >= MAX_STREAM_AGE) return yield { line: reconnectLine(about) };
    if (now - checkedAt >= HEARTBEAT_INTERVAL) {
      checkedAt = now;
      if (!(await isStillAuthorized(identity, clock))) return yield { line: reconnectLine(about) };
    }
    if (now - saidAt >= HEARTBEAT_INTERVAL) {
      saidAt = now;
      yield { line: heartbeatLine(about) };
    }
    await pause(untilNextLook(active ? ACTIVE_POLL_INTERVAL : IDLE_POLL_INTERVAL, clock.now() + phase), signal);
  }
}

/** Followers in one container look at the same moments, so that one read serves all who follow the same session. */
const untilNextLook = (interval: number, now: number): number => interval - (now % interval);

function* framesOf(reading: Reading, about: { session: string; last: number; now: number }): Generator<Frame> {
  if (reading.gap) yield { line: gapLine(about, reading.gap) };
  let number = reading.last - reading.lines.length;
  for (const line of reading.lines) {
    number += 1;
    yield { line, number };
  }
}
