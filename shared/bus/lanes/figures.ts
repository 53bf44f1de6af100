import * as z from 'zod';
import { type Clock, DAY, isoTime, systemClock } from '../../core/clock.ts';
import { NotFound } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { type Item, queryAll, ranges } from '../../store/index.ts';
import { DURATION_BUCKETS } from '../records/usage.ts';
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

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
const sum = (days: Item[], name: string): number => days.reduce((total, day) => total + numberOf(day[name]), 0);

/** Days that the figures sum up. */
const FIGURE_DAYS = 30;

/** An agent's lane as it is now, and the sums over its last thirty days. */
export const agentFigures = async (
  project: ProjectScope,
  agent: string,
  clock: Clock = systemClock,
): Promise<AgentFigures> => {
  const lane = await findLane(project, agent);
  if (!lane) throw new NotFound('There is no such agent.');
  const days: Item[] = [];
  const since = isoTime(clock.now() - FIGURE_DAYS * DAY).slice(0, 10);
  for await (const day of queryAll(ranges.usage(project.user, { since }))) {
    if (day.agent_key === agent && day.project_id === project.projectId) days.push(day);
  }
  const tasks = sum(days, 'requests');
  const failed = sum(days, 'failed');
  return {
    queue: { running: lane.running, waiting: lane.waiting, live: lane.live, limit: lane.slots },
    tasks,
    failed,
    success_rate: tasks === 0 ? null : (tasks - failed) / tasks,
    duration_ms: tasks === 0 ? null : { mean: sum(days, 'milliseconds') / tasks, p95: p95Of(days, tasks) },
    prompt_tokens: sum(days, 'prompt_tokens'),
    completion_tokens: sum(days, 'completion_tokens'),
    cost: sum(days, 'cost'),
  };
};

const p95Of = (days: Item[], tasks: number): number => {
  let counted = 0;
  for (let bucket = 0; bucket <= DURATION_BUCKETS.length; bucket += 1) {
    counted += sum(days, `within_${bucket}`);
    if (counted >= 0.95 * tasks) return DURATION_BUCKETS[bucket] ?? 2 * (DURATION_BUCKETS.at(-1) ?? 0);
  }
  return 2 * (DURATION_BUCKETS.at(-1) ?? 0);
};
