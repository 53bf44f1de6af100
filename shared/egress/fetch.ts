import { SECOND } from '../core/clock.ts';
import { optional } from '../platform/configuration.ts';
import { once } from '../platform/once.ts';
import { OutsideRefused, OutsideTimedOut } from './errors.ts';
import { exchange, type Hop } from './exchange.ts';
import { hostList, hostsOf } from './hosts.ts';
import { locationOf, redirected } from './redirect.ts';
import { type Resolve, systemResolve, vettedAddresses } from './resolve.ts';
import type { Policy } from './target.ts';

export type OutsideInit = {
  method?: string;
  headers?: Record<string, string> | Headers;
  body?: string | Uint8Array;
  signal?: AbortSignal | null;
  /** `manual` hands a redirect to the caller, who asks anew; `error` refuses it. */
  redirect?: 'follow' | 'manual' | 'error';
};

export type Limits = {
  /** Of the answer, as it arrives and as it unpacks. */
  maxBytes?: number;
  /** For everything, from the look-up of the name to the last byte. */
  timeoutMs?: number;
  maxRedirects?: number;
};

export type GuardedFetch = (url: string | URL, init?: OutsideInit, limits?: Limits) => Promise<Response>;

const MEGABYTE = 1024 * 1024;
const DEFAULTS = { maxBytes: 10 * MEGABYTE, timeoutMs: 30 * SECOND, maxRedirects: 5 };

/**
 * What decides where a request goes and how long it is. A `Host` of the caller's own could reach, through a shared front
 * such as API Gateway's, a host that was refused by name.
 */
const OURS = /^(host|connection|content-length|transfer-encoding|upgrade|te|trailer|expect|keep-alive|proxy-.*)$/;

/** `fetch` for addresses that a user or a model names. Throws an `OutsideError`, or the reason of the caller's abort. */
export const outside =
  (policy: Policy, resolve: Resolve = systemResolve): GuardedFetch =>
  async (url, init = {}, limits = {}) => {
    const { maxBytes, timeoutMs, maxRedirects } = { ...DEFAULTS, ...limits };
    const late = lateAfter(timeoutMs);
    const signal = init.signal ? AbortSignal.any([init.signal, late]) : late;
    let hop = firstHop(url, init);
    for (let redirects = 0; ; redirects += 1) {
      const addresses = await before(signal, vettedAddresses(hop.url, policy, resolve));
      const response = await exchange(hop, { addresses, maxBytes, signal });
      const location = locationOf(response);
      if (location === undefined || init.redirect === 'manual') return response;
      await response.body?.cancel();
      if (init.redirect === 'error') throw new OutsideRefused('The server redirects, which is not wanted here.');
      if (redirects >= maxRedirects) throw new OutsideRefused('The server redirects too often.');
      hop = redirected(hop, response.status, location);
    }
  };

const firstHop = (text: string | URL, { method = 'GET', headers, body }: OutsideInit): Hop => {
  const url = URL.parse(String(text));
  if (!url) throw new OutsideRefused('This is not an address.');
  const given = new Headers(headers);
  const ours = [...given.keys()].find((name) => OURS.test(name));
  if (ours) throw new OutsideRefused(`The header "${ours}" cannot be set.`);
  return { url, method: method.toUpperCase(), headers: given, body };
};

const lateAfter = (milliseconds: number): AbortSignal => {
  const late = new AbortController();
  const seconds = Math.round(milliseconds / SECOND);
  const error = new OutsideTimedOut(`The server did not answer within ${seconds} seconds.`);
  setTimeout(() => late.abort(error), milliseconds).unref();
  return late.signal;
};

/** A look-up cannot be called off; it can be left alone. */
const before = async <T>(signal: AbortSignal, work: Promise<T>): Promise<T> => {
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
  outside({ allowed: hostList(optional('allowedHosts')), own: hostsOf(optional('ownAddresses')) }),
);

/** The same under the deployment's own lists of hosts. */
export const guardedFetch: GuardedFetch = (url, init, limits) => platformFetch()(url, init, limits);
