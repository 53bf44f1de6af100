import { LRUCache } from 'lru-cache';
import type { APIError, OpenAI } from 'openai';
import { guardedFetch } from '../../http/guarded-fetch.ts';
import type { Patience } from '../../settings/provider.ts';
import type { Endpoint } from '../../settings/upstreams.ts';

/** Loaded by the first call: its half megabyte takes some 40 ms, which a start without a model call does not wait for. */
let library: typeof import('openai') | undefined;

/** A renewed key makes a new client; the old one goes in its turn. */
const clients = new LRUCache<string, OpenAI>({ max: 100 });

/** The client for a provider, made once. Retries and aborts are the client's; how long to wait is `guardedFetch`'s. */
export const clientFor = async (
  { baseUrl, apiKey }: Endpoint,
  { timeout, idle = timeout }: Patience,
): Promise<OpenAI> => {
  library ??= await import('openai');
  const name = JSON.stringify([baseUrl, apiKey, timeout, idle]);
  const known = clients.get(name);
  if (known) return known;
  const client = new library.OpenAI({
    baseURL: baseUrl.replace(/\/+$/, ''),
    // The client insists on a key; a provider that needs none gets no header.
    apiKey: apiKey || 'none',
    ...(!apiKey && { defaultHeaders: { authorization: null } }),
    // Nothing but the provider's secret decides what is sent, whatever else stands in the environment.
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    timeout,
    fetch: guardedFetch({ first: timeout, idle }),
    // The key goes where the operator said, nowhere else.
    fetchOptions: { redirect: 'error' },
  });
  clients.set(name, client);
  return client;
};

/** Errors of a library that was never loaded cannot have come. */
export const isApiError = (error: unknown): error is APIError =>
  library !== undefined && error instanceof library.APIError;

/** The client waited for its `timeout`. */
export const isClientTimeout = (error: unknown): boolean =>
  library !== undefined && error instanceof library.APIConnectionTimeoutError;
