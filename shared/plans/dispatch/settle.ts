import { afterCommit, hint, settledEvent, untilDecided } from '../../bus/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { appendWrites, readEnd } from '../../events/index.ts';
import { due, getItem, type Item, runKeys, transact, updateItem } from '../../store/index.ts';
import { nameOf, type PlanTask, readPlanTask, taskIdOf } from '../records/items.ts';
import { dispatchReady } from './dispatch-ready.ts';
import { actOnEmptied, mayRun } from './ready.ts';
import { freeSlot } from './slots.ts';
import type { Candidate } from './start-ready.ts';

/** Dependents updated at the same time. */
const CONCURRENCY = 25;

/**
 * What follows the end of a task, in this order: the event is announced, dependents and the round are updated, its plan
 * slot is freed and ready tasks are dispatched. Any process may repeat it from the start: each step shrinks a set or is a
 * conditional change, and the task stays due until the last step.
 */
export const afterSettled = async (
  project: ProjectScope,
  task: PlanTask,
  clock: Clock = systemClock,
): Promise<void> => {
  const begun: Candidate[] = [{ project, task }];
  const announced: (Candidate & { pushed: Promise<void> })[] = [];
  while (begun.length > 0) {
    const ready: Candidate[] = [];
    for (let next = begun.shift(); next; next = begun.shift()) {
      const { project: scope, task: settled } = next;
      const consequences = await settleOne(scope, settled, clock);
      begun.push(...consequences.settled.map((one) => ({ project: scope, task: one })));
      ready.push(...consequences.ready.map((one) => ({ project: scope, task: one })));
      announced.push({ ...next, pushed: consequences.pushed });
    }
    // A task whose agent is gone fails here, and has dependents of its own.
    begun.push(...(await dispatchReady(project.user, clock, ready)));
  }
  for (const { project: scope, task: settled, pushed } of announced) {
    await pushed;
    await clearDue(scope, settled);
  }
};

/** Tasks that settled because of this one, tasks that may run now, and when the event has been pushed to clients. */
type Consequences = { settled: PlanTask[]; ready: PlanTask[]; pushed: Promise<void> };

/** Announces, updates dependents, closes the round and frees the slot; the slot may be freed any time after the task ended. */
const settleOne = async (project: ProjectScope, task: PlanTask, clock: Clock): Promise<Consequences> => {
  const { pushed } = await announce(project, task, clock);
  const [updated] = await Promise.all([updateGraph(project, task, clock), freeSlot(project.user, task)]);
  return { ...updated, pushed };
};

const updateGraph = async (
  project: ProjectScope,
  task: PlanTask,
  clock: Clock,
): Promise<Omit<Consequences, 'pushed'>> => {
  const emptied = await updateDependents(project, task);
  const settled = await actOnEmptied(project, emptied, clock);
  if (task.sink) await closeSink(project, task, clock);
  return { settled, ready: emptied.filter(mayRun) };
};

const notYetAnnounced = '#announced = :no';

/** Appends the event. Pushing it may go on in the background: clients order events by number. */
const announce = async (project: ProjectScope, task: PlanTask, clock: Clock): Promise<{ pushed: Promise<void> }> => {
  const nothing = { pushed: Promise.resolve() };
  const key = runKeys.task(project, task.run_id, task.task_id);
  let known: Item | PlanTask | undefined = task;
  if (task.state === 'cancelled' || task.announced !== false) return nothing;
  return untilDecided(async () => {
    const [item, end] = await Promise.all([known ?? getItem(key), readEnd(project, task.session_id)]);
    known = undefined;
    if (item?.announced !== false) return { done: nothing };
    const appended = appendWrites(project, task.session_id, { end, events: [settledEvent(task)], now: clock.now() });
    const outcome = await transact([
      { key, update: 'SET #announced = :yes', when: notYetAnnounced, values: { yes: true, no: false } },
      ...appended.writes,
    ]);
    if (!outcome.ok) return 'again';
    return {
      done: { pushed: afterCommit({ project, starts: [], session: task.session_id, events: appended.events }) },
    };
  });
};

/** Removes this task from what its dependents wait for. Returns those that now wait for nothing. */
const updateDependents = async (project: ProjectScope, task: PlanTask): Promise<PlanTask[]> => {
  const broke = task.state !== 'completed';
  const emptied: PlanTask[] = [];
  for (let from = 0; from < task.dependents.length; from += CONCURRENCY) {
    const some = task.dependents.slice(from, from + CONCURRENCY);
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

/** Removes the sink from the round. The process that finds none left ends the round and wakes its execution. */
const closeSink = async (project: ProjectScope, task: PlanTask, clock: Clock): Promise<void> => {
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

const isRemembered = 'attribute_exists(#pk) and attribute_not_exists(#unremembered)';

/** A result that is not in its agent's memory yet keeps the task due. */
const clearDue = async (project: ProjectScope, task: PlanTask): Promise<void> => {
  await updateItem(runKeys.task(project, task.run_id, task.task_id), 'REMOVE #due_at, #due_shard', {
    when: isRemembered,
    values: {},
  });
};
