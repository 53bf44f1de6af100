import { type Awaitable, isPromise } from './awaitable.ts';

export class TimeoutExceeded extends Error {
  override readonly name = 'TimeoutExceeded';
}

/**
 * The result of `work`, or an error: after `milliseconds`, or as soon as the caller leaves. What comes late is dropped; a
 * hook that never answers holds nothing up. Work that is done at once is waited for by nobody, and throws at once.
 */
export const withTimeout = <T>(
  milliseconds: number,
  signal: AbortSignal | undefined,
  work: () => Awaitable<T>,
): Awaitable<T> => {
  signal?.throwIfAborted();
  const result = work();
  return isPromise(result) ? within(milliseconds, signal, result) : result;
};

const within = async <T>(milliseconds: number, signal: AbortSignal | undefined, result: Promise<T>): Promise<T> => {
  const ended = Promise.withResolvers<never>();
  const leave = () => ended.reject(signal?.reason);
  const timer = setTimeout(
    () => ended.reject(new TimeoutExceeded(`No answer within ${milliseconds} ms.`)),
    milliseconds,
  );
  signal?.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([result, ended.promise]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  }
};
