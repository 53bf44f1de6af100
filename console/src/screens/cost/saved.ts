import type { components } from '../../../../clients/typescript/src/index.ts';

export type Charge = components['schemas']['Charge'];

/** Tokens of prompts that were read from a provider's cache, which charges a part of their price, and in how many calls. */
export const savedBy = (calls: readonly Pick<Charge, 'cache_read_tokens'>[]): { tokens: number; calls: number } => {
  const read = calls.map(({ cache_read_tokens: tokens }) => tokens ?? 0).filter((tokens) => tokens > 0);
  return { tokens: read.reduce((sum, one) => sum + one, 0), calls: read.length };
};
