import { computed, effect, signal } from '@preact/signals';
import {
  Artel,
  ArtelError,
  type components,
  enter,
  resume,
  type SignedIn,
  type Token,
} from '../../../../clients/typescript/src/index.ts';
import { API } from '../place/base.ts';
import { keep, kept } from '../preferences/preferences.ts';
import { shownTo } from './of-person.ts';

export type User = components['schemas']['SignedIn']['user'];

/** Who is signed in: `undefined` while that is being found out, `null` where nobody is. */
export type Session = { user: User; artel: Artel; token: Token };

export const session = signal<Session | null | undefined>(undefined);
export const user = computed(() => session.value?.user);
effect(() => shownTo(user.value?.id));
export const isAdministrator = computed(() => session.value?.user.roles.includes('admin') ?? false);

/** The API as the person who is signed in. Screens are only drawn for somebody who is. */
export const artel = (): Artel => {
  const known = session.value;
  if (!known) throw new Error('Nobody is signed in.');
  return known.artel;
};

/** One tab renews the sign-in at a time: the cookie of a sign-in is good for one renewal. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks ? (navigator.locks.request('artel-sign-in', work) as Promise<T>) : work();

/** Told to the other tabs, which have nothing to show any more. */
const otherTabs = new BroadcastChannel('artel-session');

const become = ({ token, user: who }: SignedIn): void => {
  keep(SIGNED_IN, 'yes');
  session.value = { user: who, token, artel: new Artel({ url: API, token }) };
};

/** That this browser has a cookie to go on with, which no script can see: without one nobody is asked. */
const SIGNED_IN = 'signed-in';

const nobody = (): void => {
  keep(SIGNED_IN, undefined);
  session.value = null;
};

/** Goes on with the sign-in that the browser's cookie names, if there is one. */
export const beginSession = async (): Promise<void> => {
  otherTabs.onmessage = ({ data }) => {
    if (data === 'signed out') nobody();
    // What the other tab keeps may not be seen here yet: its word is enough.
    else if (data === 'signed in' && !session.value) void goOn();
  };
  if (kept(SIGNED_IN)) await goOn();
  else nobody();
};

const goOn = async (): Promise<void> => {
  try {
    become(await resume({ url: API, inTurn }));
  } catch (thrown) {
    if (thrown instanceof ArtelError) nobody();
    // The service was not reached: when the page is loaded again, it is asked again.
    else session.value = null;
  }
};

/** @throws ArtelError 401 for a wrong password, 403 where the address has to be confirmed, 423 for a locked account */
export const enterWith = async (email: string, password: string): Promise<void> => {
  become(await enter({ url: API, email, password, inTurn }));
  otherTabs.postMessage('signed in');
};

/**
 * As the one whom a token names: one of a deployment's own issuer, or an API key. It is kept nowhere, and gone with the page.
 *
 * @throws ArtelError 401 for a token that names nobody
 */
export const enterAs = async (token: string): Promise<void> => {
  const bearer: Token = () => token;
  const known = new Artel({ url: API, token: bearer });
  const who = await known.call('GET /my', {});
  session.value = { user: who as User, token: bearer, artel: known };
};

/** The name may have been changed. */
export const renameUser = (who: User): void => {
  if (session.value) session.value = { ...session.value, user: who };
};

/** Ends the sign-in here and in the other tabs. Without a network the page forgets it all the same. */
export const leave = async (): Promise<void> => {
  const token = await Promise.resolve(session.value?.token()).catch(() => undefined);
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  await fetch(`${API}/auth/logout`, { method: 'POST', headers }).catch(() => undefined);
  otherTabs.postMessage('signed out');
  nobody();
};

/** Called where the API says that the sign-in is over. */
export const ended = (): void => nobody();
