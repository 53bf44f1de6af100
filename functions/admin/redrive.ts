import * as z from 'zod';
import { recordAudit } from '../../shared/audit/index.ts';
import { redriveRun } from '../../shared/bus/index.ts';
import { systemClock } from '../../shared/core/clock.ts';
import { idSchema } from '../../shared/core/ids.ts';
import { operation, reply } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';
import { administrator, userIdSchema } from './access.ts';

export const redriveOperations = [
  operation({
    ...administrator,
    method: 'POST',
    path: '/admin/runs/{run_id}/redrive',
    summary: 'Redrives the stalled tasks of a run, as after a dead letter.',
    body: z.object({ user_id: userIdSchema, project_id: idSchema('prj') }).meta({ id: 'RunOwner' }),
    success: { status: 200, schema: z.object({ redriven: z.array(z.string()) }) },
    handle: async ({ scope, params, body, request }) => {
      const outcome = await redriveRun(body, params.run_id);
      await recordAudit(scope, 'run_redriven', { ...originOf(request), target: params.run_id }, systemClock.now());
      return reply(200, outcome);
    },
  }),
];
