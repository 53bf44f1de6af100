import { areComparable, nearness } from '../data/similar/judged.ts';
import { pairs } from '../data/similar/pairs.ts';
import { paraphrases } from '../data/similar/paraphrases.ts';
import { print, table } from './figures.ts';
import { figure, type Result } from './results/result.ts';

const THRESHOLDS = [0.8, 0.9, 0.95] as const;

type Two = readonly [string, string];

const percent = (of: readonly Two[], meets: (two: Two) => boolean): number =>
  (100 * of.filter(meets).length) / of.length;

/**
 * How often a similar answer would be a wrong one, on pairs that want different answers, and a right one, on pairs that want the
 * same. The vectors are those of the offline model; the last row stands for any model: its vectors say of all that they are equal.
 */
export const semanticCache = async (): Promise<Result[]> => {
  const of = (difference: string): Two[] =>
    pairs.filter((pair) => pair.difference === difference).map(({ one, other }) => [one, other] as const);
  const different = { negation: of('negation'), number: of('number'), name: of('name') };
  const columns = [...Object.values(different), [...paraphrases]];
  const row = (title: string, meets: (two: Two) => boolean) => [
    title,
    ...columns.map((column) => `${percent(column, meets).toFixed(1)} %`),
  ];
  const isNear =
    (threshold: number) =>
    ([one, other]: Two) =>
      nearness(one, other) >= threshold;
  const isCompared = ([one, other]: Two) => areComparable(one, other);
  table('Given the answer to the other request', [
    ['', ...Object.entries(different).map(([name, all]) => `${name} (${all.length})`), `same (${paraphrases.length})`],
    ...THRESHOLDS.map((threshold) => row(`vectors alone, ${threshold}`, isNear(threshold))),
    ...THRESHOLDS.map((threshold) =>
      row(`particulars and vectors, ${threshold}`, (two) => isCompared(two) && isNear(threshold)(two)),
    ),
    row('particulars, whatever the vectors say', isCompared),
  ]);
  print('  The first three columns are wrong answers, the last one is right ones.');
  const wrong = Object.values(different).flat();
  return [
    figure('similar answers that are wrong, vectors alone at 0.9', percent(wrong, isNear(0.9)), '%'),
    figure('similar answers that are wrong, whatever the vectors say', percent(wrong, isCompared), '%'),
    figure('similar answers that are found, at most', percent(paraphrases, isCompared), '%'),
  ];
};
