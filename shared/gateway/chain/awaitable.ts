/*
 * Most hooks answer at once, and most answers come in hundreds of pieces that pass every policy: a promise and a timer for
 * each would take longer than the policies' own work. What is there already goes on without either.
 */

export type Awaitable<T> = T | Promise<T>;

export const isPromise = <T>(value: Awaitable<T>): value is Promise<T> =>
  typeof (value as { then?: unknown } | undefined)?.then === 'function';

/** `next` of the value: at once where it is there. */
export const after = <T, U>(value: Awaitable<T>, next: (value: T) => Awaitable<U>): Awaitable<U> =>
  isPromise(value) ? value.then(next) : next(value);
