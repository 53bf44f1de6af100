import type { components } from '../../../../../clients/typescript/src/index.ts';

export type ManagedRun = components['schemas']['ManagedRun'];

export const STATES = [
  'queued',
  'planning',
  'running',
  'waiting',
  'completed',
  'partial',
  'failed',
  'cancelled',
] as const satisfies readonly ManagedRun['state'][];

/** A run that is over has nothing that could go on; any other may have stalled. */
export const mayHaveStalled = ({ ended_at }: ManagedRun): boolean => ended_at === null;
