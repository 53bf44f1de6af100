import { type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { reportEnd } from './ended.ts';
import { isAbort, type Problem, problemOf } from './problem.ts';

/** Something the API is asked for: what is known of it, and whether it is being asked for again. */
export type Resource<T> = {
  readonly data: ReadonlySignal<T | undefined>;
  readonly problem: ReadonlySignal<Problem | undefined>;
  readonly isLoading: ReadonlySignal<boolean>;
  /** Asks again; what is known stays until the answer is here. An earlier question that is still open is dropped. */
  reload(): Promise<void>;
  /** Puts in what is known by another way, such as an answer to a change or an event. */
  set(value: T): void;
  /** Drops an open question. */
  stop(): void;
};

export const resource = <T>(load: (signal: AbortSignal) => Promise<T>): Resource<T> => {
  const data = signal<T | undefined>(undefined);
  const problem = signal<Problem | undefined>(undefined);
  const isLoading = signal(false);
  let open: AbortController | undefined;
  const reload = async (): Promise<void> => {
    open?.abort();
    const mine = new AbortController();
    open = mine;
    isLoading.value = true;
    try {
      const value = await load(mine.signal);
      if (open !== mine) return;
      data.value = value;
      problem.value = undefined;
    } catch (thrown) {
      if (open !== mine || isAbort(thrown)) return;
      problem.value = problemOf(thrown);
      reportEnd(problem.value);
    } finally {
      if (open === mine) {
        open = undefined;
        isLoading.value = false;
      }
    }
  };
  const set = (value: T): void => {
    open?.abort();
    open = undefined;
    isLoading.value = false;
    data.value = value;
    problem.value = undefined;
  };
  const stop = (): void => {
    open?.abort();
    open = undefined;
    isLoading.value = false;
  };
  return { data, problem, isLoading, reload, set, stop };
};

/**
 * What a part of the page shows, asked for when it appears and again when one of `on` changes; an open question is dropped when
 * it goes.
 */
export const useResource = <T>(load: (signal: AbortSignal) => Promise<T>, on: readonly unknown[] = []): Resource<T> => {
  const made = useMemo(() => resource(load), on);
  useEffect(() => {
    void made.reload();
    return made.stop;
  }, [made]);
  return made;
};
