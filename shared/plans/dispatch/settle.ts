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

/** Dependents told at the same time. */
const CONCURRENCY = 25;

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
    // A task whose agent is gone ends here, and has dependents of its own.
    begun.push(...(await dispatchReady(project.user, clock, ready)));
  }
  for (const { project: scope, task: settled, pushed } of announced) {
    await pushed;
    await clearDue(scope, settled);
  }
};

/** Tasks that have settled by another's end, those that may run now, and when clients have been sent the event of it. */
type Consequences = { settled: PlanTask[]; ready: PlanTask[]; pushed: Promise<void> };

/** Steps a to d for one task. Its place may go at any time from its end on, as the audit of places has it. */
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

/** Settles with the event in the log. Sending it is left to go on: its number is what orders it, for clients as well. */
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

/** Every dependent loses this task from what it waits for. Returns those that are seen to wait for nothing any more. */
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

/** One sink fewer. Whoever sees that none is left ends the round, and its execution is woken. */
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

/** An answer that is not in its agent's memory yet stays due for that. */
const clearDue = async (project: ProjectScope, task: PlanTask): Promise<void> => {
  await updateItem(runKeys.task(project, task.run_id, task.task_id), 'REMOVE #due_at, #due_shard', {
    when: 'attribute_exists(#pk) and attribute_not_exists(#unremembered)',
    values: {},
  });
};
