import type { ChatMessage, ModelCall } from '../../gateway/index.ts';

type Mark = Pick<ModelCall['messages'][number], 'cache'>;

export type CacheControl = { cache_control?: unknown };

/** Where a client wants a prefix of the prompt cached. Source: https://platform.claude.com/docs/en/build-with-claude/prompt-caching */
export const cacheOf = (block: CacheControl | undefined): Mark => {
  const control = block?.cache_control;
  if (typeof control !== 'object' || control === null || !('type' in control)) return {};
  const ttl = 'ttl' in control ? control.ttl : undefined;
  return { cache: ttl === '5m' || ttl === '1h' ? { ttl } : {} };
};

/** Of blocks that become one message: a mark on any of them holds for all. */
export const cacheOfAll = (blocks: string | readonly object[]): Pick<ChatMessage, 'cache'> => {
  if (typeof blocks === 'string') return {};
  return cacheOf(blocks.findLast((block): block is CacheControl => 'cache_control' in block && !!block.cache_control));
};
