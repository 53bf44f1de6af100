import { effect, signal } from '@preact/signals';
import { ArtelError, type Token } from '../../../../clients/typescript/src/index.ts';
import { texts } from '../../texts/index.ts';
import { notify } from '../frame/notices.ts';
import { API } from '../place/base.ts';
import { keep, kept } from '../preferences/preferences.ts';
import { forgetCookie, hasCookie, inTurn } from './cookie.ts';

/** Whoever was here has left, and the service could not be told: the browser still has the cookie of their sign-in. */
export const stillSignedIn = signal(false);

/** Kept from the first attempt to the last, over the end of the page: `trying`, or `failed`, which other tabs show too. */
const LEAVING = 'leaving';

/** Milliseconds until a service that does not answer is taken for one that was not reached. */
const PATIENCE = 8_000;
/** Milliseconds between two attempts: a browser does not always know that it is connected again. */
const AGAIN_EVERY = 30_000;

const within = <T>(work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TypeError('Failed to fetch: no answer came in time.')), PATIENCE);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });

/** Ends the sign-in of the cookie. One that the service does not know any more is over. */
const end = async (token?: string): Promise<void> => {
  const answer = await fetch(`${API}/auth/logout`, {
    method: 'POST',
    headers: token ? { authorization: `Bearer ${token}` } : {},
    keepalive: true,
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (answer.ok || answer.status === 401) return;
  throw new ArtelError(answer.status, await answer.json().catch(() => undefined), answer.headers);
};

const isOver = (): void => {
  stillSignedIn.value = false;
  keep(LEAVING, undefined);
};

/**
 * Ends a sign-in. Where that fails, and the browser keeps it, it is tried again until it is done or somebody else signs in here.
 */
export const endSignIn = async ({ token, isKept }: { token: Token; isKept: boolean }): Promise<void> => {
  const hasToBe = isKept || hasCookie() || stillSignedIn.value;
  forgetCookie();
  keep(LEAVING, 'trying');
  const known = await within(Promise.resolve(token())).catch(() => undefined);
  const isEnded = await within(inTurn(() => end(known))).then(
    () => true,
    () => false,
  );
  if (isEnded || !hasToBe) return isOver();
  stillSignedIn.value = true;
  keep(LEAVING, 'failed');
};

/** @throws ArtelError, TypeError where it still cannot be ended */
export const leaveAgain = (): Promise<void> =>
  within(
    inTurn(async () => {
      // Meanwhile another tab may have ended it, or somebody signed in.
      if (!stillSignedIn.value || hasCookie()) return;
      await end();
      isOver();
      notify(texts().signIn.left);
    }),
  );

/** Somebody signs in: the cookie becomes theirs. As long as it does not, it is the former one's. */
export const insteadOfLeaving = async <T>(enter: () => Promise<T>): Promise<T> => {
  const wasLeft = stillSignedIn.value;
  stillSignedIn.value = false;
  try {
    const entered = await enter();
    isOver();
    return entered;
  } catch (thrown) {
    stillSignedIn.value = wasLeft;
    throw thrown;
  }
};

/** Tries again by itself: when the page is loaded again, when the network is back, and from time to time. */
export const goOnLeaving = (): void => {
  const tryAgain = (): void => void leaveAgain().catch(() => undefined);
  stillSignedIn.value = kept(LEAVING) !== undefined && !hasCookie();
  if (stillSignedIn.value) tryAgain();
  addEventListener('storage', () => {
    stillSignedIn.value = kept(LEAVING) === 'failed' && !hasCookie();
  });
  effect(() => {
    if (!stillSignedIn.value) return undefined;
    const timer = setInterval(tryAgain, AGAIN_EVERY);
    addEventListener('online', tryAgain);
    return () => {
      clearInterval(timer);
      removeEventListener('online', tryAgain);
    };
  });
};
