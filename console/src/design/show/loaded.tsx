import type { ComponentChildren } from 'preact';
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
  return (
    <>
      <ProblemNote problem={problem.value} onRetry={() => void reload()} />
      {known === undefined && isLoading.value && <Busy />}
      {known && (known.length === 0 && !hasMore.value ? empty : children(known))}
      {hasMore.value && (
        <div class="more">
          <Button isBusy={isLoading.value} onClick={() => void more()}>
            {texts().common.more}
          </Button>
        </div>
      )}
    </>
  );
};
