import { type ReadonlySignal, signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { reportEnd } from './ended.ts';
import { type Problem, problemOf } from './problem.ts';

/** Something the person does that the API has to carry out. */
export type Action<A extends unknown[], T> = {
  readonly isBusy: ReadonlySignal<boolean>;
  readonly problem: ReadonlySignal<Problem | undefined>;
  /** Does it once: a second call while it is under way changes nothing. `undefined` where it failed: `problem` says why. */
  run(...input: A): Promise<T | undefined>;
  clear(): void;
};

export const action = <A extends unknown[], T>(work: (...input: A) => Promise<T>): Action<A, T> => {
  const isBusy = signal(false);
  const problem = signal<Problem | undefined>(undefined);
  const run = async (...input: A): Promise<T | undefined> => {
    if (isBusy.value) return undefined;
    isBusy.value = true;
    problem.value = undefined;
    try {
      return await work(...input);
    } catch (thrown) {
      problem.value = problemOf(thrown);
      // A wrong password on a form of the account answers 401 too, with a code of its own.
      if (problem.value.code === 'unauthorized') reportEnd(problem.value);
      return undefined;
    } finally {
      isBusy.value = false;
    }
  };
  const clear = (): void => {
    problem.value = undefined;
  };
  return { isBusy, problem, run, clear };
};

export const useAction = <A extends unknown[], T>(work: (...input: A) => Promise<T>): Action<A, T> => {
  const made = useMemo(() => {
    const latest = { work };
    return { latest, action: action((...input: A) => latest.work(...input)) };
  }, []);
  // The work may close over what changes from one drawing to the next.
  made.latest.work = work;
  return made.action;
};
