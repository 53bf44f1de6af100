import { MINUTE, SECOND } from '../../core/clock.ts';

/** How long a claim lasts without renewal, and how often a worker renews it: three chances before it is lost. */
export const LEASE = 60 * SECOND;
export const RENEW_INTERVAL = 20 * SECOND;
/** How soon a worker notices that its task was cancelled. */
export const LEASE_CHECK_INTERVAL = 2 * SECOND;
/** A worker hands over to a successor when its function has this much time left. */
export const YIELD_BEFORE = 30 * SECOND;
/** A model call that outlives this many workers is given up. */
export const MAX_YIELDS = 3;
/** Claims without a commit in between after which a task is considered poisoned: its workers keep dying. */
export const MAX_CLAIMS = 3;
/** Temporary failures of one task before it fails for good. */
export const MAX_FAILURES = 3;
/** How long a sent message may take before it is sent again; doubles up to the maximum. */
export const RESEND_AFTER = 60 * SECOND;
export const MAX_RESEND_DELAY = 10 * MINUTE;
/** Back-off of retries, doubled each time, with full jitter. */
export const RETRY_BASE = 2 * SECOND;
export const MAX_RETRY_DELAY = 60 * SECOND;
/** Running work of an agent that is being deleted may end by itself for this long. */
export const DRAIN_DEADLINE = 60 * SECOND;
/** What is due all the while it waits for others has been due for so long at most: what is due for longer stands still. */
export const WAITING_NOTED_EVERY = 10 * MINUTE;
/** Runs that may wait in one session. */
export const MAX_QUEUED_RUNS = 20;
/** How often the sweeper asks for an answer to be put into memory, ten minutes apart, before it gives up. */
export const MAX_REMINDERS = 12;
/** A plan's execution starts by a hint within a second; should the hint be lost, the sweeper looks after this long. */
export const PLAN_STARTED_WITHIN = 10 * SECOND;
