import { type ReadonlySignal, signal } from '@preact/signals';
import type { Pages } from '../../api/pages.ts';

type List = Pick<Pages<unknown>, 'items' | 'hasMore' | 'problem' | 'reload' | 'more' | 'stop'>;

/** Items of a list that are looked through: who has more is told so, and finds the rest on its screen. */
const MOST = 1_000;

export type Further = {
  readonly isReading: ReadonlySignal<boolean>;
  /** Reads the first pages, and on until it is enough or there is no more. While it is under way, asking again changes nothing. */
  read(): Promise<void>;
  stop(): void;
};

/** Lists are searched as far as they were read, and read on, a page of each at a time, while what fits is not `isEnough`. */
export const further = (lists: readonly List[], isEnough: () => boolean, most = MOST): Further => {
  const isReading = signal(true);
  let isStopped = false;
  let first: Promise<unknown> | undefined;
  let underWay: Promise<void> | undefined;
  const readOn = async (): Promise<void> => {
    first ??= Promise.all(lists.map((list) => list.reload()));
    await first;
    // What cannot be read now is left out: it is tried again when something else is typed.
    const failed = new Set<List>();
    while (!isStopped && !isEnough()) {
      const open = lists.filter(
        (list) => list.hasMore.value && !failed.has(list) && (list.items.value?.length ?? 0) < most,
      );
      if (open.length === 0) return;
      isReading.value = true;
      await Promise.all(open.map((list) => list.more()));
      for (const list of open) if (list.problem.value) failed.add(list);
    }
  };
  return {
    isReading,
    read: () => {
      underWay ??= readOn().finally(() => {
        underWay = undefined;
        isReading.value = false;
      });
      return underWay;
    },
    stop: () => {
      isStopped = true;
      for (const list of lists) list.stop();
    },
  };
};
