import { removeAgent } from '../agents/index.ts';
import { findLane, redriveTask, removeSession, settleLane } from '../bus/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import { type ProjectScope, restored } from '../core/scope.ts';
import { forget, removeTenant } from '../memory/index.ts';
import { log } from '../observability/log.ts';
import type { Item } from '../store/index.ts';

/** What an item that is due needs, by its kind. Each program can be run any number of times. */
const programs: Record<string, (project: ProjectScope, item: Item, clock: Clock) => Promise<void>> = {
  task: (project, item, clock) => redriveTask(project, String(item.run_id), String(item.task_id), clock),
  lane: (project, item, clock) => redriveLane(project, String(item.agent_key), clock),
  session: (project, item, clock) => removeDeletedSession(project, String(item.session_id), clock),
};

/** Makes whatever is due go on. An unknown kind is left as it is and logged: a newer version may know it. */
export const redrive = async (item: Item, clock: Clock = systemClock): Promise<void> => {
  const program = programs[String(item.kind)];
  if (!program) {
    log.error('Something is due that nobody knows how to go on with.', { kind: String(item.kind) });
    return;
  }
  const owner = { user_id: String(item.user_id), project_id: String(item.project_id) };
  await program(restored(owner), item, clock);
};

const redriveLane = async (project: ProjectScope, agent: string, clock: Clock): Promise<void> => {
  const lane = await findLane(project, agent);
  if (lane?.status === 'deleting') await removeAgent(project, agent, (key) => forgetAgent(project, key), clock);
  else await settleLane(project, agent, clock);
};

/** Everything an agent remembers goes. */
export const forgetAgent = (project: ProjectScope, agent: string): Promise<void> => removeTenant(project, agent);

/** A session that is marked as deleting goes, with what its agents remember of it unless that was to be kept. */
export const removeDeletedSession = (
  project: ProjectScope,
  session: string,
  clock: Clock = systemClock,
): Promise<void> =>
  removeSession(
    project,
    session,
    async (agents) => {
      for (const agent of agents) await forget(project, agent, { sessionId: session });
    },
    clock,
  );
