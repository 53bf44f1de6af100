import { EgressDenied } from './errors.ts';
import type { Hop } from './exchange.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** All that a new origin gets to see; everything else may be a secret that was meant for the old one. */
const TRAVELLING = ['accept', 'accept-language', 'content-type', 'user-agent'];

/** Where an answer sends its reader, if anywhere. */
export const locationOf = ({ status, headers }: Response): string | undefined =>
  REDIRECTS.has(status) ? (headers.get('location') ?? undefined) : undefined;

/** The next request of a redirected one, as https://fetch.spec.whatwg.org/#http-redirect-fetch makes it. */
export const redirected = (hop: Hop, status: number, location: string): Hop => {
  const url = URL.parse(location, hop.url.href);
  if (!url) throw new EgressDenied('The server redirects to an invalid URL.');
  const headers = url.origin === hop.url.origin ? new Headers(hop.headers) : travelling(hop.headers);
  const becomesGet = status === 303 ? hop.method !== 'HEAD' : status < 303 && hop.method === 'POST';
  if (!becomesGet) return { ...hop, url, headers };
  headers.delete('content-type');
  return { url, headers, method: 'GET', body: undefined };
};

const travelling = (headers: Headers): Headers =>
  new Headers([...headers].filter(([name]) => TRAVELLING.includes(name)));
