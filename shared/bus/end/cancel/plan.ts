import { type Clock, systemClock } from '../../../core/clock.ts';
import type { ProjectScope } from '../../../core/scope.ts';
import { due, projectKeys, updateItem } from '../../../store/index.ts';
import { hint } from '../../messages/hints.ts';
import { untilDecided } from '../../messages/transition.ts';
import { findRun } from '../../records/find-run.ts';
import type { Run } from '../../records/run.ts';
import { listTasks } from '../../records/tasks.ts';
import { endPlan, type PlanEnding } from '../plan.ts';
import { announceChunk, CANCEL_BATCH_SIZE, cancelChunk, isDrafted, nextTops } from './chunk.ts';

const planRuns = '#state = :running and #mode = :orchestrated';

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
      when: planRuns,
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

const stillCancelling = '#state = :cancelling';

/** `again`: something has changed since it was read. */
const cancelStep = async (
  project: ProjectScope,
  id: string,
  clock: Clock,
): Promise<{ done: 'goes on' | 'over' } | 'again'> => {
  const run = await findRun(project, id);
  if (run?.state !== 'cancelling') return { done: 'over' };
  const tasks = await listTasks(project, id);
  const tops = nextTops(tasks);
  if (tops.length > 0) return (await cancelChunk(project, run, { tasks, tops, clock })) ? { done: 'goes on' } : 'again';
  const silent = tasks.filter((task) => task.announced === false && !isDrafted(task, run)).slice(0, CANCEL_BATCH_SIZE);
  if (silent.length > 0)
    return (await announceChunk(project, run, { tasks: silent, clock })) ? { done: 'goes on' } : 'again';
  const ending: PlanEnding = {
    state: run.ends_as ?? 'cancelled',
    ...(run.error && { error: run.error }),
    cleanup: true,
    when: stillCancelling,
    values: { cancelling: 'cancelling' },
  };
  if (!(await endPlan(project, run, { ending, clock }))) return 'again';
  const { generation = 1 } = run;
  await Promise.all([hint(project, { kind: 'run', run_id: id, generation }), hint(project, { kind: 'places' })]);
  return { done: 'over' };
};
