import { ArtelError } from './errors.ts';
import type { Token } from './transport.ts';

export type SignIn = { url: string; email: string; password: string; fetch?: typeof fetch; now?: () => number };

/** A token is renewed this long before it expires, in milliseconds. */
const MARGIN = 30_000;

type Session = { access_token: string; expires_in: number };

/**
 * Signs in and gives the token of every request, renewed before it expires. In a browser the refresh cookie stays the
 * browser's, which no script can read; elsewhere it is kept here.
 *
 * @throws ArtelError 401 for a wrong password, 423 for an account that is locked
 */
export async function signIn({ url, email, password, fetch: send = fetch, now = Date.now }: SignIn): Promise<Token> {
  const base = url.replace(/\/+$/, '');
  let cookie: string | undefined;

  const post = async (path: string, body?: unknown): Promise<Session> => {
    const answer = await send(`${base}/auth/${path}`, {
      method: 'POST',
      credentials: 'include',
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...(cookie && { cookie }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const found = (await answer.json().catch(() => undefined)) as Session | undefined;
    if (!answer.ok || !found) throw new ArtelError(answer.status, found, answer.headers);
    const [given] = answer.headers.getSetCookie();
    if (given) cookie = given.split(';')[0];
    return found;
  };

  const until = (session: Session) => ({
    token: session.access_token,
    end: now() + session.expires_in * 1_000 - MARGIN,
  });
  let current = until(await post('login', { email, password }));
  let renewal: Promise<string> | undefined;
  const renew = async (): Promise<string> => {
    current = until(await post('refresh'));
    return current.token;
  };
  // One renewal for all requests that find the token old.
  return () => {
    if (now() < current.end) return current.token;
    renewal ??= renew().finally(() => {
      renewal = undefined;
    });
    return renewal;
  };
}
