import { pause } from '../core/jitter.ts';

/**
 * The events with a `pulse` between them whenever none came for `every` milliseconds. The next event is asked for only
 * once the last one was taken. Leaving early ends the source, which the caller has to have aborted.
 */
export async function* withHeartbeat<T>(
  events: AsyncIterable<T>,
  every: number,
  wait: typeof pause = pause,
): AsyncGenerator<T | 'pulse'> {
  const source = events[Symbol.asyncIterator]();
  let next = source.next();
  try {
    for (;;) {
      const first = await firstOf(next, every, wait);
      if (first === 'pulse') {
        yield first;
        continue;
      }
      if (first.done) return;
      yield first.value;
      next = source.next();
    }
  } finally {
    // Its failure was thrown already, or nobody is left whom it could concern.
    next.catch(() => undefined);
    await source.return?.();
  }
}

const firstOf = async <T>(next: Promise<T>, every: number, wait: typeof pause): Promise<T | 'pulse'> => {
  const came = new AbortController();
  try {
    return await Promise.race([next, wait(every, came.signal).then((): 'pulse' => 'pulse')]);
  } finally {
    came.abort();
  }
};
