import { ArtelError } from './errors.ts';
import type { components } from './schema.ts';
import type { Token } from './transport.ts';

/** Runs a piece of work when no other program that shares the refresh cookie runs one. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export type Where = {
  url: string;
  fetch?: typeof fetch;
  now?: () => number;
  /**
   * Two tabs of a browser share a cookie that is good for one renewal, and its second use ends the sign-in: there,
   * `(work) => navigator.locks.request('artel', work)`. By default nobody is waited for.
   */
  inTurn?: InTurn;
};
export type SignIn = Where & { email: string; password: string };

/**
 * Somebody who is signed in, and the token of every request, renewed before it expires. It stays theirs: once somebody else has signed
 * in with the same cookie, it is refused with `ArtelError` 401.
 */
export type SignedIn = { token: Token; user: components['schemas']['User'] };

/** A token is renewed this long before it expires, in milliseconds. */
const MARGIN = 30_000;

type Answer = components['schemas']['SignedIn'];

/**
 * Signs in and gives the token of every request, renewed before it expires. In a browser the refresh cookie stays the
 * browser's, which no script can read; elsewhere it is kept here.
 *
 * @throws ArtelError 401 for a wrong password, 423 for an account that is locked
 */
export async function signIn(asked: SignIn): Promise<Token> {
  return (await enter(asked)).token;
}

/** The same, with the user who it is. */
export async function enter({ email, password, ...where }: SignIn): Promise<SignedIn> {
  const session = new Session(where);
  return session.begin('login', { email, password });
}

/**
 * In a browser: goes on with the sign-in whose refresh cookie it has kept.
 *
 * @throws ArtelError 401 where there is none, or it is over
 */
export const resume = (where: Where): Promise<SignedIn> => new Session(where).begin('refresh');

class Session {
  readonly #base: string;
  readonly #fetch: typeof fetch;
  readonly #now: () => number;
  readonly #inTurn: InTurn;
  #cookie: string | undefined;
  #token = '';
  #end = 0;
  #renewal: Promise<string> | undefined;
  #user: string | undefined;

  constructor({ url, fetch: send = globalFetch, now = Date.now, inTurn = (work) => work() }: Where) {
    this.#base = url.replace(/\/+$/, '');
    this.#fetch = send;
    this.#now = now;
    this.#inTurn = inTurn;
  }

  async begin(path: 'login' | 'refresh', body?: unknown): Promise<SignedIn> {
    const { user } = await this.#post(path, body);
    return { token: () => this.#current(), user };
  }

  /** One renewal for all requests that find the token old. */
  #current(): string | Promise<string> {
    if (this.#now() < this.#end) return this.#token;
    this.#renewal ??= this.#post('refresh')
      .then(({ access_token }) => access_token)
      .finally(() => {
        this.#renewal = undefined;
      });
    return this.#renewal;
  }

  #post(path: string, body?: unknown): Promise<Answer> {
    return this.#inTurn(async () => {
      const answer = await this.#fetch(`${this.#base}/auth/${path}`, {
        method: 'POST',
        credentials: 'include',
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(this.#cookie && { cookie: this.#cookie }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const found = (await answer.json().catch(() => undefined)) as Answer | undefined;
      if (!answer.ok || !found) throw new ArtelError(answer.status, found, answer.headers);
      const [given] = answer.headers.getSetCookie();
      if (given) this.#cookie = given.split(';')[0];
      // Tabs of a browser share the cookie: somebody else may have signed in there, as whom nothing of this one is sent.
      this.#user ??= found.user.id;
      if (found.user.id !== this.#user) throw new ArtelError(401, SOMEBODY_ELSE, answer.headers);
      this.#token = found.access_token;
      this.#end = this.#now() + found.expires_in * 1_000 - MARGIN;
      return found;
    });
  }
}

const SOMEBODY_ELSE = { error_code: 'unauthorized', detail: 'Somebody else has signed in here meanwhile.' };

/** Browsers refuse a `fetch` that is called as a method of anything but the window. */
const globalFetch: typeof fetch = (input, init) => fetch(input, init);
