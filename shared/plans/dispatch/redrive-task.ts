import { redriveTask, WAITING_NOTED_EVERY } from '../../bus/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import type { ProjectScope, UserScope } from '../../core/scope.ts';
import { getItem, runKeys, updateItem } from '../../store/index.ts';
import { findRound, isSettled, type PlanTask, readPlanTask } from '../records/items.ts';
import { auditSlots } from './audit-slots.ts';
import { dispatchReady } from './dispatch-ready.ts';
import { actOnEmptied } from './ready.ts';
import { afterSettled } from './settle.ts';
import { stillReady } from './start-ready.ts';

/** Resumes a due task, of a plan or of a direct run. Called on hints and by the sweeper; repeatable. */
export const redriveAnyTask = async (
  project: ProjectScope,
  { run, id, clock = systemClock }: { run: string; id: string; clock?: Clock | undefined },
): Promise<void> => {
  const item = await getItem(runKeys.task(project, run, id));
  if (item?.round === undefined) return redriveTask(project, { run, id }, clock);
  const task = readPlanTask(item);
  if (isSettled(task)) {
    // It may be due for two reasons. What follows its end comes first: whoever remembers its answer clears what it is due by.
    await afterSettled(project, task, clock);
    if (!task.unremembered) return;
  }
  if (task.state === 'ready') {
    await dispatchAndSettle(project.user, clock, true);
    return noteWaiting(project, task, clock.now());
  }
  if (task.state === 'blocked') {
    if (!(await isInOpenRound(project, task))) return;
    for (const settled of await actOnEmptied(project, [task], clock)) await afterSettled(project, settled, clock);
    return dispatchAndSettle(project.user, clock);
  }
  return redriveTask(project, { run, id }, clock);
};

/**
 * Nothing is decided before the round opens: opening it makes it wait for all of its sinks, and decides whatever waits for nothing.
 *
 *     opening a round    writes T ................................... opens it, T is one of those it waits for
 *     deleting an agent           marks T as gone ── T would fail
 */
const isInOpenRound = async (project: ProjectScope, { run_id, round }: PlanTask): Promise<boolean> =>
  (await findRound(project, run_id, round))?.state === 'open';

/** The task waits for a place or a slot, maybe for hours. It stays due, so that the sweeper sees one that nobody gave on. */
const noteWaiting = async (project: ProjectScope, task: PlanTask, now: number): Promise<void> => {
  if (task.due_at === undefined || task.due_at > now - WAITING_NOTED_EVERY) return;
  await updateItem(runKeys.task(project, task.run_id, task.task_id), 'SET #due_at = :now', {
    when: stillReady,
    values: { ready: 'ready', now },
  });
};

/** Dispatches ready tasks and settles those that could not start. `audit`: frees abandoned slots first. */
export const dispatchAndSettle = async (user: UserScope, clock: Clock = systemClock, audit = false): Promise<void> => {
  if (audit) await auditSlots(user);
  for (const { project, task } of await dispatchReady(user, clock)) await afterSettled(project, task, clock);
};
