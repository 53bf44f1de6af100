/*
 * Most hooks are synchronous, and most answers come in hundreds of pieces that each pass every policy: a promise and a timer
 * for each would take longer than the policies' own work. So a value that is there already goes on without a promise.
 */

export type Awaitable<T> = T | Promise<T>;

export const isPromise = <T>(value: Awaitable<T>): value is Promise<T> =>
  typeof (value as { then?: unknown } | undefined)?.then === 'function';

/** `next` of the value; synchronous if the value is no promise. */
export const after = <T, U>(value: Awaitable<T>, next: (value: T) => Awaitable<U>): Awaitable<U> =>
  isPromise(value) ? value.then(next) : next(value);
