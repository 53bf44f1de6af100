/** From -1 to 1; 0 where one of the two has no direction. */
export const similarity = (a: readonly number[], b: readonly number[]): number => {
  const length = Math.sqrt(dot(a, a) * dot(b, b));
  return length === 0 ? 0 : dot(a, b) / length;
};

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
