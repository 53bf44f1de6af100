import { setImmediate as turn } from 'node:timers/promises';
import { pause } from '../core/jitter.ts';

/**
 * The events, with a `heartbeat` between them whenever none came for `every` milliseconds. The next event is requested only
 * after the last one was taken. Leaving early ends the source, which the caller must have aborted before.
 */
export async function* withHeartbeat<T>(
  events: AsyncIterable<T>,
  every: number,
  wait: typeof pause = pause,
): AsyncGenerator<T | 'heartbeat'> {
  const source = events[Symbol.asyncIterator]();
  let next = source.next();
  try {
    for (;;) {
      const first = await firstOf(next, every, wait);
      if (first === 'heartbeat') {
        yield first;
        continue;
      }
      if (first.done) return;
      yield first.value;
      next = source.next();
    }
  } finally {
    // Its failure has been thrown already, or nobody is left to see it.
    next.catch(() => undefined);
    await source.return?.();
  }
}

const firstOf = async <T>(next: Promise<T>, every: number, wait: typeof pause): Promise<T | 'heartbeat'> => {
  // Events come many at once: a timer for each takes longer than all else that is done for it, so the first wait has none.
  const soon = await Promise.race([next, turn('later' as const)]);
  if (soon !== 'later') return soon;
  const came = new AbortController();
  try {
    return await Promise.race([next, wait(every, came.signal).then((): 'heartbeat' => 'heartbeat')]);
  } finally {
    came.abort();
  }
};
