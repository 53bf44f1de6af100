import { CACHED_OBJECT } from '../cache/index.ts';
import type { Clock } from '../core/clock.ts';
import type { UserScope } from '../core/scope.ts';
import { EXPIRING_TEXT, type Item, LAST_LOOKS, type Partition } from '../store/index.ts';
import { WORKSPACE } from '../workspace/index.ts';
import { inspect } from './inspect.ts';
import { readItems } from './read.ts';
import type { Moment, Violation } from './snapshot.ts';

/** Whom to examine, and what is known about the system meanwhile. */
export type Patient = {
  user: UserScope;
  partitions: Iterable<Partition>;
  /** Of repairs. */
  clock: Clock;
  /** The time at which the items stand as they do, and up to which the sweeper has run: now, or when the system stopped. */
  asOf: () => number;
  /** Waits between two looks while the system runs; nothing needs to be waited for while it does not. */
  pause: () => Promise<void>;
};

/**
 * What is wrong with a user's items, and stays so: items are read one partition after the other, and what others write
 * meanwhile may not fit together. What looks wrong is therefore looked at twice, and told only if nothing of it has moved.
 */
export const examine = async (patient: Patient): Promise<Violation[]> => {
  const first = await look(patient);
  if (first.length === 0) return [];
  await patient.pause();
  const lasting = new Set(first.map((violation) => JSON.stringify(violation)));
  return (await look(patient)).filter((violation) => lasting.has(JSON.stringify(violation)));
};

const look = async ({ user, partitions, asOf }: Patient): Promise<Violation[]> => {
  const items = await readItems(user, partitions);
  const now = asOf();
  return inspect({ user: user.userId, items, now, sweptAt: now }, momentOf(items));
};

/** Persons take their time, long texts and cached values are kept for theirs, what was removed is looked at once more, a workspace is swept once a day, and a broken agent is checked for ever; the rest is work under way. */
const ALWAYS_DUE: readonly unknown[] = ['approval', 'health', WORKSPACE, EXPIRING_TEXT, CACHED_OBJECT, ...LAST_LOOKS];

const momentOf = (items: readonly Item[]): Moment =>
  items.some(({ due_at, kind }) => due_at !== undefined && !ALWAYS_DUE.includes(kind)) ? 'always' : 'at rest';
