import type { Anthropic } from '@anthropic-ai/sdk';
import type { Endpoint } from '../../settings/upstreams.ts';
import type { NamedCall } from '../dialect.ts';
import type { Traits } from './models.ts';
import { thoughtBlocks } from './sent-thoughts.ts';

/** The least budget this API takes. */
const MIN_BUDGET = 1_024;

/**
 * Thinking as far as the model knows it: a budget for older models, which must be less than the answer's length; for newer
 * ones, which refuse a budget, as much as they find right. Older models continue a round of calls only with the
 * thoughts that began it.
 * Source: https://platform.claude.com/docs/en/build-with-claude/extended-thinking
 */
export const thinkingOf = (
  call: NamedCall,
  provider: Endpoint,
  { known, maxTokens }: { known: Traits['thinking']; maxTokens: number },
): Anthropic.ThinkingConfigEnabled | Anthropic.ThinkingConfigAdaptive | undefined => {
  const { thinking: wanted } = call;
  if (wanted?.type !== 'enabled' && wanted?.type !== 'adaptive') return undefined;
  const display = wanted.display && { display: wanted.display };
  if (known === 'adaptive') return { type: 'adaptive', ...display };
  const budget = Math.min(wanted.budget ?? 0, maxTokens - 1);
  if (known === 'none' || budget < MIN_BUDGET || lacksThoughts(call, provider)) return undefined;
  return { type: 'enabled', budget_tokens: budget, ...display };
};

const lacksThoughts = ({ messages, model }: NamedCall, provider: Endpoint): boolean => {
  if (messages.at(-1)?.role !== 'tool') return false;
  const began = messages.findLast((message) => message.role === 'assistant');
  return began?.role === 'assistant' && thoughtBlocks(began.reasoning, { provider, model }).length === 0;
};
