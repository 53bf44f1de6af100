import * as z from 'zod';
import { systemClock } from '../../shared/core/clock.ts';
import { drawPlan, findPlan, planViewSchema } from '../../shared/plans/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { tagged } from '../routing/reply/cacheable.ts';

/** The picture allows its own style and nothing else, so that a browser runs no script that was put into a plan. */
const PICTURE = {
  'content-type': 'image/svg+xml; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

const mine = { access: 'user', perProject: true, method: 'GET' } as const;

export const planOperations = [
  operation({
    ...mine,
    path: '/my/plans/{run_id}',
    summary: 'The plan of a run: its tasks in every round, their dependencies, and estimates.',
    success: { status: 200, schema: planViewSchema },
    handle: async ({ project, params }) => reply(200, await findPlan(project, params.run_id)),
  }),
  operation({
    ...mine,
    path: '/my/plans/{run_id}/graph.svg',
    summary: 'The plan of a run as a picture, light or dark as the reader prefers.',
    success: { status: 200, schema: z.string(), contentType: 'image/svg+xml; charset=utf-8' },
    otherSuccesses: [
      { status: 304, means: 'The plan has ended and the picture has not changed since `If-None-Match`.' },
    ],
    handle: async ({ project, params, request }) => {
      const plan = await findPlan(project, params.run_id, { results: false });
      const picture = await drawPlan(plan, { now: systemClock.now() });
      if (plan.ended_at === null) return reply(200, picture, { headers: { ...PICTURE, 'cache-control': 'no-store' } });
      return tagged(request, picture, { ...PICTURE, 'cache-control': 'private, no-cache' });
    },
  }),
];
