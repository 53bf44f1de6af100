import { BootRefused } from '../data-folder.ts';
import { type ProviderSecret, providerSecret } from './provider.ts';
import { url } from './url.ts';

/** How `npm start` runs: read from the environment, each with a default that works. */
export type StartSettings = {
  port: number;
  /** `memory`, or the folder everything is kept in. */
  data: string;
  /**
   * Values of secrets that lead to services the person has, by the beginnings of their logical ids in
   * `infra/constructs/platform-secrets.ts`; without them the offline stand-ins are used.
   */
  secrets: { SecretsProvider?: ProviderSecret; SecretsVectors?: { url: string; api_key: string } };
};

/** @throws BootRefused for a value that cannot be meant */
export function startSettings(environment: NodeJS.ProcessEnv): StartSettings {
  const { PORT = '4000', ARTEL_DATA, QDRANT_URL, QDRANT_API_KEY } = environment;
  const port = Number(PORT);
  if (!/^\d+$/.test(PORT) || port > 65_535) throw new BootRefused(`PORT must be a number up to 65535, not "${PORT}".`);
  const provider = providerSecret(environment);
  return {
    port,
    data: ARTEL_DATA || '.artel',
    secrets: {
      ...(provider && { SecretsProvider: provider }),
      ...(QDRANT_URL && { SecretsVectors: { url: url('QDRANT_URL', QDRANT_URL), api_key: QDRANT_API_KEY ?? '' } }),
    },
  };
}
