import { resolve } from 'node:path';
import * as z from 'zod';
import { type Issuer, issuersSchema } from '../../../../shared/core/issuers.ts';
import { tiersWith } from '../../../../shared/core/tiers/configured.ts';
import { faultsOf } from '../../../settings/schema.ts';
import { BootRefused } from '../data-folder.ts';
import { type ProviderSecret, providerSecret } from './provider.ts';
import { url } from './url.ts';

/** How `npm start` runs: read from the environment, each with a default that works. */
export type StartSettings = {
  port: number;
  /** Of previews: by default the next one. */
  previewPort: number;
  /** `memory`, or the folder everything is kept in. */
  data: string;
  /** Hosts, with or without a port, that tools may reach though they are not public: a tool server on this machine. */
  allowedHosts?: string;
  /** What differs from the tiers of the settings, as JSON. */
  tiers?: string;
  /** Whether personal data is replaced in prompts, instead of what the settings say. */
  piiRedaction?: 'on' | 'off';
  /** The wall that commands run behind, instead of what the settings say. */
  sandbox?: 'light' | 'process';
  /** A `node_modules` that commands behind the wall `process` find. */
  dependencies?: string;
  /** Issuers whose tokens are accepted besides the service's own. */
  issuers?: Issuer[];
  /**
   * Values of secrets that lead to services the person has, by the beginnings of their logical ids in
   * `infra/constructs/platform-secrets.ts`; without them the offline stand-ins are used.
   */
  secrets: { SecretsProvider?: ProviderSecret; SecretsVectors?: { url: string; api_key: string } };
};

const MAX_PORT = 65_535;

/** @throws BootRefused for a value that cannot be meant */
export function startSettings(environment: NodeJS.ProcessEnv): StartSettings {
  const { PORT = '4000', PREVIEW_PORT, ARTEL_DATA, QDRANT_URL, QDRANT_API_KEY } = environment;
  const { ARTEL_ALLOWED_HOSTS, ARTEL_TIERS, ARTEL_ISSUERS, ARTEL_PII_REDACTION, ARTEL_SANDBOX } = environment;
  const { ARTEL_SANDBOX_DEPENDENCIES: dependencies } = environment;
  const port = portOf('PORT', PORT);
  const provider = providerSecret(environment);
  return {
    port,
    previewPort: PREVIEW_PORT ? portOf('PREVIEW_PORT', PREVIEW_PORT) : nextTo(port),
    data: ARTEL_DATA || '.artel',
    ...(ARTEL_ALLOWED_HOSTS && { allowedHosts: hosts(ARTEL_ALLOWED_HOSTS) }),
    ...(ARTEL_TIERS && { tiers: tiers(ARTEL_TIERS) }),
    ...(ARTEL_SANDBOX && { sandbox: wall(ARTEL_SANDBOX) }),
    ...(dependencies && { dependencies: resolve(dependencies) }),
    ...(ARTEL_ISSUERS && { issuers: issuers(ARTEL_ISSUERS) }),
    ...(ARTEL_PII_REDACTION && { piiRedaction: onOrOff('ARTEL_PII_REDACTION', ARTEL_PII_REDACTION) }),
    secrets: {
      ...(provider && { SecretsProvider: provider }),
      ...(QDRANT_URL && { SecretsVectors: { url: url('QDRANT_URL', QDRANT_URL), api_key: QDRANT_API_KEY ?? '' } }),
    },
  };
}

function portOf(name: string, text: string): number {
  if (/^\d+$/.test(text) && Number(text) <= MAX_PORT) return Number(text);
  throw new BootRefused(`${name} must be a number up to ${MAX_PORT}, not "${text}".`);
}

/** Any free one beside any free one, and where there is no next. */
const nextTo = (port: number): number => (port === 0 || port === MAX_PORT ? 0 : port + 1);

function issuers(text: string): Issuer[] {
  try {
    return issuersSchema.parse(JSON.parse(text));
  } catch (error) {
    const fault = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new BootRefused(`ARTEL_ISSUERS must be a list of issuers as in docs/settings.md: ${fault}`);
  }
}

function wall(text: string): 'light' | 'process' {
  if (text === 'light' || text === 'process') return text;
  throw new BootRefused(`ARTEL_SANDBOX must be "light" or "process" on one machine, not "${text}".`);
}

function onOrOff(name: string, text: string): 'on' | 'off' {
  if (text === 'on' || text === 'off') return text;
  throw new BootRefused(`${name} must be "on" or "off", not "${text}".`);
}

function hosts(text: string): string {
  const isHost = (entry: string) => /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.test(entry.trim());
  if (text.split(',').every(isHost)) return text;
  throw new BootRefused(`ARTEL_ALLOWED_HOSTS must be hosts like localhost:3001, with commas between, not "${text}".`);
}

function tiers(text: string): string {
  try {
    tiersWith(JSON.parse(text));
    return text;
  } catch (error) {
    const why = error instanceof z.ZodError ? faultsOf(error) : (error as Error).message;
    throw new BootRefused(`ARTEL_TIERS must be JSON as the setting "tiers" is, but: ${why}`);
  }
}
