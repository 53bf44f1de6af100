import { BootRefused } from '../data-folder.ts';

/** How `npm start` runs: read from the environment, each with a default that works. */
export type StartSettings = {
  port: number;
  /** `memory`, or the folder everything is kept in. */
  data: string;
  /** Values of secrets that lead to services the person has; without them the offline stand-ins are used. */
  secrets: Record<string, Record<string, string>>;
};

/** Beginnings of the logical ids of the two secrets in `infra/constructs/platform-secrets.ts`. */
const PROVIDER = 'SecretsProvider';
const VECTORS = 'SecretsVectors';

/** The provider that answers, or `undefined` for the offline model. */
export const providerOf = ({ secrets }: StartSettings): string | undefined => secrets[PROVIDER]?.base_url;

/** @throws BootRefused for a value that cannot be meant */
export function startSettings(environment: NodeJS.ProcessEnv): StartSettings {
  const {
    PORT = '4000',
    ARTEL_DATA,
    OPENAI_BASE_URL,
    OPENAI_API_KEY,
    OPENAI_MODEL,
    OPENAI_EMBEDDING_MODEL,
    QDRANT_URL,
    QDRANT_API_KEY,
  } = environment;
  const port = Number(PORT);
  if (!/^\d+$/.test(PORT) || port > 65_535) throw new BootRefused(`PORT must be a number up to 65535, not "${PORT}".`);
  const secrets: StartSettings['secrets'] = {};
  if (OPENAI_BASE_URL || OPENAI_API_KEY) {
    secrets[PROVIDER] = {
      base_url: url('OPENAI_BASE_URL', OPENAI_BASE_URL || 'https://api.openai.com/v1'),
      api_key: OPENAI_API_KEY ?? '',
      ...(OPENAI_MODEL && { model: OPENAI_MODEL }),
      ...(OPENAI_EMBEDDING_MODEL && { embedding_model: OPENAI_EMBEDDING_MODEL }),
    };
  } else if (OPENAI_MODEL || OPENAI_EMBEDDING_MODEL) {
    const name = OPENAI_MODEL ? 'OPENAI_MODEL' : 'OPENAI_EMBEDDING_MODEL';
    throw new BootRefused(`${name} needs OPENAI_API_KEY or OPENAI_BASE_URL beside it.`);
  }
  if (QDRANT_URL) secrets[VECTORS] = { url: url('QDRANT_URL', QDRANT_URL), api_key: QDRANT_API_KEY ?? '' };
  return { port, data: ARTEL_DATA || '.artel', secrets };
}

function url(name: string, value: string): string {
  if (!URL.canParse(value)) throw new BootRefused(`${name} is not a URL: "${value}".`);
  return value;
}
