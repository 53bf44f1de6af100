import { MINUTE, SECOND } from '../../core/clock.ts';

/** In case the process that made a task ready died before dispatching it. */
export const READY_RECHECK_AFTER = 20 * SECOND;
/** In case the process that ended a task died before updating its dependents. */
export const SETTLED_RECHECK_AFTER = 20 * SECOND;
/** How often the watchdog checks a plan's execution, and a round that has ended but is not closed. */
export const WATCH_INTERVAL = MINUTE;
/** Checks of an ended round, with every token answered, before its execution is considered unresponsive. */
export const MAX_UNANSWERED_SIGNALS = 5;
/** Executions of one plan before it fails: each was restarted and none finished. */
export const MAX_GENERATIONS = 10;
/** Re-plans of one run: rounds beyond the first. */
export const MAX_REPLANS = 2;
