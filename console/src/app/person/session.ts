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
import { type Problem, problemOf } from '../../api/problem.ts';
import { API } from '../place/base.ts';
import { forgetCookie, hasCookie, inTurn, rememberCookie } from './cookie.ts';
import { endSignIn, goOnLeaving, insteadOfLeaving } from './leaving.ts';
import { shownTo } from './of-person.ts';
import { patientFetch } from './patience.ts';

export type User = components['schemas']['SignedIn']['user'];

/**
 * Who is signed in: `undefined` while that is being found out, `null` where nobody is. `isKept`: by the browser's cookie, which
 * outlives the page.
 */
export type Session = { user: User; artel: Artel; token: Token; isKept: boolean };

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

/** Told to the other tabs, which have nothing to show any more. */
const otherTabs = new BroadcastChannel('artel-session');

const become = ({ token, user: who }: SignedIn): void => {
  signInProblem.value = undefined;
  rememberCookie();
  session.value = { user: who, token, artel: new Artel({ url: API, token, fetch: patientFetch() }), isKept: true };
};

const nobody = (): void => {
  signInProblem.value = undefined;
  forgetCookie();
  session.value = null;
};

/** Whether the service said no, and not that it could not say anything just now. */
const isRefusal = ({ status }: ArtelError): boolean => status < 500 && status !== 429;

/** Goes on with the sign-in that the browser's cookie names, if there is one. */
export const beginSession = async (): Promise<void> => {
  goOnLeaving();
  otherTabs.onmessage = ({ data }) => {
    if (data === 'signed out') nobody();
    // What the other tab keeps may not be seen here yet: its word is enough.
    else if (data === 'signed in' && !session.value) void goOn();
  };
  if (hasCookie()) await goOn();
  else nobody();
};

/** Why it is not known who is signed in: the service, or the network, did not say. */
export const signInProblem = signal<Problem | undefined>(undefined);

/** Asks again who is signed in here. */
export const goOn = async (): Promise<void> => {
  try {
    become(await resume({ url: API, inTurn }));
  } catch (thrown) {
    if (thrown instanceof ArtelError && isRefusal(thrown)) return nobody();
    // The sign-in may well hold: it is not forgotten for a service that is busy or was not reached.
    signInProblem.value = problemOf(thrown);
    session.value = null;
  }
};

/** @throws ArtelError 401 for a wrong password, 403 where the address has to be confirmed, 423 for a locked account */
export const enterWith = async (email: string, password: string): Promise<void> => {
  become(await insteadOfLeaving(() => enter({ url: API, email, password, inTurn })));
  otherTabs.postMessage('signed in');
};

/**
 * As the one whom a token names: one of a deployment's own issuer, or an API key. It is kept nowhere, and gone with the page.
 *
 * @throws ArtelError 401 for a token that names nobody
 */
export const enterAs = async (token: string): Promise<void> => {
  const bearer: Token = () => token;
  const known = new Artel({ url: API, token: bearer, fetch: patientFetch() });
  const who = await known.call('GET /my', {});
  session.value = { user: who as User, token: bearer, artel: known, isKept: false };
};

/** The name may have been changed. */
export const renameUser = (who: User): void => {
  if (session.value) session.value = { ...session.value, user: who };
};

/**
 * Ends the sign-in here and in the other tabs. What the page shows goes at once, whether the service can be told or not; where it
 * cannot, `leaving.ts` sees to it.
 */
export const leave = async (): Promise<void> => {
  const known = session.value;
  if (!known) return;
  session.value = undefined;
  otherTabs.postMessage('signed out');
  await endSignIn(known);
  // Another tab may have signed in meanwhile.
  session.value = session.value ?? null;
};

/** Called where the API says that the sign-in is over. */
export const ended = (): void => nobody();
