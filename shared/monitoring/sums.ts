import { bucketsIn, type UsageDay } from '../usage/index.ts';
import type { Seen } from './look.ts';
import { type AgentFigures, COUNTED, type Sums } from './snapshot.ts';

/**
 * Agents and projects that have series of their own. Each label of a series multiplies what a monitoring system keeps, and a
 * deployment may have any number of agents: all others are in the sums alone.
 */
export const MOST_SERIES = 20;

/** The sums with one person more. */
export const plusUser = (sums: Sums, { connections, projects, usage, budget }: Seen): Sums => {
  const lanes = projects.flatMap((project) => project.lanes);
  const agents = projects.flatMap(({ id, lanes: own }) => own.map((lane) => agentFigures(id, lane, usage)));
  const over = <T>(all: readonly T[], figure: (one: T) => number) => all.reduce((sum, one) => sum + figure(one), 0);
  return {
    users: sums.users + 1,
    projects: sums.projects + projects.length,
    agents: sums.agents + lanes.length,
    connections: sums.connections + connections,
    running: sums.running + over(lanes, ({ running }) => running),
    queued: sums.queued + over(lanes, ({ queued }) => queued),
    live: sums.live + over(lanes, ({ live }) => live),
    budgetSpent: sums.budgetSpent + (budget?.spent.money ?? 0),
    budgetLimit: sums.budgetLimit + (budget?.limit.money ?? 0),
    budgetsUsedUp: sums.budgetsUsedUp + (budget && Math.min(...Object.values(budget.left)) <= 0 ? 1 : 0),
    runs: sums.runs + over(usage, ({ requests }) => requests),
    failed: sums.failed + over(usage, ({ failed }) => failed),
    calls: sums.calls + over(usage, ({ calls }) => calls),
    failedCalls: sums.failedCalls + over(usage, ({ failed_calls }) => failed_calls),
    callMilliseconds: sums.callMilliseconds + over(usage, ({ call_milliseconds }) => call_milliseconds),
    promptTokens: sums.promptTokens + over(usage, ({ prompt_tokens }) => prompt_tokens),
    completionTokens: sums.completionTokens + over(usage, ({ completion_tokens }) => completion_tokens),
    cost: sums.cost + over(usage, ({ cost }) => cost),
    runDurations: {
      buckets: usage.reduce((all, day) => added(all, bucketsIn(day, 'within')), sums.runDurations.buckets),
      milliseconds: sums.runDurations.milliseconds + over(usage, ({ milliseconds }) => milliseconds),
    },
    waitDurations: {
      buckets: usage.reduce((all, day) => added(all, bucketsIn(day, 'waited_within')), sums.waitDurations.buckets),
      milliseconds: sums.waitDurations.milliseconds + over(usage, ({ wait_milliseconds }) => wait_milliseconds),
    },
    busiest: [...sums.busiest, ...agents.filter(isBusy)].sort(busierFirst).slice(0, MOST_SERIES),
    largest: [...sums.largest, ...projects.map(({ id, lanes: own }) => ({ project: id, agents: own.length }))]
      .sort((one, other) => other.agents - one.agents || (one.project < other.project ? -1 : 1))
      .slice(0, MOST_SERIES),
  };
};

const added = (one: readonly number[], other: readonly number[]): number[] =>
  one.map((value, at) => value + (other[at] ?? 0));

const agentFigures = (
  project: string,
  { agent, running, queued }: { agent: string; running: number; queued: number },
  usage: readonly UsageDay[],
): AgentFigures => {
  const own = usage.filter(({ agent_key }) => agent_key === agent);
  const sum = (figure: 'requests' | 'failed' | 'milliseconds' | 'waits' | 'wait_milliseconds') =>
    own.reduce((total, day) => total + day[figure], 0);
  return {
    agent,
    project,
    running,
    queued,
    runs: sum('requests'),
    failed: sum('failed'),
    milliseconds: sum('milliseconds'),
    waits: sum('waits'),
    waitMilliseconds: sum('wait_milliseconds'),
  };
};

const isBusy = ({ running, queued, runs }: AgentFigures): boolean => running + queued + runs > 0;

/** What waits counts before what was done. */
const busierFirst = (one: AgentFigures, other: AgentFigures): number =>
  other.queued - one.queued ||
  other.running - one.running ||
  other.runs - one.runs ||
  (one.agent < other.agent ? -1 : 1);

/**
 * The new sums, with nothing counted smaller than on the same day before: a person who is removed takes their figures along,
 * and a counter that falls would be read as one that began anew.
 */
export const notFalling = (before: Sums | undefined, now: Sums): Sums => {
  if (!before) return now;
  const larger = (one: { buckets: number[]; milliseconds: number }, other: typeof one) => ({
    buckets: one.buckets.map((value, at) => Math.max(value, other.buckets[at] ?? 0)),
    milliseconds: Math.max(one.milliseconds, other.milliseconds),
  });
  return {
    ...now,
    ...Object.fromEntries(COUNTED.map((name) => [name, Math.max(now[name], before[name])])),
    runDurations: larger(now.runDurations, before.runDurations),
    waitDurations: larger(now.waitDurations, before.waitDurations),
  };
};
