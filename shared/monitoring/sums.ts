import type { UsageDay } from '../usage/index.ts';
import { countedIn, plus } from './counted.ts';
import type { Seen } from './look.ts';
import type { AgentFigures, Sums } from './snapshot.ts';

/**
 * Agents and projects that have series of their own. Each label of a series multiplies what a monitoring system keeps, and a
 * deployment may have any number of agents: all others are in the sums alone.
 */
export const MOST_SERIES = 20;

/** The sums with one person more. */
export const plusUser = (sums: Sums, { connections, projects, usage, earlier, budget }: Seen): Sums => {
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
    counted: plus(sums.counted, countedIn([...earlier, ...usage])),
    earlier: plus(sums.earlier, countedIn(earlier)),
    unread: sums.unread,
    busiest: [...sums.busiest, ...agents.filter(isBusy)].sort(busierFirst).slice(0, MOST_SERIES),
    largest: [...sums.largest, ...projects.map(({ id, lanes: own }) => ({ project: id, agents: own.length }))]
      .sort((one, other) => other.agents - one.agents || (one.project < other.project ? -1 : 1))
      .slice(0, MOST_SERIES),
  };
};

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
