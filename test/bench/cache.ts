import { ratios, sharedBound } from './cache/hit-ratios.ts';
import { compareMemory } from './cache/memory/compare.ts';
import { countedBytes } from './cache/memory/counted-bytes.ts';
import { wholeCache } from './cache/whole.ts';
import type { Result } from './results/result.ts';

/** How fast a hit is and what an entry takes, beside other caches; and what the strategies find. */
export const cache = async (): Promise<Result[]> => [
  ...(await compareMemory()),
  ...(await countedBytes()),
  ...(await wholeCache()),
  ...ratios(),
  ...sharedBound(),
];
