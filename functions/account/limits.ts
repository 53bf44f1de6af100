import { ownLimits, ownLimitsSchema } from '../../shared/administration/index.ts';
import { systemClock } from '../../shared/core/clock.ts';
import { operation, reply } from '../routing/operation.ts';

export const limitOperations = [
  operation({
    method: 'GET',
    path: '/my/usage/limits',
    summary:
      'What the caller may use, and has used of it this month: their tier, with their own budget where they have one.',
    access: 'user',
    success: { status: 200, schema: ownLimitsSchema },
    handle: async ({ scope, identity }) =>
      reply(200, await ownLimits(scope.inProject(identity.projectId), systemClock.now())),
  }),
];
