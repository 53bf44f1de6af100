import type { components } from '../../../../clients/typescript/src/index.ts';

export type RunState = components['schemas']['Run']['state'];

/** Every state of a run, from its beginning to its end. */
export const RUN_STATES = [
  'queued',
  'planning',
  'running',
  'waiting',
  'completed',
  'partial',
  'failed',
  'cancelled',
] as const satisfies readonly RunState[];

export const isRunState = (text: string | undefined): text is RunState => RUN_STATES.some((one) => one === text);
