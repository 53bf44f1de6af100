import type { Load } from './container/bundle.ts';
import { type Options, type Report, simulate } from './simulate.ts';
import { FAULTS } from './world/faults.ts';

/** What many simulations came to. */
export type Campaign = {
  seeds: number;
  steps: number;
  failing: { options: Options; report: Report }[];
  faults: Map<string, number>;
  operations: Map<string, number>;
  /** How often a container died at each kind of call: `before worker TransactWrite RUN TSK`. */
  deaths: Map<string, number>;
};

/** Runs seeds one after the other, and stops at `most` that fail. */
export const campaign = async (
  load: Load,
  {
    seeds,
    most = 1,
    each,
    ...options
  }: Omit<Options, 'seed'> & { seeds: Iterable<number>; most?: number; each?(report: Report): void },
): Promise<Campaign> => {
  const all: Campaign = {
    seeds: 0,
    steps: 0,
    failing: [],
    faults: new Map(FAULTS.map((fault) => [fault, 0])),
    operations: new Map(),
    deaths: new Map(),
  };
  for (const seed of seeds) {
    const report = await simulate(load, { ...options, seed });
    all.seeds += 1;
    all.steps += report.steps;
    add(all.faults, report.faults);
    add(all.operations, report.operations);
    add(all.deaths, report.deaths);
    each?.(report);
    if (report.violations.length > 0) all.failing.push({ options: { ...options, seed }, report });
    if (all.failing.length >= most) break;
  }
  return all;
};

const add = (sums: Map<string, number>, more: Map<string, number>): void => {
  for (const [name, count] of more) sums.set(name, (sums.get(name) ?? 0) + count);
};

export const total = (counts: Map<string, number>): number => [...counts.values()].reduce((sum, one) => sum + one, 0);

/** Lines of a trace: its end is what matters. */
const TOLD = 400;

/** A failing seed as a person wants to read it: what is wrong, and how it came about. */
export const story = ({ options, report }: { options: Options; report: Report }): string => {
  const { seed, operations, faultRate = 1 } = options;
  return [
    `seed ${seed} with ${operations} operations at fault rate ${faultRate}: ${report.violations.length} violations`,
    ...report.violations.slice(0, 10).map((violation) => `  ${violation}`),
    ...report.trace.slice(-TOLD).map((line) => `    ${line}`),
  ].join('\n');
};
