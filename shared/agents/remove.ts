import { drainAgent, findLane, markAgentDeleting } from '../bus/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import {
  deleteItem,
  deleteItems,
  type Item,
  laneKeys,
  lastLookWrite,
  projectKeys,
  queryAll,
  ranges,
  transact,
} from '../store/index.ts';
import { findStoredAgent } from './find.ts';
import { revisionWrite } from './revision.ts';

type Removing = { forget: (agent: string) => Promise<void>; clock?: Clock | undefined };

/** Starts the deletion of an agent: its name is free at once, its work ends, then everything of it is removed. */
export const deleteAgent = async (
  project: ProjectScope,
  reference: string,
  { forget, clock = systemClock }: Removing,
): Promise<void> => {
  const agent = await findStoredAgent(project, reference);
  await markAgentDeleting(project, agent.agent_key, clock);
  await removeAgent(project, agent.agent_key, { forget, clock });
};

/**
 * Continues the deletion of an agent; the sweeper repeats it until nothing is left. The lane goes last, and until then the
 * last look at what is left tells that there is one: a project waits for it with its own removal.
 */
export const removeAgent = async (
  project: ProjectScope,
  agent: string,
  { forget, clock = systemClock }: Removing,
): Promise<void> => {
  const lane = await findLane(project, agent);
  if (lane?.status !== 'deleting') return;
  await deleteItem(projectKeys.agentName(project, lane.agent_name), {
    when: '#agent_key = :key',
    values: { key: agent },
  });
  // The revision rises with it: whoever read the agent before has read an older revision too.
  await transact([
    { remove: projectKeys.agent(project, agent) },
    lastLookWrite(project, { agent }, clock.now()),
    revisionWrite(project, clock.now()),
  ]);
  if (!(await drainAgent(project, agent, clock))) return;
  await removeBelongings(project, agent, { forget });
  await transact([
    { remove: laneKeys.lane(project, agent), when: isDrained, values: { deleting: 'deleting', none: 0 } },
    lastLookWrite(project, { agent }, clock.now()),
  ]);
};

const isDrained = '#status = :deleting and #live = :none';

/** What an agent leaves beside its lane: what it remembers, its versions, its remembered permissions, its health. */
export const removeBelongings = async (
  project: ProjectScope,
  agent: string,
  { forget }: Pick<Removing, 'forget'>,
): Promise<void> => {
  await forget(agent);
  const left: Item[] = [];
  for (const range of [ranges.agentVersions(project, agent), ranges.permissionsOf(project, agent)]) {
    for await (const item of queryAll(range)) left.push(item);
  }
  await deleteItems(left);
  await deleteItem(laneKeys.health(project, agent));
};
