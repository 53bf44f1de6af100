import * as z from 'zod';
import { isoTime } from '../core/clock.ts';

/** The first number a reader can still have, and where the texts before it are read. */
export type Gap = { first_available: number; history: string };

/** A line that is neither numbered nor stored. */
export const controlFrameSchema = z
  .object({
    event_type: z.enum(['heartbeat', 'reconnect', 'gap']),
    session_id: z.string(),
    timestamp: z.string(),
    last_event_id: z.int().min(0),
    payload: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'ControlFrame' });
type ControlFrame = z.infer<typeof controlFrameSchema>['event_type'];

type Notice = { session: string; last: number; now: number };

/*
 * Lines that are neither numbered nor stored: they have no `event_id`, so a client never counts them. `last_event_id` is
 * the number the reader has been given so far.
 */
const notice = (event_type: ControlFrame, { session, last, now }: Notice, payload: Record<string, unknown>): string =>
  JSON.stringify({ event_type, session_id: session, timestamp: isoTime(now), last_event_id: last, payload });

/** Nothing new, but the connection is alive. */
export const heartbeatLine = (about: Notice): string => notice('heartbeat', about, {});

/** The server ends the stream; reconnect with `last_event_id`. */
export const reconnectLine = (about: Notice): string => notice('reconnect', about, {});

/** Numbers that were asked for are gone (or never existed); the reader continues from `first_available`. */
export const gapLine = (about: Notice, { first_available, history }: Gap): string =>
  notice('gap', about, { first_available, history });
