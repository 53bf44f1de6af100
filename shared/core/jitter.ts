/** A number in [0, 1), injected so that tests can choose it. */
export type Random = () => number;

/**
 * Exponential back-off with full jitter, in milliseconds.
 * Source: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export const fullJitter = (
  attempt: number,
  { base, cap, random = Math.random }: { base: number; cap: number; random?: Random | undefined },
): number => Math.floor(random() * Math.min(cap, base * 2 ** attempt));

export const pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
  });
