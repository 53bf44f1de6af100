import { LANES } from './lanes.ts';
import { PLANS } from './plans.ts';
import type { Situation } from './situation.ts';

export type { Situation } from './situation.ts';

export const SITUATIONS: Record<string, Situation> = { ...LANES, ...PLANS };
