/** Upper bounds of the duration buckets, in milliseconds, each twice the one before: 100 ms … about 27 minutes. */
export const DURATION_BUCKETS = Array.from({ length: 15 }, (_, index) => 100 * 2 ** index);

/** The attribute that counts runs of this duration; the last bucket has no upper bound. */
export const bucketAttribute = (milliseconds: number): string => {
  const index = DURATION_BUCKETS.findIndex((bound) => milliseconds <= bound);
  return `within_${index === -1 ? DURATION_BUCKETS.length : index}`;
};

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
