/**
 * How many pairs of connections cross between two neighbouring columns: the inversions among the ends, counted with a
 * binary indexed tree. Source: Barth, Mutzel, Jünger, "Simple and Efficient Bilayer Cross Counting", 2004.
 */
export const crossingsBetween = (
  column: readonly number[],
  after: readonly number[][],
  rank: Int32Array,
  next: number,
) => {
  const tree = new Int32Array(next + 1);
  let crossings = 0;
  let seen = 0;
  for (const node of column) {
    const ends = after[node]!;
    for (const end of ends) {
      let notAbove = 0;
      for (let at = rank[end]! + 1; at > 0; at -= at & -at) notAbove += tree[at]!;
      crossings += seen - notAbove;
    }
    for (const end of ends) for (let at = rank[end]! + 1; at <= next; at += at & -at) tree[at]!++;
    seen += ends.length;
  }
  return crossings;
};

/** Crossings of the connections of two neighbours in a column, if `upper` stands above `lower`. Ends are sorted. */
export const crossingsOfPair = (upper: readonly number[], lower: readonly number[]): number => {
  let crossings = 0;
  let above = 0;
  for (const end of upper) {
    while (above < lower.length && lower[above]! < end) above++;
    crossings += above;
  }
  return crossings;
};
