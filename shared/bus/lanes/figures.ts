import * as z from 'zod';
import { type Clock, systemClock } from '../../core/clock.ts';
import { NotFound } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { DURATION_BUCKETS, durationQuantile, recentUsage, sumOf } from '../../usage/index.ts';
import { findLane } from './changes.ts';

export const agentFiguresSchema = z.object({
  queue: z.object({ running: z.number(), waiting: z.number(), live: z.number(), limit: z.number() }),
  tasks: z.number(),
  failed: z.number(),
  success_rate: z.number().nullable(),
  /** `p95` is the upper bound of its bucket, so at most twice the true value. */
  duration_ms: z.object({ mean: z.number(), p95: z.number() }).nullable(),
  prompt_tokens: z.number(),
  completion_tokens: z.number(),
  cost: z.number(),
});
export type AgentFigures = z.infer<typeof agentFiguresSchema>;

/** Of the last bucket that has a bound. */
const LAST_BOUND = DURATION_BUCKETS.at(-1) ?? 0;

/** An agent's lane as it is now, and the sums over its last thirty days. */
export const agentFigures = async (
  project: ProjectScope,
  agent: string,
  clock: Clock = systemClock,
): Promise<AgentFigures> => {
  const lane = await findLane(project, agent);
  if (!lane) throw new NotFound('There is no such agent.');
  const days = (await recentUsage(project, clock)).filter(({ agent_key }) => agent_key === agent);
  const tasks = sumOf(days, 'requests');
  const failed = sumOf(days, 'failed');
  return {
    queue: { running: lane.running, waiting: lane.waiting, live: lane.live, limit: lane.slots },
    tasks,
    failed,
    success_rate: tasks === 0 ? null : (tasks - failed) / tasks,
    duration_ms:
      tasks === 0
        ? null
        : { mean: sumOf(days, 'milliseconds') / tasks, p95: durationQuantile(days, tasks, 0.95) ?? 2 * LAST_BOUND },
    prompt_tokens: sumOf(days, 'prompt_tokens'),
    completion_tokens: sumOf(days, 'completion_tokens'),
    cost: sumOf(days, 'cost'),
  };
};
