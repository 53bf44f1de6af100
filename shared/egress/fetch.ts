import { SECOND } from '../core/clock.ts';
import { optional } from '../platform/configuration.ts';
import { once } from '../platform/once.ts';
import { EgressDenied, EgressTimedOut } from './errors.ts';
import { exchange, type Hop } from './exchange.ts';
import { hostList, hostsOf } from './hosts.ts';
import { nextHop, type Redirecting } from './redirect.ts';
import { type Resolve, systemResolve, vettedAddresses } from './resolve.ts';
import type { EgressPolicy } from './target.ts';

export type EgressInit = {
  method?: string;
  headers?: Record<string, string> | Headers;
  body?: string | Uint8Array;
  signal?: AbortSignal | null;
  redirect?: Redirecting;
};

export type EgressLimits = {
  /** Of the answer, as it arrives and as it unpacks. */
  maxBytes?: number;
  /** For the whole exchange, from the name look-up to the last byte. */
  timeoutMs?: number;
  maxRedirects?: number;
};

export type EgressFetch = (url: string | URL, init?: EgressInit, limits?: EgressLimits) => Promise<Response>;

const MEGABYTE = 1024 * 1024;
const DEFAULTS = { maxBytes: 10 * MEGABYTE, timeoutMs: 30 * SECOND, maxRedirects: 5 };

/**
 * What decides where a request goes and how long it is. A `Host` of the caller's own could reach, through a shared front
 * such as API Gateway's, a host that was refused by name.
 */
const RESERVED_HEADERS =
  /^(host|connection|content-length|transfer-encoding|upgrade|te|trailer|expect|keep-alive|proxy-.*)$/;

/** `fetch` for addresses that a user or a model names. Throws an `EgressError`, or the reason of the caller's abort. */
export const createEgress =
  (policy: EgressPolicy, resolve: Resolve = systemResolve): EgressFetch =>
  async (url, init = {}, limits = {}) => {
    const { maxBytes, timeoutMs, maxRedirects } = { ...DEFAULTS, ...limits };
    const late = timeoutAfter(timeoutMs);
    const signal = init.signal ? AbortSignal.any([init.signal, late]) : late;
    let hop = firstHop(url, init);
    for (let redirects = 0; ; redirects += 1) {
      const addresses = await abortable(signal, vettedAddresses(hop.url, policy, resolve));
      const response = await exchange(hop, { addresses, maxBytes, signal });
      const next = await orWithoutBody(response, () =>
        nextHop(hop, response, { redirect: init.redirect, policy, isLast: redirects >= maxRedirects }),
      );
      if (!next) return response;
      await response.body?.cancel();
      hop = next;
    }
  };

const firstHop = (text: string | URL, { method = 'GET', headers, body }: EgressInit): Hop => {
  const url = URL.parse(String(text));
  if (!url) throw new EgressDenied('Not a valid URL.');
  const given = new Headers(headers);
  const ours = [...given.keys()].find((name) => RESERVED_HEADERS.test(name));
  if (ours) throw new EgressDenied(`The header "${ours}" cannot be set.`);
  return { url, method: method.toUpperCase(), headers: given, body };
};

/** An answer that is refused is not read: its connection would stay open for as long as it may take. */
const orWithoutBody = async <T>(response: Response, decide: () => T): Promise<T> => {
  try {
    return decide();
  } catch (error) {
    await response.body?.cancel();
    throw error;
  }
};

const timeoutAfter = (milliseconds: number): AbortSignal => {
  const late = new AbortController();
  const seconds = Math.round(milliseconds / SECOND);
  const error = new EgressTimedOut(`The server did not answer within ${seconds} seconds.`);
  setTimeout(() => late.abort(error), milliseconds).unref();
  return late.signal;
};

/** A look-up cannot be cancelled, only no longer waited for. */
const abortable = async <T>(signal: AbortSignal, work: Promise<T>): Promise<T> => {
  const aborted = Promise.withResolvers<never>();
  const onAbort = () => aborted.reject(signal.reason);
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
};

const platformFetch = once(() =>
  createEgress({ allowed: hostList(optional('allowedHosts')), own: hostsOf(optional('ownAddresses')) }),
);

/** The same under the deployment's own lists of hosts. */
export const egressFetch: EgressFetch = (url, init, limits) => platformFetch()(url, init, limits);
