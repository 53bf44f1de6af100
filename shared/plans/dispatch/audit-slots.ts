import type { UserScope } from '../../core/scope.ts';
import { getItems, runKeys, updateItem, userKeys } from '../../store/index.ts';
import { isSettled, readPlanTask, runIdOf } from '../records/items.ts';
import { takenSlots } from './slots.ts';

/** Frees slots whose task has ended or is gone, in case a release was lost. */
export const auditSlots = async (user: UserScope): Promise<void> => {
  const taken = [...(await takenSlots(user))];
  if (taken.length === 0) return;
  const keys = taken.map((name) => {
    const [project = '', , task = ''] = name.split('|');
    return runKeys.task(user.inProject(project), runIdOf(task), task);
  });
  const live = new Set(
    (await getItems(keys))
      .map(readPlanTask)
      .filter((task) => !isSettled(task))
      .map(({ task_id }) => task_id),
  );
  const idle = taken.filter((name) => !live.has(name.split('|')[2] ?? ''));
  if (idle.length === 0) return;
  await updateItem(userKeys.planLane(user), 'DELETE #places :idle', {
    when: 'attribute_exists(#pk)',
    values: { idle: new Set(idle) },
  });
};
