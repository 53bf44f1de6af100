/** A column of the chart, in its own units: the origin is at the top left. */
export type Column = { x: number; y: number; width: number; height: number };

const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The round number a scale ends at, so that the highest value fits in. */
export const topOf = (values: readonly number[]): number => {
  const most = Math.max(0, ...values);
  if (most === 0) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(most));
  // A tenth of a billionth more is what adding up fractions makes of a round number.
  const step = STEPS.find((one) => one * magnitude * (1 + 1e-10) >= most) ?? 10;
  return Number((step * magnitude).toPrecision(3));
};

/** Columns of the same width side by side, with a fifth of that between them. What is more than nothing can be seen. */
export const columnsOf = (
  values: readonly number[],
  { width, height, top }: { width: number; height: number; top: number },
): Column[] => {
  const place = width / Math.max(1, values.length);
  return values.map((value, at) => {
    const high = value <= 0 ? 0 : Math.max(height / 100, (Math.min(value, top) / top) * height);
    return { x: at * place + place * 0.1, y: height - high, width: place * 0.8, height: high };
  });
};
