import { laneScopes } from './lanes.ts';
import { planScopes } from './plans.ts';
import { runScopes } from './runs.ts';

export const scopes = { ...runScopes, ...laneScopes, ...planScopes };
