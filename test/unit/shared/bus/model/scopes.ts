import { laneScopes } from './lane-scopes.ts';
import { runScopes } from './run-scopes.ts';

export const scopes = { ...runScopes, ...laneScopes };
