import { type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { reportEnd } from '../../../api/ended.ts';
import { isAbort, type Problem, problemOf } from '../../../api/problem.ts';
import { hearOfApprovals } from '../../../app/project/approvals.ts';
import { type Build, isFinal } from '../api.ts';
import { followRun } from './follow.ts';
import { after, type Progress, UNTOLD } from './progress.ts';

export type Followed = {
  readonly progress: ReadonlySignal<Progress>;
  readonly problem: ReadonlySignal<Problem | undefined>;
  /** Begins again, after a problem. */
  again(): void;
};

/** Follows a build while it is looked at. `onEnd`: what is known of it by its end has to be read again. */
export const useProgress = (build: Build, onEnd: () => void): Followed => {
  const made = useMemo(() => {
    const progress = signal(UNTOLD);
    const problem = signal<Problem | undefined>(undefined);
    let open: AbortController | undefined;
    const wasOver = isFinal(build);
    const follow = async (): Promise<void> => {
      open?.abort();
      const mine = new AbortController();
      open = mine;
      problem.value = undefined;
      progress.value = UNTOLD;
      try {
        const onEvent = (event: Parameters<typeof after>[1]): void => {
          hearOfApprovals(event);
          progress.value = after(progress.value, event, build);
        };
        await followRun(build, { onEvent, signal: mine.signal });
        if (!wasOver && !mine.signal.aborted) onEnd();
      } catch (thrown) {
        if (mine.signal.aborted || isAbort(thrown)) return;
        problem.value = problemOf(thrown);
        reportEnd(problem.value);
      }
    };
    return { progress, problem, follow, stop: () => open?.abort() };
  }, [build.run_id]);
  useEffect(() => {
    void made.follow();
    return made.stop;
  }, [made]);
  return { progress: made.progress, problem: made.problem, again: () => void made.follow() };
};
