import { type Clock, MINUTE } from '../core/clock.ts';
import type { UserScope } from '../core/scope.ts';
import { closeSockets } from '../identity/index.ts';
import { deleteAllProjects } from '../projects/index.ts';
import {
  deleteItem,
  deleteItems,
  due,
  type Item,
  type Key,
  keyOfItem,
  LAST_WRITES,
  placeOf,
  pointerKeys,
  queryAll,
  ranges,
  removeObjectsOfUser,
  updateItem,
  userKeys,
} from '../store/index.ts';

/** Items of one look, so that what somebody gathered in years is removed over several sweeps. */
const MOST = 5_000;
const BATCH = 200;
const NEXT_LOOK = MINUTE;

/**
 * Removes what is left of somebody who has left. Their projects go as every project that is deleted does, each with a due
 * time of its own. Looks again until nothing is found and nobody can be at work any more who was let in before:
 *
 *     a request      let in ────────────────────────────────────── makes a project, charges a call
 *     the user                leaves
 *     the sweeper                     removes everything ──────────────────────────────────────── 16 min later: looks again
 *
 * Repeatable at any point.
 */
export const removeUser = async (user: UserScope, removal: Item, clock: Clock): Promise<void> => {
  const now = clock.now();
  await closeSockets(user, 'anything');
  const projects = await deleteAllProjects(user, clock);
  const removed = (await removeBelongings(user)) + (await removeCounts(user)) + (await removeInvitations(user));
  // What lies in projects goes with them; the rest is of those that have gone.
  const objects = projects === 0 ? await removeObjectsOfUser(user) : { removed: 0, more: false };
  const isOver = now - Number(removal.left_at) > LAST_WRITES;
  if (isOver && projects + removed + objects.removed === 0) {
    await deleteItem(userKeys.removal(user));
    return;
  }
  const more = removed >= MOST || objects.more;
  await updateItem(userKeys.removal(user), 'set #due_at = :due_at, #due_shard = :due_shard', {
    when: 'attribute_exists(#pk)',
    values: due(userKeys.removal(user), more ? now : now + NEXT_LOOK),
  });
};

/** They lead to what is being removed, so they go last. */
const KEPT: readonly (string | undefined)[] = ['project', 'removal'];

/** Items of the user's own partition, each after what it leads to. Says how many there were. */
const removeBelongings = async (user: UserScope): Promise<number> => {
  let removed = 0;
  let batch: Item[] = [];
  const flush = async (): Promise<void> => {
    for (const pointer of batch.flatMap(pointersOf)) await deleteItem(pointer);
    await deleteItems(batch);
    removed += batch.length;
    batch = [];
  };
  for await (const item of queryAll(ranges.user(user))) {
    if (KEPT.includes(placeOf(item)?.kind)) continue;
    batch.push(item);
    if (batch.length === BATCH) await flush();
    if (removed >= MOST) return removed;
  }
  await flush();
  // Nobody is listed who is not there; somebody whom another issuer vouches for may have been, a moment ago.
  if (removed > 0) await deleteItem(pointerKeys.directory(user));
  return removed;
};

/** Of an API key, a connection, a ticket and a recorded call: what is found before its user is known. */
const pointersOf = (item: Item): Key[] => {
  const { kind, id = '' } = placeOf(item) ?? {};
  if (kind === 'api key') return [pointerKeys.apiKey(String(item.hash))];
  if (kind === 'connection') return [pointerKeys.connection(id)];
  if (kind === 'ticket') return [pointerKeys.ticket(id)];
  if (kind === 'model call') return [pointerKeys.modelCall(String(item.at).slice(0, 'yyyy-mm-dd'.length), id)];
  return [];
};

const removeCounts = async (user: UserScope): Promise<number> => {
  let removed = 0;
  for await (const item of queryAll(ranges.requests(user))) {
    await deleteItem(keyOfItem(item));
    removed += 1;
  }
  return removed;
};

/** Those that an administrator who has left made, and nobody has used: they name whose they are. */
const removeInvitations = async (user: UserScope): Promise<number> => {
  let removed = 0;
  for await (const item of queryAll(ranges.invitations())) {
    if (item.created_by !== user.userId) continue;
    await deleteItem(keyOfItem(item));
    removed += 1;
  }
  return removed;
};
