import type { Batch } from '../call/batches.ts';
import { ModelError } from '../call/model-error.ts';
import type { ModelLatency } from './latency.ts';

/** Passes an answer on and notes the wait for its first events, and the longest one between any two. */
export async function* observeLatency(answer: AsyncGenerator<Batch>, latency: ModelLatency): AsyncGenerator<Batch> {
  let hasBegun = false;
  let longest = 0;
  let asked = performance.now();
  const waited = (): void => {
    const wait = performance.now() - asked;
    if (hasBegun) longest = Math.max(longest, wait);
    else latency.firstByte.add(wait);
    hasBegun = true;
  };
  try {
    for (;;) {
      asked = performance.now();
      const { value, done } = await answer.next();
      waited();
      if (done) return;
      // Only the wait for the model counts, not how long the reader takes.
      yield value;
    }
  } catch (error) {
    // A wait that timed out lasted at least as long; one that failed at once, or was called off, says nothing.
    if (error instanceof ModelError && error.reason === 'timeout') waited();
    throw error;
  } finally {
    if (longest > 0) latency.idle.add(longest);
    await answer.return(undefined);
  }
}
