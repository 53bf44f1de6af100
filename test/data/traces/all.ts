import { scanAndLoop, shiftingZipf, steadyZipf, transactions } from './generated.ts';
import { recorded } from './recorded.ts';

/** Every trace that the strategies are measured on, by name. */
export const traces: Record<string, () => number[]> = {
  web07: () => recorded('web07'),
  web12: () => recorded('web12'),
  'orm-night': () => recorded('orm-night-300k'),
  transactions,
  zipf: steadyZipf,
  'shifting zipf': shiftingZipf,
  'scan and loop': scanAndLoop,
};

/** The sizes of the cache, as parts of the distinct keys of a trace. */
export const SIZES = [0.02, 0.1] as const;

export const capacityOf = (keys: readonly number[], size: number): number => Math.floor(new Set(keys).size * size);
