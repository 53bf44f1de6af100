import { type Clock, systemClock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { due, getItem, updateItem, userKeys } from '../../store/index.ts';
import { type Budget, readBudget } from './item.ts';
import { abandon } from './settle.ts';

/** A month's current budget; `undefined` before the first call. */
export const findBudget = async (project: ProjectScope, month: string): Promise<Budget | undefined> => {
  const item = await getItem(userKeys.budget(project.user, month));
  return item && readBudget(item);
};

const nothingTaken = '#taken = :taken';

/** Settles reservations that dead workers left open, and becomes due again when the next one expires. Repeatable. */
export const releaseReservations = async (
  project: ProjectScope,
  month: string,
  clock: Clock = systemClock,
): Promise<void> => {
  for (;;) {
    const budget = await findBudget(project, month);
    if (!budget) return;
    const open = Object.entries(budget.open);
    // One moment divides them: what expires while others are settled is due next, and not forgotten.
    const now = clock.now();
    for (const [key, one] of open) {
      if (one.until > now) continue;
      await abandon({ project: project.user.inProject(one.project_id), month, key, open: one }, now);
    }
    const later = open.map(([, { until }]) => until).filter((until) => until > now);
    const budgetKey = userKeys.budget(project.user, month);
    const next = later.length > 0 ? due(budgetKey, Math.min(...later)) : undefined;
    const outcome = await updateItem(
      budgetKey,
      next ? 'SET #due_at = :due_at, #due_shard = :due_shard' : 'REMOVE #due_at, #due_shard',
      // A reservation made meanwhile relies on the item being due for it.
      { when: nothingTaken, values: { taken: budget.taken, ...next } },
    );
    if (outcome.ok || outcome.items[0] === undefined) return;
  }
};
