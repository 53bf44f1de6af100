import { EgressDenied } from './errors.ts';
import type { Hop } from './exchange.ts';
import { checkTarget, type EgressPolicy } from './target.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** What describes a body, of a request that has none any more: https://fetch.spec.whatwg.org/#request-body-header-name */
const OF_BODY = ['content-encoding', 'content-language', 'content-location', 'content-type'];

/** The absolute address an answer sends its reader to, if any. */
export const redirectOf = ({ status, headers, url }: Response): string | undefined => {
  const location = REDIRECTS.has(status) ? headers.get('location') : null;
  if (location === null) return undefined;
  const target = URL.parse(location, url || undefined);
  if (!target) throw new EgressDenied('The server redirects to an invalid URL.');
  return target.href;
};

/**
 * `follow` goes on within the origin and returns a redirect to any other; `manual` returns every redirect to the caller; `error`
 * refuses them.
 */
export type Redirecting = 'follow' | 'manual' | 'error';

type Rules = { redirect: Redirecting | undefined; policy: EgressPolicy; isLast: boolean };

/**
 * Where a request goes on, if an answer redirects it within its origin: scheme, host and port. `undefined`: the answer is the
 * caller's. A redirect to another origin is, too: whoever agreed to the request agreed to this one place. Only an address that
 * is refused anyway is refused at once.
 */
export const nextHop = (hop: Hop, response: Response, { redirect, policy, isLast }: Rules): Hop | undefined => {
  const target = redirect === 'manual' ? undefined : redirectOf(response);
  if (target === undefined) return undefined;
  if (redirect === 'error') throw new EgressDenied('The server redirects, which is not allowed here.');
  const url = new URL(target);
  if (url.origin !== hop.url.origin) {
    checkTarget(url, policy);
    return undefined;
  }
  if (isLast) throw new EgressDenied('The server redirects too often.');
  return redirected(hop, response.status, url);
};

/** As https://fetch.spec.whatwg.org/#http-redirect-fetch makes it. */
const redirected = (hop: Hop, status: number, url: URL): Hop => {
  const becomesGet = status === 303 ? hop.method !== 'HEAD' : status < 303 && hop.method === 'POST';
  if (!becomesGet) return { ...hop, url };
  const headers = new Headers(hop.headers);
  for (const name of OF_BODY) headers.delete(name);
  return { url, headers, method: 'GET', body: undefined };
};
