/** Shared by the benchmarks: percentiles and plain tables. Times in milliseconds. */
export const percentile = (values: number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
};

export const median = (values: number[]): number => percentile(values, 0.5);

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

export const print = (line = ''): void => void process.stdout.write(`${line}\n`);

/** Columns padded to their widest cell; the first column reads from the left, figures from the right. */
export const table = (title: string, rows: Array<Array<string | number>>): void => {
  const cells = rows.map((row) => row.map(String));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  print(`\n${title}`);
  for (const row of cells) {
    print(
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('   ')}`,
    );
  }
};
