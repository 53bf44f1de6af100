import { print, table } from '../bench/figures.ts';
import type { Frame } from './stacks.ts';

const SHOWN = 25;
const LONGEST_PLACE = 60;

type Sum = { name: string; place: string; self: number; total: number };

/** What each thread took, and the functions that took most by themselves, wherever they were called. */
export const topFunctions = ({ title, root, cpu }: { title: string; root: Frame; cpu: number }): void => {
  const part = (time: number): string => `${((100 * time) / root.total).toFixed(1)} %`;
  const milliseconds = (time: number): string => `${(time / 1_000).toFixed(0)} ms`;
  const threads = [...root.children.values()].toSorted((a, b) => b.total - a.total);
  table(`${title}: CPU of each thread`, [
    ['', 'time', 'part'],
    ...threads.map(({ name, total }) => [name, milliseconds(total), part(total)]),
  ]);
  print(
    `  all threads ${milliseconds(root.total)}; CPU of the process as the operating system counts it ${milliseconds(cpu)}`,
  );
  print(
    '  The rest: event loops, the collector’s and the compiler’s own threads, and threads that have ended meanwhile.',
  );
  const sums = [...sumsIn(root).values()].toSorted((a, b) => b.self - a.self).slice(0, SHOWN);
  table('Functions by the time they take themselves', [
    ['', 'self', '', 'with what they call', ''],
    ...sums.map(({ name, place, self, total }) => [
      `${name}  ${place.slice(-LONGEST_PLACE)}`.trim(),
      milliseconds(self),
      part(self),
      milliseconds(total),
      part(total),
    ]),
  ]);
};

const sumsIn = (root: Frame): Map<string, Sum> => {
  const sums = new Map<string, Sum>();
  const visit = ({ name, place, self, total, children }: Frame, above: ReadonlySet<string>): void => {
    const key = `${name} ${place}`;
    const sum = sums.get(key) ?? { name, place, self: 0, total: 0 };
    sums.set(key, sum);
    sum.self += self;
    // What calls itself is within itself already.
    if (!above.has(key)) sum.total += total;
    for (const next of children.values()) visit(next, new Set(above).add(key));
  };
  for (const thread of root.children.values()) for (const first of thread.children.values()) visit(first, new Set());
  return sums;
};
