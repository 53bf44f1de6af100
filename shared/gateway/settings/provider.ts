import { SECOND } from '../../core/clock.ts';
import { Defect } from '../../core/errors.ts';
import { required, wholeNumber } from '../../platform/configuration.ts';
import { Secret } from '../../platform/secrets.ts';
import { type ProviderSettings, parseProviderSettings } from './upstreams.ts';

const parsed = (text: string): ProviderSettings => {
  try {
    return parseProviderSettings(text);
  } catch {
    // Neither the text nor what the parser says of it may reach a log: it is a secret.
    throw new Defect('The provider secret is not of the shape its description names.');
  }
};

const secret = new Secret(() => required('providerSecret'), parsed);

export const providerSettings = (): Promise<ProviderSettings> => secret.value();

export const defaultModel = (settings: ProviderSettings): string => settings.model ?? required('defaultModel');

export const defaultEmbeddingModel = (settings: ProviderSettings): string =>
  settings.embeddingModel ?? required('embeddingModel');

export type Timeouts = {
  /** Milliseconds to the first byte, retries included. */
  firstByte: number;
  /** And then between any two; as many, unless said. */
  idle?: number;
  /** Further attempts before the first byte, for what a provider may do better a moment later. */
  retries: number;
};

export const defaultTimeouts = (): Timeouts => ({ firstByte: wholeNumber('modelTimeout', 30 * SECOND), retries: 2 });
