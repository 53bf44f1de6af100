import type { ModelEvent } from '../call/model-call.ts';
import { ModelError } from '../call/model-error.ts';
import type { Latency } from './latency.ts';

/** Passes an answer on and notes how long it was waited for: to its first event, and at most between any two. */
export async function* observeLatency(
  answer: AsyncGenerator<ModelEvent>,
  latency: { first: Latency; idle: Latency },
): AsyncGenerator<ModelEvent> {
  let begun = false;
  let longest = 0;
  let asked = performance.now();
  const waited = (): void => {
    const wait = performance.now() - asked;
    if (begun) longest = Math.max(longest, wait);
    else latency.first.add(wait);
    begun = true;
  };
  try {
    for (;;) {
      asked = performance.now();
      const { value, done } = await answer.next();
      waited();
      if (done) return;
      // Only the wait for the model counts, not how long its reader took.
      yield value;
    }
  } catch (error) {
    // A wait that was given up lasted at least as long; what failed at once, or was called off, tells nothing.
    if (error instanceof ModelError && error.reason === 'timeout') waited();
    throw error;
  } finally {
    if (longest > 0) latency.idle.add(longest);
    await answer.return(undefined);
  }
}
