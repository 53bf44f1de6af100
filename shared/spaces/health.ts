import * as z from 'zod';
import { agentStatuses, listStoredAgents, type StoredAgent, statusOf } from '../agents/index.ts';
import { findHealth, findLanes, type LaneItem, loadOf, loadShape } from '../bus/index.ts';
import { type Clock, isoTime, SECOND, systemClock } from '../core/clock.ts';
import { getItem, projectKeys, updateItem } from '../store/index.ts';
import { recentUsage, sumOf, type UsageDay } from '../usage/index.ts';
import type { Space } from './space.ts';

const agentSchema = z
  .object({
    key: z.string(),
    name: z.string(),
    version: z.int(),
    status: z.enum(agentStatuses),
    running_tasks: z.int(),
    queued_tasks: z.int(),
    /** Of the last thirty days. */
    tasks_done: z.int(),
    tasks_failed: z.int(),
  })
  .meta({ id: 'SpaceAgent' });

export const spaceHealthSchema = z
  .object({
    project_id: z.string(),
    /** `idle`: it has no agent. `degraded`: an agent is in error. */
    status: z.enum(['ready', 'degraded', 'idle']),
    /** Since its first agent was made, or since it was last reset. */
    since: z.string().nullable(),
    uptime_seconds: z.int(),
    ...loadShape,
    tasks_done: z.int(),
    tasks_failed: z.int(),
    /** The oldest, up to a hundred. */
    agents: z.array(agentSchema),
  })
  .meta({ id: 'SpaceHealth' });
export type SpaceHealth = z.infer<typeof spaceHealthSchema>;

const MOST_AGENTS = 100;

/** How a space does: from the table alone, so it is the same whichever container answers. */
export const spaceHealth = async ({ project }: Space, clock: Clock = systemClock): Promise<SpaceHealth> => {
  const [item, { items: agents }, days] = await Promise.all([
    getItem(projectKeys.space(project)),
    listStoredAgents(project, { limit: MOST_AGENTS }),
    recentUsage(project, clock),
  ]);
  const keys = agents.map(({ agent_key }) => agent_key);
  const [lanes, health] = await Promise.all([
    findLanes(project, keys),
    Promise.all(keys.map((key) => findHealth(project, key))),
  ]);
  const shown = agents.map((agent, place) => {
    const lane = lanes.find(({ agent_key }) => agent_key === agent.agent_key);
    return { ...figuresOf(agent, lane, days), status: statusOf(lane, health[place]) };
  });
  const since = item?.since === undefined ? undefined : Number(item.since);
  return {
    project_id: project.projectId,
    status: conditionOf(shown),
    since: since === undefined ? null : isoTime(since),
    uptime_seconds: since === undefined ? 0 : Math.max(0, Math.floor((clock.now() - since) / SECOND)),
    ...loadOf(lanes),
    tasks_done: shown.reduce((sum, { tasks_done }) => sum + tasks_done, 0),
    tasks_failed: shown.reduce((sum, { tasks_failed }) => sum + tasks_failed, 0),
    agents: shown,
  };
};

const figuresOf = (agent: StoredAgent, lane: LaneItem | undefined, days: readonly UsageDay[]) => {
  const own = days.filter(({ agent_key }) => agent_key === agent.agent_key);
  const failed = sumOf(own, 'failed');
  return {
    key: agent.agent_key,
    name: agent.name,
    version: agent.version,
    running_tasks: lane?.running ?? 0,
    queued_tasks: lane?.waiting ?? 0,
    tasks_done: sumOf(own, 'requests') - failed,
    tasks_failed: failed,
  };
};

const conditionOf = (agents: readonly { status: string }[]): SpaceHealth['status'] => {
  if (agents.length === 0) return 'idle';
  return agents.some(({ status }) => status === 'error') ? 'degraded' : 'ready';
};

/**
 * What any container keeps of the space is read anew, and its time counts from now. Nothing that is stored is lost: agents,
 * memories, chats and what is under way stay as they are.
 */
export const resetSpace = async ({ agents, project }: Space, clock: Clock = systemClock): Promise<void> => {
  await agents.invalidate(clock);
  await updateItem(projectKeys.space(project), 'set #since = :now', { values: { now: clock.now() } });
};
