import type { components } from '../../../../../clients/typescript/src/index.ts';

export type ManagedRun = components['schemas']['ManagedRun'];

/** A run that is over has nothing that could go on; any other may have stalled. */
export const mayHaveStalled = ({ ended_at }: ManagedRun): boolean => ended_at === null;
