import type { CommandResult } from '../steps/steps.ts';
import { resultsIn } from './results.ts';

/** What a test command came to. Names are sorted, and each is in one of the lists. */
export type TestRun = {
  passed: readonly string[];
  failed: readonly string[];
  details: Readonly<Record<string, string>>;
  /** Parts of the output are missing, and with them perhaps tests. */
  isCut: boolean;
};

/** Fails where a command fails without saying which test did, or stops before all of them ran. */
export const WHOLE_COMMAND = 'the command as a whole';

/** How a command that runs tests went. Its exit code counts for more than what it says: one that ends with 1 has not passed. */
export const testRunOf = ({ exit, output, killed, isCut }: Omit<CommandResult, 'draft' | 'durationMs'>): TestRun => {
  const { results, planned = 0 } = resultsIn(output);
  const failures = results.filter((one) => !one.isOk);
  const isHalf = !isCut && results.filter((one) => one.isTop).length < planned;
  const isUnexplained = exit !== 0 && failures.length === 0;
  const whole = killed !== undefined || isHalf || isUnexplained ? [WHOLE_COMMAND] : [];
  // A name that passed once and failed once has failed.
  const failed = new Set([...failures.map(({ name }) => name), ...whole]);
  const passed = new Set(results.map(({ name }) => name).filter((name) => !failed.has(name)));
  return {
    passed: [...passed].toSorted(),
    failed: [...failed].toSorted(),
    details: Object.fromEntries(failures.map(({ name, detail }) => [name, detail])),
    isCut,
  };
};

export type Comparison = {
  fixed: readonly string[];
  /** Passed before and does not any more; or fails and did not before; or is gone. */
  broken: readonly string[];
};

/** What changed from one run to the next. Where the first one did not get through, a test that it never reached cannot have been broken. */
export const compareRuns = (before: TestRun, after: TestRun): Comparison => {
  const [passes, fails, failed] = [new Set(after.passed), new Set(after.failed), new Set(before.failed)];
  const gotThrough = !failed.has(WHOLE_COMMAND);
  const isWellWithGaps = after.isCut && after.failed.length === 0;
  const isFixed = (name: string): boolean =>
    passes.has(name) || ((name === WHOLE_COMMAND || isWellWithGaps) && !fails.has(name));
  const unseen = [...before.passed, ...before.failed].filter((name) => !fails.has(name) && !isFixed(name));
  const worse = after.failed.filter((name) => !failed.has(name) && (gotThrough || before.passed.includes(name)));
  return {
    fixed: before.failed.filter(isFixed),
    broken: [...worse, ...(after.isCut ? [] : unseen)].toSorted(),
  };
};
