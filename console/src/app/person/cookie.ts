import { keep, kept } from '../preferences/preferences.ts';

/** That this browser has a cookie to go on with, which no script can see: without one nobody is asked. */
const SIGNED_IN = 'signed-in';

export const hasCookie = (): boolean => kept(SIGNED_IN) !== undefined;
export const rememberCookie = (): void => keep(SIGNED_IN, 'yes');
export const forgetCookie = (): void => keep(SIGNED_IN, undefined);

/** One tab at a time renews the sign-in, or ends it: the cookie is shared, and good for one renewal. */
export const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks ? (navigator.locks.request('artel-sign-in', work) as Promise<T>) : work();
