import { slotNameOf } from '../../bus/index.ts';
import type { UserScope } from '../../core/scope.ts';
import { getItem, updateItem, userKeys, type Write } from '../../store/index.ts';
import type { PlanTask } from '../records/items.ts';

/*
 * The slots of a user's plan lane: the plan tasks in progress. A task takes its slot once, when it is dispatched, and keeps
 * it until it is settled, also while it waits for a person. The slots are a set, so freeing one twice has no effect.
 */

/** Slots taken, as `<project>|<agent>|<task>`. */
export const takenSlots = async (user: UserScope): Promise<Set<string>> => {
  const item = await getItem(userKeys.planLane(user));
  return item?.places instanceof Set ? (item.places as Set<string>) : new Set();
};

const placeIsFree = 'attribute_not_exists(#places) or size(#places) <= :most';

/** Takes slots for several tasks at once, if at most `most` are taken. */
export const takeSlots = (user: UserScope, names: string[], most: number): Write => ({
  key: userKeys.planLane(user),
  update: 'ADD #places :names',
  when: placeIsFree,
  values: { names: new Set(names), most },
});

export const freeSlot = async (user: UserScope, task: PlanTask): Promise<void> => {
  await updateItem(userKeys.planLane(user), 'DELETE #places :name', {
    when: 'attribute_exists(#pk)',
    values: { name: new Set([slotNameOf(task)]) },
  });
};
