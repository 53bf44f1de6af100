import { LRUCache } from 'lru-cache';
import { OpenAI } from 'openai';
import { z } from 'zod';
import { SECOND } from '../core/clock.ts';
import { sha256 } from '../core/digest.ts';
import { Defect } from '../core/errors.ts';
import { required, wholeNumber } from '../platform/configuration.ts';
import { Secret } from '../platform/secrets.ts';
import { guardedFetch } from './guarded-fetch.ts';

export type ProviderSettings = { baseUrl: string; apiKey: string; model?: string; embeddingModel?: string };

const stored = z.object({
  base_url: z.url(),
  api_key: z.string(),
  model: z.string().min(1).optional(),
  embedding_model: z.string().min(1).optional(),
});

const parsed = (text: string): ProviderSettings => {
  try {
    const { base_url, api_key, model, embedding_model } = stored.parse(JSON.parse(text));
    return {
      baseUrl: base_url,
      apiKey: api_key,
      ...(model && { model }),
      ...(embedding_model && { embeddingModel: embedding_model }),
    };
  } catch {
    // Neither the text nor what the parser says of it may reach a log: it is a secret.
    throw new Defect('The provider secret is not {"base_url", "api_key", "model"?, "embedding_model"?}.');
  }
};

const secret = new Secret(() => required('providerSecret'), parsed);

export const providerSettings = (): Promise<ProviderSettings> => secret.value();

export const defaultModel = (settings: ProviderSettings): string => settings.model ?? required('defaultModel');

export const defaultEmbeddingModel = (settings: ProviderSettings): string =>
  settings.embeddingModel ?? required('embeddingModel');

export type Patience = {
  /** Milliseconds to the first byte, retries included, and then between any two. */
  timeout: number;
  /** Further attempts before the first byte, for what a provider may do better a moment later. */
  retries: number;
};

export const usualPatience = (): Patience => ({ timeout: wholeNumber('modelTimeout', 30 * SECOND), retries: 2 });

/** Clients keep connections alive, so there is one for each provider account a container meets; few at a time. */
const clients = new LRUCache<string, OpenAI>({ max: 8 });

export const clientFor = ({ baseUrl, apiKey }: ProviderSettings, { timeout, retries }: Patience): OpenAI => {
  const name = sha256(JSON.stringify([baseUrl, apiKey, timeout, retries]));
  const kept = clients.get(name);
  if (kept) return kept;
  const client = new OpenAI({
    baseURL: baseUrl,
    // Local servers ask for no key, but the client library insists on one.
    apiKey: apiKey || 'none',
    organization: null,
    project: null,
    maxRetries: retries,
    // Our own deadline over all attempts ends first; this one is never to be met.
    timeout: 2 * timeout,
    fetch: guardedFetch(timeout),
    logLevel: 'off',
  });
  clients.set(name, client);
  return client;
};
