import { type Awaitable, isPromise } from './awaitable.ts';

export class TimeoutExceeded extends Error {
  override readonly name = 'TimeoutExceeded';
}

/**
 * The result of `work`, or an error after `milliseconds`, or as soon as the caller leaves. A result that comes later is
 * dropped, so a hook that never answers holds nothing up. A synchronous result is returned without a timer.
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
  const expire = () => ended.reject(new TimeoutExceeded(`No result within ${milliseconds} ms.`));
  const timer = setTimeout(expire, milliseconds);
  signal?.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([result, ended.promise]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  }
};
