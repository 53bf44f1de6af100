import { afterCommit, hint, settledEvent, untilDecided } from '../bus/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import { appendWrites, readEnd } from '../events/index.ts';
import { due, getItem, type Item, runKeys, transact, updateItem } from '../store/index.ts';
import { nameOf, type PlanTask, readPlanTask, taskIdOf } from './items.ts';
import { leavePlace } from './places.ts';
import { pump } from './pump.ts';
import { actOnEmptied } from './ready.ts';

/** Dependents told at the same time. */
const AT_ONCE = 25;

/**
 * What follows the end of a task, in this order: clients hear of it, dependents learn that it is over, the round that it is
 * one sink fewer, its place is given back and handed on. Replayable from the start by anybody: each step is a set that
 * shrinks or a change on condition, and the task is due until the last of them.
 */
export const afterSettled = async (
  project: ProjectScope,
  task: PlanTask,
  clock: Clock = systemClock,
): Promise<void> => {
  const begun: { project: ProjectScope; task: PlanTask }[] = [{ project, task }];
  const told: typeof begun = [];
  while (begun.length > 0) {
    for (let next = begun.shift(); next; next = begun.shift()) {
      const { project: scope, task: settled } = next;
      const skipped = await spread(scope, settled, clock);
      begun.push(...skipped.map((one) => ({ project: scope, task: one })));
      told.push(next);
    }
    // A task whose agent is gone ends here, and has dependents of its own.
    begun.push(...(await pump(project.user, clock)));
  }
  for (const { project: scope, task: settled } of told) await nothingDue(scope, settled);
};

/** Steps a to d for one task; returns the tasks that have settled by it. */
const spread = async (project: ProjectScope, task: PlanTask, clock: Clock): Promise<PlanTask[]> => {
  if (task.state !== 'cancelled') await announce(project, task, clock);
  const emptied = await tellDependents(project, task);
  const settled = await actOnEmptied(project, emptied, clock);
  if (task.sink) await leaveRound(project, task, clock);
  await leavePlace(project.user, task);
  return settled;
};

const notYetAnnounced = '#announced = :no';

const announce = (project: ProjectScope, task: PlanTask, clock: Clock): Promise<void> =>
  untilDecided(async () => {
    const [item, end] = await Promise.all([
      getItem(runKeys.task(project, task.run_id, task.task_id)),
      readEnd(project, task.session_id),
    ]);
    if (item?.announced !== false) return { done: undefined };
    const appended = appendWrites(project, task.session_id, end, [settledEvent(task)], clock.now());
    const outcome = await transact([
      {
        key: runKeys.task(project, task.run_id, task.task_id),
        update: 'SET #announced = :yes',
        when: notYetAnnounced,
        values: { yes: true, no: false },
      },
      ...appended.writes,
    ]);
    if (!outcome.ok) return 'again';
    await afterCommit({ project, starts: [], session: task.session_id, events: appended.events });
    return { done: undefined };
  });

/** Every dependent loses this task from what it waits for. Returns those that are seen to wait for nothing any more. */
const tellDependents = async (project: ProjectScope, task: PlanTask): Promise<PlanTask[]> => {
  const broke = task.state !== 'completed';
  const emptied: PlanTask[] = [];
  for (let from = 0; from < task.dependents.length; from += AT_ONCE) {
    const some = task.dependents.slice(from, from + AT_ONCE);
    const outcomes = await Promise.all(
      some.map((number) =>
        updateItem(
          runKeys.task(project, task.run_id, taskIdOf(task.run_id, number)),
          `${broke ? 'ADD #broken :me ' : ''}DELETE #open :me`,
          { when: 'attribute_exists(#pk)', values: { me: new Set([nameOf(task.number)]) } },
        ),
      ),
    );
    const items = outcomes.flatMap((outcome): Item[] => (outcome.ok ? [outcome.item] : []));
    emptied.push(...items.map(readPlanTask).filter(({ state, open }) => state === 'blocked' && open === undefined));
  }
  return emptied;
};

const roundStillOpen = '#state = :open and attribute_not_exists(#left)';

/** One sink fewer. Whoever sees that none is left ends the round, and its execution is woken. */
const leaveRound = async (project: ProjectScope, task: PlanTask, clock: Clock): Promise<void> => {
  const key = runKeys.round(project, task.run_id, task.round);
  const outcome = await updateItem(key, 'DELETE #left :me', {
    when: 'attribute_exists(#pk)',
    values: { me: new Set([nameOf(task.number)]) },
  });
  if (!outcome.ok || outcome.item.left !== undefined || outcome.item.state !== 'open') return;
  await updateItem(key, 'SET #state = :ended, #due_at = :due_at, #due_shard = :due_shard', {
    when: roundStillOpen,
    values: { open: 'open', ended: 'ended', ...due(key, clock.now()) },
  });
  await hint(project, { kind: 'round', run_id: task.run_id, round: task.round });
};

/** An answer that is not in its agent's memory yet stays due for that. */
const nothingDue = async (project: ProjectScope, task: PlanTask): Promise<void> => {
  await updateItem(runKeys.task(project, task.run_id, task.task_id), 'REMOVE #due_at, #due_shard', {
    when: 'attribute_exists(#pk) and attribute_not_exists(#unremembered)',
    values: {},
  });
};
