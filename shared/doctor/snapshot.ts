import type { Item } from '../store/index.ts';
import type { Repair } from './repair/repair.ts';

/** All items of one user, in every partition that is theirs, as they stood at one time. */
export type Snapshot = {
  user: string;
  items: readonly Item[];
  /** Milliseconds since the epoch. */
  now: number;
  /** When the sweeper last looked at what is due; absent where that is not known. */
  sweptAt?: number;
};

/**
 * `always`: what holds after each committed write. `at rest`: what also holds once nothing is due, under way or in a
 * queue, so that every run has ended or waits for a person.
 */
export type Moment = 'always' | 'at rest';

/** One broken promise. */
export type Violation = {
  invariant: string;
  /** Ids of what it is about, and nothing else: `{project, session, run}`. */
  about: Record<string, string>;
  /** In words for an operator: ids, states and counts, never contents. */
  text: string;
  /** A digest of what was counted: the same sum of other things is no second sight of the same. */
  countedFrom?: string;
  /** What would mend it, where that is known. */
  repair?: Repair;
};
