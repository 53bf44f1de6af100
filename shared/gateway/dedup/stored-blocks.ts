import * as z from 'zod';
import type { Item } from '../../store/index.ts';
import { NEARLY_FULL } from './settings.ts';

export const storedBlocksSchema = z.object({
  sealed: z.instanceof(Uint8Array),
  revision: z.number().int(),
  blocks: z.number().int(),
  bytes: z.number().int(),
  limit: z.number().int(),
  hits: z.number().int(),
  misses: z.number().int(),
  expires_at: z.number(),
});

/** The figures an operator sees. */
export const figuresOf = (item: Item) => {
  const { blocks, bytes, limit, hits, misses } = storedBlocksSchema.parse(item);
  return { blocks, bytes, limit, hits, misses, nearly_full: bytes > NEARLY_FULL * limit };
};
