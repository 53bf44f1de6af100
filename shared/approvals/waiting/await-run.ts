import { endedRun, findRun, isFinal, type Run } from '../../bus/index.ts';
import { MINUTE } from '../../core/clock.ts';
import { NotFound } from '../../core/errors.ts';
import { pause } from '../../core/jitter.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { type Waiting, waitingOf } from './waiting.ts';

/** Before each look. Looks often at first, then less: most answers come within seconds. */
const PAUSES = [40, 40, 60, 80, 100, 150, 250];
const LATER_PAUSE = 300;
/** Whether a person is asked is another query, so not every look makes it: about once a second, and none of the first. */
const LOOKS_PER_QUESTION = 3;
const FIRST_LOOKS = 5;

/**
 * Waits until the run has ended, or cannot end before a person has decided, or `timeout` milliseconds are over; in each case
 * the run as it then is. People take minutes: no function is kept running for them.
 */
export const awaitRun = async (
  project: ProjectScope,
  id: string,
  { timeout, signal }: { timeout: number; signal?: AbortSignal | undefined },
): Promise<{ run: Run; waiting?: Waiting }> => {
  const until = Date.now() + Math.min(timeout, MINUTE);
  for (let look = 1; ; look += 1) {
    await pause(Math.min(PAUSES[look - 1] ?? LATER_PAUSE, Math.max(1, until - Date.now())), signal);
    const ended = await endedRun(project, id);
    if (ended) return { run: ended };
    const isOver = Date.now() >= until || signal?.aborted === true;
    if (!isOver && (look <= FIRST_LOOKS || look % LOOKS_PER_QUESTION > 0)) continue;
    const run = await findRun(project, id);
    if (!run) throw new NotFound('There is no such run.');
    if (isFinal(run.state)) return { run };
    const waiting = await waitingOf(project, run);
    if (waiting) return { run, waiting };
    if (isOver) return { run };
  }
};
