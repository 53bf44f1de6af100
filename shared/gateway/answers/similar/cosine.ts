/** Of vectors of any length; 0 where they cannot be compared. */
export const cosine = (one: readonly number[], other: readonly number[]): number => {
  if (one.length !== other.length) return 0;
  let product = 0;
  let [oneLength, otherLength] = [0, 0];
  for (const [at, value] of one.entries()) {
    const its = other[at] ?? 0;
    product += value * its;
    oneLength += value * value;
    otherLength += its * its;
  }
  const lengths = Math.sqrt(oneLength * otherLength);
  return lengths > 0 ? product / lengths : 0;
};
