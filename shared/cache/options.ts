import type * as z from 'zod';
import { DAY, SECOND } from '../core/clock.ts';
import { Defect } from '../core/errors.ts';

/** How a value is kept. */
export type Keep<V> = {
  /** What the value is: a text in a shared level that is nothing of the kind any more counts as missing. */
  schema: z.ZodType<V, V>;
  /** Seconds that it is fresh. */
  ttl_s: number;
  /** Seconds after that in which it is still given while somebody loads it anew, or when loading fails. Default 0. */
  grace_s?: number | undefined;
  /** Words that `deleteByTag` takes. They are words of the scope: the same word of another user is another tag. */
  tags?: readonly string[] | undefined;
  /**
   * Its key is a digest of all that the value depends on, so it never becomes wrong and no version is read for it (unless
   * it has tags). `delete` and `expire` then reach this container alone.
   */
  immutable?: boolean | undefined;
  /**
   * How eagerly a value is loaded anew before its time is over: the β of XFetch. 0: never. Default 1.
   * Source: Vattani, Chierichetti, Lowenstein: Optimal Probabilistic Cache Stampede Prevention. VLDB 2015.
   */
  early_refresh?: number | undefined;
  /**
   * Which of two values is the newer one, where a value says so itself: an older one is not stored over a newer one,
   * whoever comes last.
   */
  revision?: ((value: V) => number) | undefined;
  /** The furthest level that keeps it. Default `shared`. */
  level?: 'memory' | 'shared' | 'persistent' | undefined;
  /** Seconds that other containers wait for a load under way before one of them begins its own. Default 30. */
  lease_s?: number | undefined;
};

/** The longest that a value may be kept, grace included. */
export const MAX_LIFETIME = 30 * DAY;
const MAX_TAGS = 16;
const MAX_TEXT_LENGTH = 1_024;
const DEFAULT_LEASE = 30 * SECOND;

/** The same in milliseconds, with its defaults. */
export type Terms = { ttl: number; grace: number; lease: number; beta: number };

/** A key or a tag that is empty or longer than a screen is a fault of the code that made it. */
export const checkText = (text: string): void => {
  if (text.length === 0 || text.length > MAX_TEXT_LENGTH)
    throw new Defect('A key or tag of the cache has a bad length.');
};

type Lasting = Pick<Keep<unknown>, 'ttl_s' | 'grace_s' | 'lease_s' | 'early_refresh' | 'tags'>;

export const termsOf = ({ ttl_s, grace_s = 0, lease_s, early_refresh = 1, tags = [] }: Lasting): Terms => {
  const ttl = ttl_s * SECOND;
  const grace = grace_s * SECOND;
  const isOutOfBounds = !(ttl > 0) || !(grace >= 0) || ttl + grace > MAX_LIFETIME || tags.length > MAX_TAGS;
  if (isOutOfBounds) throw new Defect('What is cached has a lifetime above 0 and up to 30 days, and up to 16 tags.');
  return { ttl, grace, lease: lease_s === undefined ? DEFAULT_LEASE : lease_s * SECOND, beta: early_refresh };
};
