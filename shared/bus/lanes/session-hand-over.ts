import type { ProjectScope } from '../../core/scope.ts';
import type { NewEvent } from '../../events/index.ts';
import type { SessionState } from '../../sessions/index.ts';
import { due, getItem, projectKeys, queryPage, ranges, runKeys, sessionKeys, type Write } from '../../store/index.ts';
import { hint } from '../messages/hints.ts';
import { readTask, type Task } from '../records/items.ts';
import type { LaneTask } from '../records/lane.ts';
import { laneTask } from '../records/lane.ts';
import type { Run } from '../records/run.ts';
import { readQueuedRun, readRun } from '../records/run.ts';
import { runStarted } from '../records/run-events.ts';
import type { LaneChanges } from './changes.ts';
import { joinedTask } from './changes.ts';
import type { LaneMove } from './lane.ts';

/** The run that follows in a session, as read; a plan has no task yet. */
export type NextRun = { run: Run; task: Task | undefined };

/** The oldest queued run of a session, whole. */
export const readNextRun = async (project: ProjectScope, session: string): Promise<NextRun | undefined> => {
  const page = await queryPage({ ...ranges.queuedRuns(project, session), limit: 1 });
  if (!page.items[0]) return undefined;
  const entry = readQueuedRun(page.items[0]);
  const [run, task] = await Promise.all([
    getItem(projectKeys.run(project, entry.run_id)),
    entry.task_id === undefined ? undefined : getItem(runKeys.task(project, entry.run_id, entry.task_id)),
  ]);
  if (!run || (entry.task_id !== undefined && !task)) return undefined;
  return { run: readRun(run), task: task && readTask(task) };
};
/** Adds the next run's task, which needs a slot, to the changes of its lane. */
export const joinNext = (changes: LaneChanges, next: NextRun | undefined): void => {
  if (next?.task) changes.add(next.task.agent_key, { joins: { task: laneTask(next.task), isNew: false } });
};

const thisIsActive = '#active = :run';
const noneQueued = '#queued = :none';

/**
 * Hands the session to the next run, in this transaction, or frees it if none waits. `alsoSet` is what else changes on the
 * session's item, because a transaction names an item once.
 */
export const handSessionOver = (
  project: ProjectScope,
  session: Pick<SessionState, 'session_id'>,
  {
    ending,
    next,
    moves,
    now,
    newMessages = 0,
  }: {
    ending: string;
    next: NextRun | undefined;
    moves: Map<string, LaneMove>;
    now: number;
    newMessages?: number | undefined;
  },
): { writes: Write[]; starts: LaneTask[] } => {
  const key = sessionKeys.state(project, session.session_id);
  const values = { run: ending, none: 0, one: 1, now, messages: newMessages };
  const set = 'SET #updated_at = :now, #message_count = #message_count + :messages';
  if (!next) {
    const write = { key, update: `${set} REMOVE #active`, when: `${thisIsActive} and ${noneQueued}`, values };
    return { writes: [write], starts: [] };
  }
  const joined = (next.task && moves.get(next.task.agent_key)?.joined) ?? 'queued';
  const task = next.task && laneTask(next.task);
  return {
    writes: [
      {
        key,
        update: `${set}, #active = :next, #queued = #queued - :one`,
        when: thisIsActive,
        values: { ...values, next: next.run.run_id },
      },
      {
        remove: sessionKeys.queuedRun(project, session.session_id, next.run.run_id, next.run.urgent),
        when: 'attribute_exists(#pk)',
      },
      startRun(project, next.run, now),
      ...(task ? [joinHeldTask(project, task, { joined, now })] : []),
    ],
    starts: task && joined === 'dispatched' ? [{ ...task, wake: task.wake + 1 }] : [],
  };
};

const runStillQueued = '#state = :queued';

/** A plan is due at once: its execution is yet to be started. */
const startRun = (project: ProjectScope, { run_id, mode }: Run, now: number): Write => {
  const key = projectKeys.run(project, run_id);
  const isPlan = mode === 'orchestrated';
  return {
    key,
    update: `SET #state = :running, #started_at = :now${isPlan ? ', #due_at = :due_at, #due_shard = :due_shard' : ''}`,
    when: runStillQueued,
    values: { running: 'running', queued: 'queued', now, ...due(key, now) },
  };
};

/** The events of the run that follows. */
export const nextStarted = (next: NextRun | undefined): NewEvent[] =>
  next ? [runStarted(next.run.run_id, next.run.mode)] : [];

/** After the commit: has the plan that follows started. */
export const hintNext = async (project: ProjectScope, next: NextRun | undefined): Promise<void> => {
  if (next?.run.mode === 'orchestrated') await hint(project, { kind: 'run', run_id: next.run.run_id });
};

const taskStillHeld = '#state = :held';

const joinHeldTask = (
  project: ProjectScope,
  task: LaneTask,
  { joined, now }: { joined: 'dispatched' | 'queued'; now: number },
): Write => {
  const attributes = joinedTask(project, task, { joined, now });
  const names = Object.keys(attributes);
  return {
    key: runKeys.task(project, task.run_id, task.task_id),
    update: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
    when: taskStillHeld,
    values: { ...attributes, held: 'held' },
  };
};
