import type { Clock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { durationQuantile, recentUsage, sumOf, type UsageDay } from '../../usage/index.ts';

/** Of one run of an agent, on average: tokens and milliseconds. */
export type RunFigures = { prompt: number; completion: number; milliseconds: number };

/** By agent key; only agents that have ended a run. */
export type AgentHistory = ReadonlyMap<string, RunFigures>;

/** What the project's agents needed for a run in the last thirty days. */
export const historyOf = async (project: ProjectScope, clock: Clock): Promise<AgentHistory> => {
  const byAgent = Map.groupBy(await recentUsage(project, clock), ({ agent_key }) => agent_key);
  return new Map([...byAgent].flatMap(([agent, days]) => figuresOf(days).map((figures) => [agent, figures] as const)));
};

const figuresOf = (days: UsageDay[]): [RunFigures] | [] => {
  const runs = sumOf(days, 'requests');
  if (runs === 0) return [];
  const mean = sumOf(days, 'milliseconds') / runs;
  // A run that waited an hour for a person says nothing about the next one: the median bounds the mean.
  const median = durationQuantile(days, runs, 0.5) ?? Number.POSITIVE_INFINITY;
  return [
    {
      prompt: sumOf(days, 'prompt_tokens') / runs,
      completion: sumOf(days, 'completion_tokens') / runs,
      milliseconds: Math.min(mean, median),
    },
  ];
};
