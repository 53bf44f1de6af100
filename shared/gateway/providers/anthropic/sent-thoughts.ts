import type { Anthropic } from '@anthropic-ai/sdk';
import type { Reasoning } from '../../call/reasoning.ts';
import type { Endpoint } from '../../settings/upstreams.ts';
import { thoughtsFor } from '../thoughts-to-send.ts';

type Block = Anthropic.ThinkingBlockParam | Anthropic.RedactedThinkingBlockParam;

/**
 * What a model thought, in its blocks. Anthropic's own models refuse a thought that they have not signed; other makers'
 * models behind this API do not sign, and want the words back.
 */
export const thoughtBlocks = (
  reasoning: Reasoning | undefined,
  target: { provider: Endpoint; model: string },
): Block[] => {
  if (!reasoning) return [];
  const mustSign = /\bclaude\b/.test(target.model);
  const own = thoughtsFor(reasoning, 'anthropic', target).flatMap((data): Block[] => {
    if (data.type === 'redacted_thinking') return [{ type: 'redacted_thinking', data: String(data.data) }];
    const { thinking, signature } = data;
    if (typeof thinking !== 'string' || (mustSign && !signature)) return [];
    return [thinkingBlock(thinking, signature)];
  });
  if (own.length > 0 || reasoning.native || mustSign || reasoning.text === '') return own;
  return [thinkingBlock(reasoning.text, undefined)];
};

/** The official types demand the signature; servers that do not sign refuse an empty one. */
const thinkingBlock = (thinking: string, signature: unknown): Block =>
  ({ type: 'thinking', thinking, ...(typeof signature === 'string' && signature !== '' && { signature }) }) as Block;
