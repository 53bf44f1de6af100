import * as z from 'zod';
import { operation, reply } from '../routing/operation.ts';
import { dependencies } from './dependencies.ts';
import { readiness } from './readiness.ts';

const readinessSchema = z
  .object({
    status: z.enum(['ready', 'degraded', 'unavailable']),
    dependencies: z.array(z.object({ name: z.string(), state: z.enum(['ok', 'unavailable', 'not_configured']) })),
  })
  .meta({ id: 'Readiness' });

export const systemOperations = [
  operation({
    method: 'GET',
    path: '/health',
    summary: 'Liveness: whether this system answers.',
    access: 'public',
    success: { status: 200, schema: z.object({ status: z.literal('ok') }) },
    handle: async () => reply(200, { status: 'ok' as const }),
  }),
  operation({
    method: 'GET',
    path: '/ready',
    summary: 'Readiness: the state of each dependency; 503 when a vital one is missing.',
    access: 'public',
    success: { status: 200, schema: readinessSchema },
    otherSuccesses: [{ status: 503, schema: readinessSchema, means: 'A vital dependency is missing.' }],
    handle: async () => {
      const found = await readiness(dependencies());
      return reply(found.status === 'unavailable' ? 503 : 200, found);
    },
  }),
];
