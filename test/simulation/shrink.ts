import type { Load } from './container/bundle.ts';
import { type Options, type Report, simulate } from './simulate.ts';

export type Shrunk = { options: Options; report: Report; tries: number };

/** Enough for a few hundred operations and faults; a failing test should not take minutes to say why. */
const MAX_TRIES = 150;

/**
 * Leaves out operations, then faults, as long as something is still wrong: what is left is the shortest story found.
 * Halves first, then ever smaller parts. Source: Zeller and Hildebrandt, Simplifying and Isolating Failure-Inducing Input, 2002.
 */
export const shrink = async (load: Load, failing: Options, first: Report): Promise<Shrunk> => {
  const best: Shrunk = { options: failing, report: first, tries: 0 };
  const fails = async (options: Options): Promise<boolean> => {
    if (best.tries >= MAX_TRIES) return false;
    best.tries += 1;
    const report = await simulate(load, options);
    if (report.violations.length === 0) return false;
    best.options = options;
    best.report = report;
    return true;
  };

  const operations = numbers(failing.operations).filter((one) => !failing.withoutOperations?.has(one));
  const left = await reduced(operations, (kept) =>
    fails({ ...best.options, withoutOperations: without(failing.operations, kept) }),
  );
  await reduced(numbers(best.report.faultsDrawn), (kept) =>
    fails({ ...best.options, withoutFaults: without(MOST_FAULTS, kept) }),
  );
  // With fewer faults some operations may have become needless.
  await reduced(left, (kept) => fails({ ...best.options, withoutOperations: without(failing.operations, kept) }));
  const { report, tries } = best;
  const options = { ...best.options, keepsTrace: true };
  return { options, report: report.trace.length > 0 ? report : await simulate(load, options), tries };
};

/** More than are ever drawn: those that are not kept, whatever their number becomes, do not happen. */
const MOST_FAULTS = 5_000;

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

const without = (count: number, kept: number[]): Set<number> => {
  const wanted = new Set(kept);
  return new Set(numbers(count).filter((one) => !wanted.has(one)));
};

/** The smallest part of a list found for which `stillFails`. */
const reduced = async <T>(all: T[], stillFails: (kept: T[]) => Promise<boolean>): Promise<T[]> => {
  let kept = all;
  for (let parts = 2; kept.length > 0; ) {
    const size = Math.ceil(kept.length / parts);
    let smaller: T[] | undefined;
    for (let from = 0; from < kept.length && !smaller; from += size) {
      const rest = [...kept.slice(0, from), ...kept.slice(from + size)];
      if (await stillFails(rest)) smaller = rest;
    }
    if (smaller) {
      kept = smaller;
      parts = Math.max(2, parts - 1);
    } else if (size === 1) break;
    else parts = Math.min(kept.length, parts * 2);
  }
  return kept;
};
