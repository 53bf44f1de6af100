import { HOUR, SECOND } from '../../core/clock.ts';

/** Limits of the cache of one session, and of how many sessions of a user have one. */
export type BlockLimits = {
  /** For names and results of one session; the least recently used are evicted first. */
  bytes: number;
  sessions: number;
  /** In milliseconds since the last use. */
  keptFor: number;
  /** New results are written when so long has passed since the last time, in milliseconds; 0: whenever an invocation ends. */
  flushEvery: number;
};

/** The part of a limit beyond which an operator is warned. */
export const NEARLY_FULL = 0.8;

export const DEFAULT_LIMITS: BlockLimits = {
  bytes: 64 * 1024,
  sessions: 100,
  keptFor: 7 * 24 * HOUR,
  flushEvery: 0 * SECOND,
};
