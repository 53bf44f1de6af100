import { type Clock, systemClock } from '../../../core/clock.ts';
import { Conflict, NotFound } from '../../../core/errors.ts';
import type { ProjectScope } from '../../../core/scope.ts';
import { appendWrites, readEnd } from '../../../events/index.ts';
import { findSessionState } from '../../../sessions/index.ts';
import { projectKeys, sessionKeys, transact } from '../../../store/index.ts';
import { LaneChanges } from '../../lanes/changes.ts';
import { handSessionOver, hintNext, joinNext, nextStarted, readNextRun } from '../../lanes/session-hand-over.ts';
import { afterCommit, started, untilDecided } from '../../messages/transition.ts';
import { findRun } from '../../records/find-run.ts';
import { isFinal } from '../../records/items.ts';
import { hasOneTask, type Run } from '../../records/run.ts';
import { runCompleted } from '../../records/run-events.ts';
import { listTasks } from '../../records/tasks.ts';
import { type EndedFamilies, endFamilies, leaveLanes, topsOf } from '../family/family.ts';
import { beginCancel, cancelPlan } from './plan.ts';

/**
 * Cancels a run, queued or running, with its task; the session goes to the next run in the same transaction, and the old
 * worker's next write fails. A plan has too many tasks for one transaction: it becomes `cancelling`, and its tasks
 * stop afterwards. A run that has ended stays as it is: 409, except that a cancelled one is simply returned.
 */
export const cancelRun = async (project: ProjectScope, id: string, clock: Clock = systemClock): Promise<Run> =>
  untilDecided(async () => {
    const run = await findRun(project, id);
    if (!run) throw new NotFound('There is no such run.');
    if (run.state === 'cancelled' || run.state === 'cancelling') return { done: run };
    if (isFinal(run.state)) throw new Conflict(`The run has ended already: it is ${run.state}.`);
    const now = clock.now();
    if (run.mode === 'orchestrated' && run.state === 'running') {
      return (await beginCancel(project, run, { now })) ? { done: { ...run, state: 'cancelling' } } : 'again';
    }
    const tasks = await listTasks(project, id);
    const families = endFamilies(project, tasks, { tops: topsOf(tasks) });
    if (families.ended.length === 0 && hasOneTask(run)) return 'again';
    const done =
      run.state === 'queued'
        ? await cancelQueued(project, run, { families, now })
        : await cancelRunning(project, run, { families, now });
    return done ? { done: { ...run, state: 'cancelled', ended_at: now } } : 'again';
  });

/** Cancels a run that should be gone, with all of its tasks; one that has ended in the meantime needs nothing. */
export const cancelIfLive = async (project: ProjectScope, run: string, clock: Clock): Promise<void> => {
  try {
    const { state } = await cancelRun(project, run, clock);
    if (state === 'cancelling') await cancelPlan(project, run, clock);
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof NotFound)) throw error;
  }
};

const endOf = (run: Run, { events }: EndedFamilies) => [...events, runCompleted(run.run_id, 'cancelled')];

const stateAsRead = '#state = :as_read';

const cancelRunItem = (project: ProjectScope, run: Run, now: number) => ({
  key: projectKeys.run(project, run.run_id),
  update: 'SET #state = :cancelled, #ended_at = :now',
  when: stateAsRead,
  values: { cancelled: 'cancelled', as_read: run.state, now },
});

const cancelRunning = async (
  project: ProjectScope,
  run: Run,
  { families, now }: { families: EndedFamilies; now: number },
): Promise<boolean> => {
  const session = await findSessionState(project, run.session_id);
  if (!session || session.active !== run.run_id) return false;
  const [next, end] = await Promise.all([
    session.queued > 0 ? readNextRun(project, run.session_id) : undefined,
    readEnd(project, run.session_id),
  ]);
  const changes = leaveLanes(new LaneChanges(), families.ended);
  joinNext(changes, next);
  const lanes = await changes.moves(project, now);
  const over = handSessionOver(project, session, { ending: run.run_id, next, moves: lanes.moves, now });
  const events = [...endOf(run, families), ...nextStarted(next)];
  const appended = appendWrites(project, run.session_id, { end, events, now });
  const outcome = await transact([
    cancelRunItem(project, run, now),
    ...families.writes,
    ...lanes.writes,
    ...over.writes,
    ...appended.writes,
  ]);
  if (!outcome.ok) return false;
  const starts = [...lanes.starts.map(started), ...over.starts];
  await afterCommit({ project, starts, session: run.session_id, events: appended.events });
  await hintNext(project, next);
  return true;
};

const cancelQueued = async (
  project: ProjectScope,
  run: Run,
  { families, now }: { families: EndedFamilies; now: number },
): Promise<boolean> => {
  const changes = leaveLanes(new LaneChanges(), families.ended);
  const [lanes, end] = await Promise.all([changes.moves(project, now), readEnd(project, run.session_id)]);
  const appended = appendWrites(project, run.session_id, { end, events: endOf(run, families), now });
  const outcome = await transact([
    cancelRunItem(project, run, now),
    ...families.writes,
    { remove: sessionKeys.queuedRun(project, run.session_id, run.run_id, run.urgent), when: 'attribute_exists(#pk)' },
    {
      key: sessionKeys.state(project, run.session_id),
      update: 'SET #queued = #queued - :one',
      when: 'attribute_exists(#pk)',
      values: { one: 1 },
    },
    ...lanes.writes,
    ...appended.writes,
  ]);
  if (!outcome.ok) return false;
  await afterCommit({ project, starts: [], session: run.session_id, events: appended.events });
  return true;
};
