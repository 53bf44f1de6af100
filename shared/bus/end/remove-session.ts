import { type Clock, systemClock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { findSessionState, type SessionState } from '../../sessions/index.ts';
import {
  deleteItem,
  deleteItemsWithTexts,
  getItem,
  type Item,
  idIn,
  isIn,
  type Key,
  lastLookWrite,
  projectKeys,
  queryAll,
  queryPage,
  ranges,
  removeTexts,
  sessionKeys,
  transact,
  updateItem,
  userKeys,
} from '../../store/index.ts';
import { isFinal, readTask, type Task } from '../records/items.ts';
import { slotNameOf } from '../records/plan-tasks.ts';
import { readQueuedRun } from '../records/run.ts';
import { listTasks } from '../records/tasks.ts';
import { cancelIfLive } from './cancel/run.ts';
import { endOrphans } from './family/orphans.ts';

const isBeingRemoved = '#status = :deleting';
const nothingIsLeft = '#status = :deleting and attribute_not_exists(#active) and #queued = :none';

/**
 * Removes a session that is marked as deleting: its queued runs are cancelled, then the active one, then everything it
 * holds goes, its own item last. Can be repeated from any point; `undefined` if there is nothing (left) to remove.
 */
export const removeSession = async (
  project: ProjectScope,
  session: string,
  { forget, clock = systemClock }: { forget: (agents: string[]) => Promise<void>; clock?: Clock | undefined },
): Promise<void> => {
  const state = await findSessionState(project, session);
  if (state?.status !== 'deleting') return;
  await endRuns(project, session, clock);
  const runs = await runsOf(project, session);
  const agents = state.keep_memories ? [] : (state.forgetting ?? (await noteAgents(project, state, runs)));
  await forget(agents);
  for (const run of runs) await removeRun(project, run, clock);
  await removePartition(project, session);
  await deleteItem(projectKeys.session(project, session));
  if (state.name_hash !== undefined) await forgetName(project, session, state.name_hash);
  await transact([
    { remove: sessionKeys.state(project, session), when: nothingIsLeft, values: { deleting: 'deleting', none: 0 } },
    lastLookWrite(project, { session, agents }, clock.now()),
  ]);
};

/** The name may lead to a new session already. */
const leadsHere = '#session_id = :session';

const forgetName = async (project: ProjectScope, session: string, hash: string): Promise<void> => {
  await deleteItem(projectKeys.sessionName(project, hash), { when: leadsHere, values: { session } });
};

/** What somebody who was at work when the session went has left there: items of its partition, and texts without an item. */
export const removeSessionLeftovers = async (project: ProjectScope, session: string): Promise<void> => {
  await removePartition(project, session);
  await removeTexts(project, session);
};

const endRuns = async (project: ProjectScope, session: string, clock: Clock): Promise<void> => {
  for (;;) {
    const page = await queryPage({ ...ranges.queuedRuns(project, session), limit: 25 });
    for (const item of page.items) await cancelIfLive(project, readQueuedRun(item).run_id, clock);
    const state = await findSessionState(project, session);
    if (!state || (state.active === undefined && state.queued === 0)) return;
    if (state.active !== undefined) await cancelIfLive(project, state.active, clock);
  }
};

const runsOf = async (project: ProjectScope, session: string): Promise<string[]> => {
  const runs = new Set<string>();
  for await (const item of queryAll(ranges.messages(project, session))) {
    runs.add(String(item.run_id));
  }
  return [...runs];
};

/**
 * The agents that took part, so that they forget the session. Noted before the runs that name them go: a removal that goes
 * on after half of them could not tell any more. Of an imported session the runs were left out, and any agent may have come
 * with memories of it.
 */
const noteAgents = async (
  project: ProjectScope,
  { session_id: session, imported }: SessionState,
  runs: string[],
): Promise<string[]> => {
  const agents = new Set<string>();
  for await (const item of imported ? queryAll(ranges.agents(project)) : []) agents.add(String(item.agent_key));
  for (const run of runs) {
    for (const { agent_key } of await listTasks(project, run)) agents.add(agent_key);
  }
  const forgetting = [...agents];
  await updateItem(sessionKeys.state(project, session), 'SET #forgetting = :forgetting', {
    when: isBeingRemoved,
    values: { deleting: 'deleting', forgetting },
  });
  return forgetting;
};

const removeRun = async (project: ProjectScope, run: string, clock: Clock): Promise<void> => {
  const pointers = ranges.runApprovals(project, run);
  const tasks: Task[] = [];
  for await (const item of queryAll(ranges.run(project, run))) {
    if (item.kind === 'task') tasks.push(readTask(item));
    if (isIn(pointers, item)) await removeOne(projectKeys.approval(project, idIn(pointers, item.sk)));
  }
  // Its agents' lanes count a task until it has ended.
  if (tasks.some(({ state }) => !isFinal(state))) await endOrphans(project, run, clock);
  await freePlaces(project, tasks);
  await removeAll(queryAll(ranges.run(project, run)));
  await removeOne(projectKeys.run(project, run));
};

const laneExists = 'attribute_exists(#pk)';

/**
 * Whoever ends a plan's task frees its place among the user's parallel tasks afterwards, and nobody can once the task is gone.
 *
 *     worker    ends the task, announces it ── dies
 *     removal                                       removes the task: its place would be taken for ever
 */
const freePlaces = async (project: ProjectScope, tasks: Task[]): Promise<void> => {
  const names = tasks.filter(({ round, due_at }) => round !== undefined && due_at !== undefined).map(slotNameOf);
  if (names.length === 0) return;
  await updateItem(userKeys.planLane(project.user), 'DELETE #places :names', {
    when: laneExists,
    values: { names: new Set(names) },
  });
};

const removePartition = (project: ProjectScope, session: string): Promise<void> =>
  removeAll(queryAll(ranges.session(project, session)), ({ sk }) => sk !== sessionKeys.state(project, session).sk);

const removeOne = async (key: Key): Promise<void> => {
  const item = await getItem(key);
  if (item) await deleteItemsWithTexts([item]);
};

/** Removes items with the objects they point to, some hundred at a time. */
const removeAll = async (items: AsyncIterable<Item>, goes: (item: Item) => boolean = () => true): Promise<void> => {
  let batch: Item[] = [];
  const flush = async (): Promise<void> => {
    await deleteItemsWithTexts(batch);
    batch = [];
  };
  for await (const item of items) {
    if (!goes(item)) continue;
    batch.push(item);
    if (batch.length >= DELETE_BATCH_SIZE) await flush();
  }
  await flush();
};

const DELETE_BATCH_SIZE = 500;
