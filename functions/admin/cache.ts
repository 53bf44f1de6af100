import { cacheOverview, cacheOverviewSchema } from '../../shared/monitoring/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { administrator } from './access.ts';

export const cacheOperations = [
  operation({
    ...administrator,
    method: 'GET',
    path: '/admin/cache',
    summary:
      'What the caches of all containers did since the deployment began, by level, and what they hold now. A container adds its figures once a minute.',
    success: { status: 200, schema: cacheOverviewSchema },
    handle: async () => reply(200, await cacheOverview()),
  }),
];
