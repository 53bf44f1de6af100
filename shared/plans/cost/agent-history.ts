import * as z from 'zod';
import { DURATION_BUCKETS } from '../../bus/index.ts';
import { type Clock, DAY, isoTime } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { type Item, queryAll, ranges } from '../../store/index.ts';

/** Of one run of an agent, on average: tokens and milliseconds. */
export type RunFigures = { prompt: number; completion: number; milliseconds: number };

/** By agent key; only agents that have ended a run. */
export type AgentHistory = ReadonlyMap<string, RunFigures>;

const HISTORY_DAYS = 30;

const count = z.number().default(0);
const daySchema = z.looseObject({
  agent_key: z.string(),
  project_id: z.string(),
  requests: count,
  milliseconds: count,
  prompt_tokens: count,
  completion_tokens: count,
});
type Day = z.infer<typeof daySchema>;

/** What the project's agents took for a run in the last thirty days. */
export const historyOf = async (project: ProjectScope, clock: Clock): Promise<AgentHistory> => {
  const since = isoTime(clock.now() - HISTORY_DAYS * DAY).slice(0, 10);
  const byAgent = new Map<string, Day[]>();
  for await (const item of queryAll(ranges.usage(project.user, { since }))) {
    const day = daySchema.parse(item);
    if (day.project_id === project.projectId) byAgent.set(day.agent_key, [...(byAgent.get(day.agent_key) ?? []), day]);
  }
  return new Map([...byAgent].flatMap(([agent, days]) => figuresOf(days).map((figures) => [agent, figures] as const)));
};

const figuresOf = (days: Day[]): [RunFigures] | [] => {
  const runs = sum(days, 'requests');
  if (runs === 0) return [];
  const mean = sum(days, 'milliseconds') / runs;
  return [
    {
      prompt: sum(days, 'prompt_tokens') / runs,
      completion: sum(days, 'completion_tokens') / runs,
      milliseconds: Math.min(mean, usualBound(days, runs)),
    },
  ];
};

/** An upper bound of the median duration: a run that waited an hour for a person says nothing about the next one. */
const usualBound = (days: Day[], runs: number): number => {
  let counted = 0;
  for (const [bucket, bound] of DURATION_BUCKETS.entries()) {
    counted += sum(days, `within_${bucket}`);
    if (counted >= runs / 2) return bound;
  }
  return Number.POSITIVE_INFINITY;
};

const sum = (days: Item[] | Day[], name: string): number =>
  days.reduce((total, day) => total + (typeof day[name] === 'number' ? day[name] : 0), 0);
