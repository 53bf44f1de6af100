import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { reportEnd } from './ended.ts';
import { isAbort, type Problem, problemOf } from './problem.ts';

/** A list as the API answers it. */
export type Page<T> = { items: T[]; next_cursor?: string | null | undefined };

/** A list that is read page by page, as far as the person wants to see it. */
export type Pages<T> = {
  readonly items: ReadonlySignal<readonly T[] | undefined>;
  readonly problem: ReadonlySignal<Problem | undefined>;
  readonly isLoading: ReadonlySignal<boolean>;
  readonly hasMore: ReadonlySignal<boolean>;
  more(): Promise<void>;
  /** From the beginning; what is known stays until the answer is here. */
  reload(): Promise<void>;
  /** Puts in what is known by another way. */
  change(edit: (items: readonly T[]) => readonly T[]): void;
  stop(): void;
};

export const pages = <T>(load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>): Pages<T> => {
  const items = signal<readonly T[] | undefined>(undefined);
  const problem = signal<Problem | undefined>(undefined);
  const isLoading = signal(false);
  const cursor = signal<string | undefined>(undefined);
  let open: AbortController | undefined;
  const read = async (from: string | undefined): Promise<void> => {
    open?.abort();
    const mine = new AbortController();
    open = mine;
    isLoading.value = true;
    try {
      const page = await load(from, mine.signal);
      if (open !== mine) return;
      batch(() => {
        items.value = from === undefined ? page.items : [...(items.value ?? []), ...page.items];
        cursor.value = page.next_cursor ?? undefined;
        problem.value = undefined;
      });
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
  return {
    items,
    problem,
    isLoading,
    hasMore: computed(() => cursor.value !== undefined),
    more: () => (cursor.value === undefined || isLoading.value ? Promise.resolve() : read(cursor.value)),
    reload: () => read(undefined),
    change: (edit) => {
      if (items.value) items.value = edit(items.value);
    },
    stop: () => {
      open?.abort();
      open = undefined;
      isLoading.value = false;
    },
  };
};

/** A list that a part of the page shows, read when it appears and again when one of `on` changes. */
export const usePages = <T>(
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
  on: readonly unknown[] = [],
): Pages<T> => {
  const made = useMemo(() => pages(load), on);
  useEffect(() => {
    void made.reload();
    return made.stop;
  }, [made]);
  return made;
};
