import type { Operation } from '../routing/operation.ts';
import { blockOperations } from './blocks.ts';
import { callOperations } from './calls.ts';
import { policyOperations } from './policies.ts';
import { redriveOperations } from './redrive.ts';

/** Everything under `/admin`. */
export const adminOperations: Operation[] = [
  ...policyOperations,
  ...callOperations,
  ...blockOperations,
  ...redriveOperations,
];
