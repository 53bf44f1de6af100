import { type Clock, DAY, MINUTE, systemClock } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import { forgetResponses } from '../idempotency/index.ts';
import {
  deleteItem,
  due,
  getItem,
  type Item,
  idIn,
  isIn,
  type Key,
  keyOfItem,
  LAST_WRITES,
  laneKeys,
  type Partition,
  pointerKeys,
  queryAll,
  ranges,
  removeObjects,
  sessionKeys,
  updateItem,
  userKeys,
} from '../store/index.ts';

const NEXT_LOOK = MINUTE;
/** What goes by itself has gone by then, unless something is wrong with it that keeps it here for ever. */
const LONGEST_WAIT = DAY;
/** Items of one call, so that a large project is removed over several sweeps. */
const BATCH = 500;

/**
 * Removes what is left in a deleted project, items and objects, then the project. Repeatable at any point. `more` means that
 * it is due again: there was too much for one call, or a slow worker may still write. Vectors belong to the agents and go
 * with them: remove these first.
 */
export const removeProject = async (project: ProjectScope, clock: Clock = systemClock): Promise<'removed' | 'more'> => {
  const key = userKeys.project(project.user, project.projectId);
  const item = await getItem(key);
  if (item?.state !== 'deleting') return 'removed';
  const now = clock.now();
  const awaits = now - Number(item.deleted_at) < LONGEST_WAIT;
  const left = await emptied(project, { awaits });
  if (left === 'empty' && now - Number(item.deleted_at) > LAST_WRITES) {
    await deleteItem(key, { when: '#state = :deleting', values: { deleting: 'deleting' } });
    return 'removed';
  }
  await updateItem(key, 'set #due_at = :due_at, #due_shard = :due_shard', {
    when: 'attribute_exists(#pk)',
    values: due(key, left === 'full' ? now : now + NEXT_LOOK),
  });
  return 'more';
};

/** Each agent, session and run has a partition of its own, which goes before the item that leads to it. */
const partitionOf = (project: ProjectScope, item: Item): { in: Partition } | undefined => {
  const [agents, sessions, runs] = [ranges.agents(project), ranges.sessions(project), ranges.runs(project)];
  if (isIn(agents, item)) return ranges.agent(project, idIn(agents, item.sk));
  if (isIn(sessions, item)) return ranges.session(project, idIn(sessions, item.sk));
  if (isIn(runs, item)) return ranges.run(project, idIn(runs, item.sk));
  return undefined;
};

/**
 * Chats with all that is of them, and agents, go by removals of their own, which are due by themselves and end what is under
 * way: a task holds a slot of its agent until then. What these have left goes with the project.
 *
 *     removal of the chat          ends its run ── lost a race .................................. ends it, and the lane counts that
 *     removal of the project                                     would take run and chat: not yet
 */
const goesByItself = async (project: ProjectScope, item: Item): Promise<boolean> => {
  const agents = ranges.agents(project);
  const isThere = async (key: Key) => (await getItem(key)) !== undefined;
  if (isIn(agents, item)) return isThere(laneKeys.lane(project, idIn(agents, item.sk)));
  return item.session_id !== undefined && (await isThere(sessionKeys.state(project, String(item.session_id))));
};

type Emptied = 'empty' | 'found some' | 'full';

/** Items first, since they lead to objects: an object whose item is gone is never read. */
const emptied = async (project: ProjectScope, { awaits }: { awaits: boolean }): Promise<Emptied> => {
  const items = await emptiedOfItems(project, awaits);
  if (items === 'full') return items;
  const responses = await forgetResponses(project);
  const { removed, more } = await removeObjects(project);
  if (more) return 'full';
  return responses + removed > 0 ? 'found some' : items;
};

const emptiedOfItems = async (project: ProjectScope, awaits: boolean): Promise<Emptied> => {
  let removed = 0;
  let isAwaited = false;
  for await (const item of queryAll(ranges.project(project))) {
    // Agents and sessions are looked at once more, and what an agent remembers is found by nothing else.
    if (isIn(ranges.removed(project), item) || (awaits && (await goesByItself(project, item)))) {
      isAwaited = true;
      continue;
    }
    const partition = partitionOf(project, item);
    for await (const inside of partition ? queryAll(partition) : []) {
      await deleteItem(keyOfItem(inside));
      removed += 1;
      if (removed >= BATCH) return 'full';
    }
    // What leads to a preview goes before it, since nothing else names it.
    if (isIn(ranges.previews(project), item)) await deleteItem(pointerKeys.preview(String(item.hash)));
    await deleteItem(keyOfItem(item));
    removed += 1;
    if (removed >= BATCH) return 'full';
  }
  for (const beside of [ranges.captured(project), ranges.programs(project)]) {
    for await (const item of queryAll(beside)) {
      await deleteItem(keyOfItem(item));
      removed += 1;
      if (removed >= BATCH) return 'full';
    }
  }
  return removed > 0 || isAwaited ? 'found some' : 'empty';
};
