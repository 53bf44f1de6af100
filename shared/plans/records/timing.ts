import { MINUTE, SECOND } from '../../core/clock.ts';

/** The net under a ready task: whoever made it ready also hands out places. */
export const READY_RECHECK_AFTER = 20 * SECOND;
/** The net under what follows the end of a task: whoever ended it also tells its dependents. */
export const SETTLED_RECHECK_AFTER = 20 * SECOND;
/** How often the watchdog looks at a plan's execution, and at a round that has ended but is not closed. */
export const WATCH_INTERVAL = MINUTE;
/** Looks at a round that is over, with every token answered, before its execution is taken to be deaf. */
export const MAX_UNANSWERED_SIGNALS = 5;
/** Executions of one plan, before it is given up: each began anew and none came to an end. */
export const MAX_GENERATIONS = 10;
/** Re-plans of one run: rounds beyond the first. */
export const MAX_REPLANS = 2;
