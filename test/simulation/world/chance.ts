import { type Chance, chanceOf } from '../../support/chance.ts';

export type { Chance } from '../../support/chance.ts';

/**
 * Choices that a seed repeats, a stream of its own for each purpose: what one draws does not change another. Source: FNV-1a.
 */
export const streamOf = (seed: number, purpose: string): Chance => {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (const character of purpose) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return chanceOf(hash);
};

/** Bytes by the seed. Nothing here has to be secret. */
export const bytesBy = ({ next }: Pick<Chance, 'next'>, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => Math.floor(next() * 256)));
