import { BootRefused } from '../data-folder.ts';
import { url } from './url.ts';

/** Whoever names no model gets one that is no surprise on the bill; the deployment's own default is one of OpenAI's. */
const DEFAULT_CLAUDE = 'claude-sonnet-5';

/** The provider secret, as far as it is made here; `shared/gateway/settings/upstreams.ts` says all it can hold. */
export type ProviderSecret = {
  kind?: 'anthropic';
  base_url: string;
  api_key: string;
  model?: string;
  embedding_model?: string;
  upstreams?: { name: string; kind: 'anthropic'; base_url: string; api_key: string; models: string[] }[];
};

/**
 * The model provider a person has: OpenAI's API, Anthropic's, or both, where models named `claude-…` are asked of the
 * latter. `undefined`: neither, so the offline model answers.
 *
 * @throws BootRefused for what cannot be meant
 */
export function providerSecret(environment: NodeJS.ProcessEnv): ProviderSecret | undefined {
  const openai = openaiSecret(environment);
  const anthropic = anthropicSecret(environment);
  if (!openai || !anthropic) return openai ?? (anthropic && { ...anthropic, model: anthropic.model ?? DEFAULT_CLAUDE });
  const { model, ...endpoint } = anthropic;
  if (openai.model && model) {
    throw new BootRefused('OPENAI_MODEL and ANTHROPIC_MODEL both name the model of agents that name none; set one.');
  }
  const models = ['claude-*', ...(model && !model.startsWith('claude-') ? [model] : [])];
  return { ...openai, ...(model && { model }), upstreams: [{ name: 'anthropic', ...endpoint, models }] };
}

/** Who answers, for a person to read. */
export const providerOf = ({ base_url, upstreams = [] }: ProviderSecret): string =>
  [base_url, ...upstreams.map((one) => `${one.base_url} for ${one.models.join(' and ')}`)].join(', ');

function openaiSecret(environment: NodeJS.ProcessEnv): ProviderSecret | undefined {
  const { OPENAI_BASE_URL, OPENAI_API_KEY, OPENAI_MODEL, OPENAI_EMBEDDING_MODEL } = environment;
  if (!OPENAI_BASE_URL && !OPENAI_API_KEY) {
    refuseAlone('OPENAI', { OPENAI_MODEL, OPENAI_EMBEDDING_MODEL });
    return undefined;
  }
  return {
    base_url: url('OPENAI_BASE_URL', OPENAI_BASE_URL || 'https://api.openai.com/v1'),
    api_key: OPENAI_API_KEY ?? '',
    ...(OPENAI_MODEL && { model: OPENAI_MODEL }),
    ...(OPENAI_EMBEDDING_MODEL && { embedding_model: OPENAI_EMBEDDING_MODEL }),
  };
}

function anthropicSecret(environment: NodeJS.ProcessEnv) {
  const { ANTHROPIC_BASE_URL, ANTHROPIC_API_KEY, ANTHROPIC_MODEL } = environment;
  if (!ANTHROPIC_BASE_URL && !ANTHROPIC_API_KEY) {
    refuseAlone('ANTHROPIC', { ANTHROPIC_MODEL });
    return undefined;
  }
  return {
    kind: 'anthropic' as const,
    base_url: url('ANTHROPIC_BASE_URL', ANTHROPIC_BASE_URL || 'https://api.anthropic.com'),
    api_key: ANTHROPIC_API_KEY ?? '',
    ...(ANTHROPIC_MODEL && { model: ANTHROPIC_MODEL }),
  };
}

function refuseAlone(maker: string, models: Record<string, string | undefined>): void {
  for (const [name, model] of Object.entries(models)) {
    if (model) throw new BootRefused(`${name} needs ${maker}_API_KEY or ${maker}_BASE_URL beside it.`);
  }
}
