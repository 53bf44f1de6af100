import { slotNameOf } from '../../bus/index.ts';
import type { UserScope } from '../../core/scope.ts';
import { getItem, updateItem, userKeys, type Write } from '../../store/index.ts';
import type { PlanTask } from '../records/items.ts';

/*
 * A user's tasks of plans that work in parallel. A task takes its place once, when it is dispatched, and keeps it until it
 * is settled, also while it waits for a person; so the places are a set, and giving one back twice is giving it back once.
 */

/** Places taken: `<project>|<agent>|<task>`. */
export const takenSlots = async (user: UserScope): Promise<Set<string>> => {
  const item = await getItem(userKeys.planLane(user));
  return item?.places instanceof Set ? (item.places as Set<string>) : new Set();
};

/** Takes places for some tasks at once; `limit` is the user's setting at this moment. */
export const takeSlots = (user: UserScope, names: string[], limit: number): Write => ({
  key: userKeys.planLane(user),
  update: 'ADD #places :names',
  when: 'attribute_not_exists(#places) or size(#places) <= :most',
  values: { names: new Set(names), most: limit - names.length },
});

export const freeSlot = async (user: UserScope, task: PlanTask): Promise<void> => {
  await updateItem(userKeys.planLane(user), 'DELETE #places :name', {
    when: 'attribute_exists(#pk)',
    values: { name: new Set([slotNameOf(task)]) },
  });
};
