/** The part of a whole that a member may have. */
export type ShareBounds = { least_share: number; most_share: number };

/** Sums of shares are off by less than this. */
const ROUNDING = 1e-9;

/**
 * Equal parts of the whole, within the bounds of each.
 * @throws RangeError if the bounds leave no way to divide it
 */
export const firstShares = (members: readonly ShareBounds[]): number[] => {
  const least = members.reduce((sum, { least_share }) => sum + least_share, 0);
  const isSound = members.every(({ least_share, most_share }) => 0 < least_share && least_share <= most_share);
  if (!isSound || least > 1 + ROUNDING) {
    throw new RangeError('The least shares have to be above 0, no larger than the most, and 1 together at most.');
  }
  // What one cannot take is divided among the others, until nobody is left who could.
  const shares = members.map(({ least_share }) => least_share);
  for (let rest = 1 - least; rest > ROUNDING; ) {
    const open = members.flatMap(({ most_share }, at) => (most_share - shares[at]! > ROUNDING ? [at] : []));
    if (open.length === 0) break;
    const part = rest / open.length;
    for (const at of open) {
      const more = Math.min(part, members[at]!.most_share - shares[at]!);
      shares[at]! += more;
      rest -= more;
    }
  }
  return shares;
};
