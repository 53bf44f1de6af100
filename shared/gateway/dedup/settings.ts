import { HOUR, SECOND } from '../../core/clock.ts';

/** Limits of what is kept for a session, and of how many sessions of a user keep anything. */
export type BlockLimits = {
  /** Of names and results of one session; the least recently used go first. */
  bytes: number;
  sessions: number;
  /** From the last use. */
  keptFor: number;
  /** The longest that a new result may stay unwritten; 0: written before the call ends. */
  flushEvery: number;
};

/** Part of a limit at which an operator is told. */
export const NEARLY_FULL = 0.8;

export const DEFAULT_LIMITS: BlockLimits = {
  bytes: 64 * 1024,
  sessions: 100,
  keptFor: 7 * 24 * HOUR,
  flushEvery: 0 * SECOND,
};
