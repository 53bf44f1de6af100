import * as z from 'zod';
import { SECOND } from '../core/clock.ts';
import { Defect } from '../core/errors.ts';
import { required, wholeNumber } from '../platform/configuration.ts';
import { Secret } from '../platform/secrets.ts';

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
