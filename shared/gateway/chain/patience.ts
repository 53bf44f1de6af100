export class OutOfPatience extends Error {
  override readonly name = 'OutOfPatience';
}

/**
 * The result of `work`, or an error: after `milliseconds`, or as soon as the caller leaves. What comes late is dropped; a
 * hook that never answers holds nothing up.
 */
export const withPatience = async <T>(
  milliseconds: number,
  signal: AbortSignal | undefined,
  work: () => T | Promise<T>,
): Promise<T> => {
  signal?.throwIfAborted();
  const result = work();
  if (!isPromise(result)) return result;
  const ended = Promise.withResolvers<never>();
  const leave = () => ended.reject(signal?.reason);
  const timer = setTimeout(() => ended.reject(new OutOfPatience(`No answer within ${milliseconds} ms.`)), milliseconds);
  signal?.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([result, ended.promise]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  }
};

const isPromise = <T>(value: T | Promise<T>): value is Promise<T> =>
  typeof (value as { then?: unknown } | undefined)?.then === 'function';
