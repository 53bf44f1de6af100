import type { Anthropic } from '@anthropic-ai/sdk';
import { LRUCache } from 'lru-cache';
import { sha256 } from '../../../core/digest.ts';
import type { ChatMessage } from '../../call/model-call.ts';
import { ModelError } from '../../call/model-error.ts';
import type { Reasoning } from '../../call/reasoning.ts';
import type { Endpoint } from '../../settings/upstreams.ts';
import type { Unlearn } from '../dialect.ts';
import { thoughtsFor } from '../thoughts-to-send.ts';

type Block = Anthropic.ThinkingBlockParam | Anthropic.RedactedThinkingBlockParam;

/**
 * Thoughts that were refused, by their signature: of another account or edition of the model, or with other words than those
 * that were signed. They would be refused each time, and the conversation with them.
 */
const refused = new LRUCache<string, true>({ max: 5_000 });

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
    if (proofsOf(data).some((proof) => refused.has(proof))) return [];
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

/** A refused call may pass without its thoughts, if the upstream says that one of them is not what it has signed. */
export const learnThoughts = (error: unknown, messages: readonly ChatMessage[]): Unlearn | undefined => {
  if (!(error instanceof ModelError) || error.reason !== 'refused') return undefined;
  const said = error.cause instanceof Error ? error.cause.message : '';
  if (!/thinking/i.test(said) || !/signature|cannot be modified/i.test(said)) return undefined;
  const thoughts = messages.flatMap((message) =>
    message.role === 'assistant' ? (message.reasoning?.native ?? []) : [],
  );
  const sent = thoughts.flatMap(({ data }) => proofsOf(data)).filter((proof) => !refused.has(proof));
  for (const proof of sent) refused.set(proof, true);
  if (sent.length === 0) return undefined;
  return () => {
    for (const proof of sent) refused.delete(proof);
  };
};

/** What proves a thought to its model: a signature, or the ciphertext of a hidden one. */
const proofsOf = ({ signature, data }: Record<string, unknown>): string[] =>
  [signature, data].flatMap((proof) => (typeof proof === 'string' && proof !== '' ? [sha256(proof)] : []));
