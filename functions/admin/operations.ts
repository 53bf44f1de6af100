import type { Operation } from '../routing/operation.ts';
import { blockOperations } from './blocks.ts';
import { cacheOperations } from './cache.ts';
import { callOperations } from './calls.ts';
import { exportOperations } from './export.ts';
import { invitationOperations } from './invitations.ts';
import { metricsOperations } from './metrics.ts';
import { overviewOperations } from './overview.ts';
import { policyOperations } from './policies.ts';
import { redriveOperations } from './redrive.ts';
import { tierOperations } from './tiers.ts';
import { userOperations } from './users.ts';

/** Everything under `/admin`, and the figures for monitoring. */
export const adminOperations: Operation[] = [
  ...policyOperations,
  ...callOperations,
  ...blockOperations,
  ...redriveOperations,
  ...invitationOperations,
  ...userOperations,
  ...tierOperations,
  ...overviewOperations,
  ...exportOperations,
  ...cacheOperations,
  ...metricsOperations,
];
