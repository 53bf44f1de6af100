import * as z from 'zod';
import { listSteps, publicStepSchema } from '../../shared/bus/index.ts';
import { ranges } from '../../shared/store/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { decodeCursor, encodeCursor, pageOf, pageQuery } from '../routing/page.ts';

export const journalOperations = [
  operation({
    access: 'user',
    perProject: true,
    method: 'GET',
    path: '/my/runs/{run_id}/journal',
    summary:
      'What the tasks of a run did, step by step, for as long as the run is kept: task by task, each in its order. A run’s answer is no step.',
    query: z.object(pageQuery),
    success: { status: 200, schema: pageOf(publicStepSchema) },
    handle: async ({ project, params, query }) => {
      const after = decodeCursor(query.cursor, ranges.runSteps(project, params.run_id));
      const { items, next } = await listSteps(project, params.run_id, { limit: query.limit, after });
      return reply(200, { items, next_cursor: encodeCursor(next) });
    },
  }),
];
