import * as z from 'zod';
import { type Clock, DAY, isoTime } from '../core/clock.ts';
import type { ProjectScope, UserScope } from '../core/scope.ts';
import { queryAll, ranges } from '../store/index.ts';

const count = z.number().default(0);

/** What one agent did with one model on one day (UTC). `cost` is in USD. */
export const usageSchema = z
  .object({
    day: z.string(),
    agent_key: z.string(),
    project_id: z.string(),
    model: z.string(),
    /** Runs. */
    requests: count,
    failed: count,
    /** Calls of models: a run may need several, and some belong to no run. */
    calls: count,
    failed_calls: count,
    /** Of all calls together. */
    call_milliseconds: count,
    prompt_tokens: count,
    completion_tokens: count,
    cost: count,
  })
  .meta({ id: 'UsageDay' });
export type Usage = z.infer<typeof usageSchema>;

/** A day as it is stored: with the duration of its runs together, and how many fell into each bucket (`within_0`, …). */
const usageDaySchema = usageSchema
  .extend({ milliseconds: count, waits: count, wait_milliseconds: count })
  .catchall(z.unknown());
export type UsageDay = z.infer<typeof usageDaySchema>;

/** The figures of the days from `since` to `until`, both included, oldest first. Days are `2026-11-21`. */
export const listUsage = async (
  user: UserScope,
  { since, until }: { since: string; until: string },
): Promise<Usage[]> => {
  const found: Usage[] = [];
  for await (const item of queryAll(ranges.usage(user, { since, until }))) found.push(usageSchema.parse(item));
  return found;
};

/** How far agents' figures and estimates look back. */
const FIGURE_DAYS = 30;

/** The last thirty days of a project's agents, oldest first. */
export const recentUsage = async (project: ProjectScope, clock: Clock): Promise<UsageDay[]> => {
  const since = isoTime(clock.now() - FIGURE_DAYS * DAY).slice(0, 10);
  const found: UsageDay[] = [];
  for await (const item of queryAll(ranges.usage(project.user, { since }))) {
    const day = usageDaySchema.parse(item);
    if (day.project_id === project.projectId) found.push(day);
  }
  return found;
};

/** All that a person's agents did from one day to another, both included, with durations. */
export const usageOfDays = async (user: UserScope, days: { since: string; until: string }): Promise<UsageDay[]> => {
  const found: UsageDay[] = [];
  for await (const item of queryAll(ranges.usage(user, days))) found.push(usageDaySchema.parse(item));
  return found;
};

type Sum = 'requests' | 'failed' | 'milliseconds' | 'prompt_tokens' | 'completion_tokens' | 'cost';

/** The sum of one figure over some days. */
export const sumOf = (days: readonly UsageDay[], figure: Sum): number =>
  days.reduce((total, day) => total + day[figure], 0);
