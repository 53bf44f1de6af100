import { findLane } from '../bus/index.ts';
import { type Clock, SECOND } from '../core/clock.ts';
import type { ProjectScope, UserScope } from '../core/scope.ts';
import { MOST_PROJECTS } from '../core/tiers/schema.ts';
import { type Budget, findBudget, monthOf } from '../limits/index.ts';
import { listProjects } from '../projects/index.ts';
import { queryAll, ranges } from '../store/index.ts';
import { type UsageDay, usageOfDays } from '../usage/index.ts';

/** An agent's lane as it stands. */
type Lane = { agent: string; running: number; queued: number; live: number };

/** Everything the figures need of one person. */
export type Seen = {
  connections: number;
  projects: { id: string; lanes: Lane[] }[];
  /** Of today, and of the days before it that are not settled. */
  usage: UsageDay[];
  earlier: UsageDay[];
  budget: Budget | undefined;
};

export const lookAt = async (
  user: UserScope,
  { since, day, clock }: { since: string; day: string; clock: Clock },
): Promise<Seen> => {
  const now = clock.now();
  const [connections, { items }, days] = await Promise.all([
    connectionsOf(user, now),
    listProjects(user, { limit: MOST_PROJECTS }),
    usageOfDays(user, { since, until: day }),
  ]);
  const [first] = items;
  const [projects, budget] = await Promise.all([
    Promise.all(items.map(async ({ id }) => ({ id, lanes: await lanesOf(user.inProject(id)) }))),
    first && findBudget(user.inProject(first.id), monthOf(now)),
  ]);
  const usage = days.filter((one) => one.day === day);
  return { connections, projects, usage, earlier: days.filter((one) => one.day !== day), budget };
};

const connectionsOf = async (user: UserScope, now: number): Promise<number> => {
  let open = 0;
  for await (const { expires_at, closed } of queryAll(ranges.connections(user))) {
    if (closed !== true && Number(expires_at) > now / SECOND) open += 1;
  }
  return open;
};

const lanesOf = async (project: ProjectScope): Promise<Lane[]> => {
  const keys: string[] = [];
  for await (const { agent_key } of queryAll(ranges.agentNames(project))) keys.push(String(agent_key));
  const lanes = await Promise.all(keys.map((key) => findLane(project, key)));
  return lanes.flatMap((lane) =>
    lane ? [{ agent: lane.agent_key, running: lane.running, queued: lane.waiting, live: lane.live }] : [],
  );
};
