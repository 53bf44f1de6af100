import type { ProjectScope } from '../../../core/scope.ts';
import type { NewEvent } from '../../../events/index.ts';
import type { Write } from '../../../store/index.ts';
import type { LaneChanges } from '../../lanes/changes.ts';
import { isFinal, type Task } from '../../records/items.ts';
import { laneTask } from '../../records/lane.ts';
import type { RunError } from '../../records/run.ts';
import { cancelledEvents, cancelWrites, closedApprovals, failWrites, holdsSlot } from './writes.ts';

/*
 * Who waits for whom is a tree beside a plan's graph: a task waits for the agent it asked, which may have asked another,
 * and each of them may wait for a person. Whatever ends a task ends all below it in the same transaction. A worker that
 * ends its own task is running it, so nothing is below; every other writer that ends tasks goes through `endFamilies`.
 */

/** Tasks that end together, and what is written and told with their end. What their lanes do is their caller's choice. */
export type EndedFamilies = { ended: Task[]; writes: Write[]; events: NewEvent[] };

/**
 * Cancels every task of `tops` with all that is below it. `failed`: the tops fail with this error instead, which is told
 * when they are settled. `tasks` are those of the run, read with `tops`.
 */
export const endFamilies = (
  project: ProjectScope,
  tasks: Task[],
  { tops, failed }: { tops: Task[]; failed?: { error: RunError; now: number } },
): EndedFamilies => {
  const families = tops.map((top) => familyOf(tasks, top));
  if (!failed) {
    const ended = families.flat();
    return { ended, writes: ended.flatMap((task) => cancelWrites(project, task)), events: cancelledEvents(ended) };
  }
  const below = families.flatMap(([, ...others]) => others);
  return {
    ended: [...tops, ...below],
    writes: [
      ...tops.flatMap((top) => failWrites(project, top, failed)),
      ...below.flatMap((task) => cancelWrites(project, task)),
    ],
    events: [...closedApprovals(tops), ...cancelledEvents(below)],
  };
};

/**
 * A task and all live ones below it, the top first. An asked task's id is younger than its asker's, and a query reads in
 * the order of ids: whoever is read as waiting is followed by the task it waits for. The wake in each write's condition
 * says that it waits for this one still.
 */
export const familyOf = (tasks: Task[], top: Task): Task[] => [
  top,
  ...tasks
    .filter(({ parent, state }) => parent === top.task_id && !isFinal(state))
    .flatMap((child) => familyOf(tasks, child)),
];

/** The live tasks below no other live one: with what is below them, all that live. */
export const topsOf = (tasks: Task[]): Task[] => {
  const live = tasks.filter(({ state }) => !isFinal(state));
  const ids = new Set(live.map(({ task_id }) => task_id));
  return live.filter(({ parent }) => parent === undefined || !ids.has(parent));
};

/** Adds what the end of live tasks changes in their agents' lanes. */
export const leaveLanes = (changes: LaneChanges, ended: Task[]): LaneChanges => {
  for (const task of ended) {
    const { agent_key, state, gone } = task;
    if (holdsSlot(task)) changes.add(agent_key, { leaves: { from: 'slot', task: task.task_id }, ended: 1 });
    else if (state === 'queued') changes.add(agent_key, { leaves: { from: 'queue', task: laneTask(task) }, ended: 1 });
    else if (!gone) changes.add(agent_key, { ended: 1 });
  }
  return changes;
};
