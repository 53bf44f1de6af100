import { findLane } from '../bus/index.ts';
import { type Clock, isoTime, SECOND } from '../core/clock.ts';
import type { ProjectScope, UserScope } from '../core/scope.ts';
import { type Budget, findBudget, monthOf } from '../limits/index.ts';
import { listProjects } from '../projects/index.ts';
import { queryAll, ranges } from '../store/index.ts';
import { type UsageDay, usageOfDay } from '../usage/index.ts';

/** An agent's lane as it stands. */
type Lane = { agent: string; running: number; queued: number; live: number };

/** Everything the figures need of one person. */
export type Seen = {
  connections: number;
  projects: { id: string; lanes: Lane[] }[];
  usage: UsageDay[];
  budget: Budget | undefined;
};

/** More projects than any tier allows. */
const MOST_PROJECTS = 1_000;

export const lookAt = async (user: UserScope, { day, clock }: { day: string; clock: Clock }): Promise<Seen> => {
  const now = clock.now();
  const [connections, { items }, usage] = await Promise.all([
    connectionsOf(user, now),
    listProjects(user, { limit: MOST_PROJECTS }),
    usageOfDay(user, day),
  ]);
  const [first] = items;
  const [projects, budget] = await Promise.all([
    Promise.all(items.map(async ({ id }) => ({ id, lanes: await lanesOf(user.inProject(id)) }))),
    first && findBudget(user.inProject(first.id), monthOf(now)),
  ]);
  return { connections, projects, usage, budget };
};

export const dayOf = (milliseconds: number): string => isoTime(milliseconds).slice(0, 10);

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
