import type { Clock } from '../../../core/clock.ts';
import type { ProjectScope } from '../../../core/scope.ts';
import { appendWrites, readEnd } from '../../../events/index.ts';
import { runKeys, transact, type Write } from '../../../store/index.ts';
import { LaneChanges } from '../../lanes/changes.ts';
import { afterCommit, started, untilDecided } from '../../messages/transition.ts';
import { findRun } from '../../records/find-run.ts';
import { isFinal, type Task } from '../../records/items.ts';
import { listTasks } from '../../records/tasks.ts';
import { outOfReady, releaseSlots } from '../cancel/chunk.ts';
import { endFamilies, leaveLanes, topsOf } from './family.ts';

/**
 * Ends the tasks of a run that nobody waits for: of a run that has ended, or asked for by a task that waits for them no
 * more. No ending leaves any; data of earlier versions may hold some. Returns their ids. Can be repeated.
 */
export const endOrphans = async (project: ProjectScope, run: string, clock: Clock): Promise<string[]> => {
  const ended: string[] = [];
  for (;;) {
    const family = await untilDecided(() => endOrphan(project, run, clock));
    if (family.length === 0) return ended;
    ended.push(...family.map(({ task_id }) => task_id));
  }
};

const endOrphan = async (project: ProjectScope, run: string, clock: Clock): Promise<{ done: Task[] } | 'again'> => {
  const now = clock.now();
  const [owner, tasks] = await Promise.all([findRun(project, run), listTasks(project, run)]);
  const isOver = owner === undefined || isFinal(owner.state);
  const top = isOver ? topsOf(tasks)[0] : tasks.find((task) => isForsaken(tasks, task));
  if (!top) return { done: [] };
  const { ended, writes, events } = endFamilies(project, tasks, { tops: [top] });
  const lanes = await leaveLanes(new LaneChanges(), ended).moves(project, now);
  // Nothing follows `run_completed` in a session's log.
  const end = isOver ? undefined : await readEnd(project, top.session_id);
  const appended = end && appendWrites(project, top.session_id, { end, events, now });
  const outcome = await transact([
    ...writes,
    ...(isOver ? [] : [stillForsaken(project, top)]),
    ...ended.flatMap((task) => outOfReady(project, task)),
    ...releaseSlots(project, ended),
    ...lanes.writes,
    ...(appended?.writes ?? []),
  ]);
  if (!outcome.ok) return 'again';
  const starts = lanes.starts.map(started);
  await afterCommit({ project, starts, session: top.session_id, events: appended?.events ?? [] });
  return { done: ended };
};

const isForsaken = (tasks: Task[], { task_id, parent, state }: Task): boolean => {
  if (parent === undefined || isFinal(state)) return false;
  const asker = tasks.find((one) => one.task_id === parent);
  return asker?.state !== 'waiting' || asker.child !== task_id;
};

const nobodyWaits = 'attribute_not_exists(#child) or #child <> :child or #state <> :waiting';

/**
 * A query is no snapshot, so a task that was asked for a moment ago looks forsaken:
 *
 *   reader           reads asker: running ................................... reads asked: lives
 *   asker's worker                         asks: asker waits, asked is put
 */
const stillForsaken = (project: ProjectScope, { run_id, parent = '', task_id }: Task): Write => ({
  check: runKeys.task(project, run_id, parent),
  when: nobodyWaits,
  values: { child: task_id, waiting: 'waiting' },
});
