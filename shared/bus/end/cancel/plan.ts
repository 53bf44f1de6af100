import { type Clock, systemClock } from '../../../core/clock.ts';
import type { ProjectScope } from '../../../core/scope.ts';
import { appendWrites, type NewEvent, readEnd } from '../../../events/index.ts';
import {
  due,
  laneKeys,
  projectKeys,
  runKeys,
  transact,
  updateItem,
  userKeys,
  type Write,
} from '../../../store/index.ts';
import { settleLane } from '../../lanes/settings.ts';
import { hint } from '../../messages/hints.ts';
import { afterCommit, untilDecided } from '../../messages/transition.ts';
import { findRun } from '../../records/find-run.ts';
import { isFinal, type Task } from '../../records/items.ts';
import { settledEvent, slotNameOf } from '../../records/plan-tasks.ts';
import type { Run } from '../../records/run.ts';
import { listTasks } from '../../records/tasks.ts';
import { endPlan, type PlanEnding } from '../plan.ts';
import { cancelledEvents, cancelTask, holdsSlot } from './writes.ts';

/** Tasks cancelled in one transaction: with approvals, queue entries, lanes and the log under its hundred items. */
const CANCEL_BATCH_SIZE = 20;

/**
 * Stops the plan: every write of its state machine requires the run to be `running`. Its tasks are cancelled afterwards, in
 * chunks; clients see `running` until the last one has stopped. `false`: the run is no longer running.
 */
export const beginCancel = async (
  project: ProjectScope,
  run: Run,
  { now, ending = { ends_as: 'cancelled' } }: { now: number; ending?: Pick<Run, 'ends_as' | 'error'> | undefined },
): Promise<boolean> => {
  const key = projectKeys.run(project, run.run_id);
  const outcome = await updateItem(
    key,
    `SET #state = :cancelling, #ends_as = :ends_as, #due_at = :due_at, #due_shard = :due_shard${ending.error ? ', #error = :error' : ''}`,
    {
      when: '#state = :running and #mode = :orchestrated',
      values: {
        cancelling: 'cancelling',
        running: 'running',
        orchestrated: 'orchestrated',
        ends_as: ending.ends_as ?? 'cancelled',
        error: ending.error,
        ...due(key, now),
      },
    },
  );
  if (outcome.ok) await hint(project, { kind: 'run', run_id: run.run_id });
  return outcome.ok;
};

/** Completes the cancellation of a plan. Can be repeated from any point, also concurrently. */
export const cancelPlan = async (project: ProjectScope, id: string, clock: Clock = systemClock): Promise<void> => {
  for (;;) {
    const step = await untilDecided(() => cancelStep(project, id, clock));
    if (step === 'over') return;
  }
};

/** `again`: something has changed since it was read. */
const cancelStep = async (
  project: ProjectScope,
  id: string,
  clock: Clock,
): Promise<{ done: 'goes on' | 'over' } | 'again'> => {
  const run = await findRun(project, id);
  if (run?.state !== 'cancelling') return { done: 'over' };
  const tasks = await listTasks(project, id);
  const live = tasks.filter(({ state }) => !isFinal(state)).slice(0, CANCEL_BATCH_SIZE);
  if (live.length > 0) return (await cancelChunk(project, run, { tasks: live, clock })) ? { done: 'goes on' } : 'again';
  const silent = tasks.filter((task) => task.announced === false && !isDrafted(task, run)).slice(0, CANCEL_BATCH_SIZE);
  if (silent.length > 0)
    return (await announceChunk(project, run, { tasks: silent, clock })) ? { done: 'goes on' } : 'again';
  const ending: PlanEnding = {
    state: run.ends_as ?? 'cancelled',
    ...(run.error && { error: run.error }),
    cleanup: true,
    when: '#state = :cancelling',
    values: { cancelling: 'cancelling' },
  };
  if (!(await endPlan(project, run, { ending, clock }))) return 'again';
  const { generation = 1 } = run;
  await Promise.all([hint(project, { kind: 'run', run_id: id, generation }), hint(project, { kind: 'places' })]);
  return { done: 'over' };
};

/** Tasks of a round that was never opened: clients never heard of them. */
const isDrafted = (task: Task, run: Run): boolean => task.round !== undefined && task.round > (run.round ?? 0);

const cancelChunk = async (
  project: ProjectScope,
  run: Run,
  { tasks, clock }: { tasks: Task[]; clock: Clock },
): Promise<boolean> => {
  const now = clock.now();
  const heard = cancelledEvents(tasks.filter((task) => !isDrafted(task, run)));
  const appended =
    heard.length > 0 &&
    appendWrites(project, run.session_id, { end: await readEnd(project, run.session_id), events: heard, now });
  const agents = new Set(tasks.map(({ agent_key }) => agent_key));
  const outcome = await transact([
    ...tasks.flatMap((task) => cancelTask(project, task)),
    ...tasks.flatMap((task) => outOfLists(project, task)),
    ...releaseSlots(project, tasks),
    ...[...agents].flatMap((agent) =>
      leaveLane(project, agent, { tasks: tasks.filter(({ agent_key }) => agent_key === agent), now }),
    ),
    ...(appended ? appended.writes : []),
  ]);
  if (!outcome.ok) return false;
  if (appended) await afterCommit({ project, starts: [], session: run.session_id, events: appended.events });
  // Several slots may be free at once; the lanes are due as well.
  for (const agent of agents) await settleLane(project, agent, clock);
  return true;
};

const outOfLists = (project: ProjectScope, task: Task): Write[] => {
  if (task.state === 'queued') return [{ remove: laneKeys.entry(project, task.agent_key, task.task_id) }];
  return task.state === 'ready' ? [{ remove: userKeys.ready(project.user, task.task_id) }] : [];
};

const releaseSlots = (project: ProjectScope, tasks: Task[]): Write[] => {
  const names = tasks.filter(({ round }) => round !== undefined).map(slotNameOf);
  if (names.length === 0) return [];
  return [{ key: userKeys.planLane(project.user), update: 'DELETE #places :names', values: { names: new Set(names) } }];
};

/** All that a chunk does to one lane, in one update. Its slots are freed without starting queued tasks, so the lane is due. */
const leaveLane = (project: ProjectScope, agent: string, { tasks, now }: { tasks: Task[]; now: number }): Write[] => {
  const counted = tasks.filter(({ gone }) => !gone);
  if (counted.length === 0) return [];
  const key = laneKeys.lane(project, agent);
  const slots = counted.filter(holdsSlot).length;
  const queued = counted.filter(({ state }) => state === 'queued').length;
  return [
    {
      key,
      update: `SET #live = #live - :ended, #running = #running - :slots, #waiting = #waiting - :queued${slots > 0 ? ', #due_at = :due_at, #due_shard = :due_shard' : ''}`,
      when: 'attribute_exists(#pk)',
      values: { ended: counted.length, slots, queued, ...due(key, now) },
    },
  ];
};

const stillSilent = '#announced = :no';

/** Announces tasks that ended by themselves and were not announced yet: before the end of the run. */
const announceChunk = async (
  project: ProjectScope,
  run: Run,
  { tasks, clock }: { tasks: Task[]; clock: Clock },
): Promise<boolean> => {
  const events: NewEvent[] = tasks.map(settledEvent);
  const appended = appendWrites(project, run.session_id, {
    end: await readEnd(project, run.session_id),
    events,
    now: clock.now(),
  });
  const outcome = await transact([
    ...tasks.map(
      (task): Write => ({
        key: runKeys.task(project, run.run_id, task.task_id),
        update: `SET #announced = :yes${task.unremembered ? '' : ' REMOVE #due_at, #due_shard'}`,
        when: stillSilent,
        values: { yes: true, no: false },
      }),
    ),
    ...releaseSlots(project, tasks),
    ...appended.writes,
  ]);
  if (outcome.ok) await afterCommit({ project, starts: [], session: run.session_id, events: appended.events });
  return outcome.ok;
};
