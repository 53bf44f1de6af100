import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Pages } from '../../api/pages.ts';
import type { Resource } from '../../api/resource.ts';
import { texts } from '../../texts/index.ts';
import { Button } from '../form/button.tsx';
import { Busy } from './busy.tsx';
import { ProblemNote } from './problem-note.tsx';

/** What a resource holds, as soon as it does; until then that it is loading, or what went wrong. */
export const Loaded = <T,>({ from, children }: { from: Resource<T>; children: (value: T) => ComponentChildren }) => {
  const { data, problem, isLoading, reload } = from;
  return (
    <>
      <ProblemNote problem={problem.value} onRetry={() => void reload()} />
      {data.value === undefined && isLoading.value && <Busy />}
      {data.value !== undefined && children(data.value)}
    </>
  );
};

export type ListedProps<T> = {
  from: Pages<T>;
  children: (items: readonly T[]) => ComponentChildren;
  /** What to say, and to do, where the list is empty. */
  empty: ComponentChildren;
};

/** A list as far as it was read, with a button for more of it. */
export const Listed = <T,>({ from, children, empty }: ListedProps<T>) => {
  const { items, problem, isLoading, hasMore, more, reload } = from;
  const known = items.value;
  const end = useRef<HTMLParagraphElement>(null);
  const asked = useRef<Pages<T>>(undefined);
  // Of another list, as with another filter, nobody has asked for more.
  const isWhole = asked.current === from && !hasMore.value;
  useLayoutEffect(() => {
    // The button that had the focus is gone.
    if (isWhole && document.activeElement === document.body) end.current?.focus({ preventScroll: true });
  }, [isWhole]);
  const readOn = (): void => {
    asked.current = from;
    void more();
  };
  return (
    <>
      <ProblemNote problem={problem.value} onRetry={() => void reload()} />
      {known === undefined && isLoading.value && <Busy />}
      {known && (known.length === 0 && !hasMore.value ? empty : children(known))}
      {hasMore.value && (
        <div class="more">
          <Button isBusy={isLoading.value} onClick={readOn}>
            {texts().common.more}
          </Button>
        </div>
      )}
      {isWhole && (
        <p class="hint" role="status" tabIndex={-1} ref={end}>
          {texts().common.thatIsAll}
        </p>
      )}
    </>
  );
};
