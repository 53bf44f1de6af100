/** Upper bounds of the duration buckets, in milliseconds, each twice the one before: 100 ms … about 27 minutes. */
export const DURATION_BUCKETS = Array.from({ length: 15 }, (_, index) => 100 * 2 ** index);

/** The last bucket has no upper bound. */
const bucketOf = (milliseconds: number): number => {
  const index = DURATION_BUCKETS.findIndex((bound) => milliseconds <= bound);
  return index === -1 ? DURATION_BUCKETS.length : index;
};

/** The attribute that counts runs of this duration. */
export const bucketAttribute = (milliseconds: number): string => `within_${bucketOf(milliseconds)}`;

/** The attribute that counts runs that waited so long for their first worker. */
export const waitAttribute = (milliseconds: number): string => `waited_within_${bucketOf(milliseconds)}`;

/** How many runs fell into each bucket, by either attribute. */
export const bucketsIn = (day: Record<string, unknown>, name: 'within' | 'waited_within'): number[] =>
  Array.from({ length: DURATION_BUCKETS.length + 1 }, (_, bucket) => Number(day[`${name}_${bucket}`] ?? 0));

/**
 * An upper bound in milliseconds of the given quantile (0 to 1), so at most twice the true value; `undefined` where it
 * lies in the last bucket, which has none.
 */
export const durationQuantile = (
  days: readonly Record<string, unknown>[],
  runs: number,
  quantile: number,
): number | undefined => {
  let counted = 0;
  for (const [bucket, bound] of DURATION_BUCKETS.entries()) {
    for (const day of days) counted += Number(day[`within_${bucket}`] ?? 0);
    if (counted >= quantile * runs) return bound;
  }
  return undefined;
};
