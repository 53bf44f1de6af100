import * as z from 'zod';
import { CONTENT_TYPE } from '../../shared/metrics/index.ts';
import { metricsText } from '../../shared/monitoring/index.ts';
import { operation, reply } from '../routing/operation.ts';

export const metricsOperations = [
  operation({
    method: 'GET',
    path: '/metrics',
    summary:
      'Figures of the deployment in the text format of Prometheus, for an administrator or with the scrape key of the settings as bearer token. Sums over all users are taken each minute while somebody reads them, so the first answer lacks them.',
    access: 'admin',
    takesScrapeKey: true,
    success: { status: 200, schema: z.string(), contentType: CONTENT_TYPE },
    handle: async () => reply(200, await metricsText(), { headers: { 'content-type': CONTENT_TYPE } }),
  }),
];
