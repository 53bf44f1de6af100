import { type Clock, systemClock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { findSessionState } from '../../sessions/index.ts';
import {
  deleteItem,
  deleteItemsWithTexts,
  getItem,
  type Item,
  idIn,
  isIn,
  type Key,
  projectKeys,
  queryAll,
  queryPage,
  ranges,
  sessionKeys,
} from '../../store/index.ts';
import { isFinal, readTask } from '../records/items.ts';
import { readQueuedRun } from '../records/run.ts';
import { cancelIfLive } from './cancel/run.ts';
import { endOrphans } from './family/orphans.ts';

/** The agents that took part in a removed session, so that their memories of it can be removed too. */
export type Removed = { agents: string[] };

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
  const { agents } = await removeRuns(project, session, clock);
  if (!state.keep_memories) await forget(agents);
  await removePartition(project, session);
  await deleteItem(projectKeys.session(project, session));
  await deleteItem(sessionKeys.state(project, session), {
    when: '#status = :deleting and attribute_not_exists(#active) and #queued = :none',
    values: { deleting: 'deleting', none: 0 },
  });
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

const removeRuns = async (project: ProjectScope, session: string, clock: Clock): Promise<Removed> => {
  const runs = new Set<string>();
  const agents = new Set<string>();
  for await (const item of queryAll(ranges.messages(project, session))) {
    runs.add(String(item.run_id));
  }
  for (const run of runs) {
    const pointers = ranges.runApprovals(project, run);
    let lives = false;
    for await (const item of queryAll(ranges.run(project, run))) {
      lives ||= item.kind === 'task' && !isFinal(readTask(item).state);
      if (typeof item.agent_key === 'string') agents.add(item.agent_key);
      if (isIn(pointers, item)) await removeOne(projectKeys.approval(project, idIn(pointers, item.sk)));
    }
    // Its agents' lanes count a task until it has ended.
    if (lives) await endOrphans(project, run, clock);
    await removeAll(queryAll(ranges.run(project, run)));
    await removeOne(projectKeys.run(project, run));
  }
  return { agents: [...agents] };
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
