import { SECOND } from '../../core/clock.ts';
import { Defect } from '../../core/errors.ts';
import { required, wholeNumber } from '../../platform/configuration.ts';
import { Secret } from '../../platform/secrets.ts';
import { type ProviderSettings, parseProviderSettings } from './upstreams.ts';

const parsed = (text: string): ProviderSettings => {
  try {
    return parseProviderSettings(text);
  } catch {
    // The text is a secret, so neither it nor what the parser says about it may reach a log.
    throw new Defect('The provider secret does not match the shape in its description.');
  }
};

const secret = new Secret(() => required('providerSecret'), parsed);

export const providerSettings = (): Promise<ProviderSettings> => secret.value();

export const defaultModel = (settings: ProviderSettings): string => settings.model ?? required('defaultModel');

export const defaultEmbeddingModel = (settings: ProviderSettings): string =>
  settings.embeddingModel ?? required('embeddingModel');

/** How long a provider may take, and how often it is asked. */
export type Timeouts = {
  /** Milliseconds to the first byte, retries included. */
  firstByte: number;
  /** Milliseconds between any two bytes after that; by default the same. */
  idle?: number;
  /** Further attempts before the first byte, after failures that may pass. */
  retries: number;
};

export const defaultTimeouts = (): Timeouts => ({ firstByte: wholeNumber('modelTimeout', 30 * SECOND), retries: 2 });
