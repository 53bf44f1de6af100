import { type Clock, systemClock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { log } from '../../observability/log.ts';
import { due, runKeys, updateItem } from '../../store/index.ts';
import { started, untilDecided } from '../messages/transition.ts';
import { sendTask } from '../messages/work-message.ts';
import type { Task } from '../records/items.ts';
import { laneTask } from '../records/lane.ts';
import { MAX_REMINDERS, MAX_RESEND_DELAY, RESEND_AFTER } from '../records/timing.ts';
import { findTask } from './claim.ts';
import { rejoinLane } from './rejoin.ts';

/** Resumes a due task, whatever it waits for. Called by timers and the sweeper; repeatable. */
export const redriveTask = async (
  project: ProjectScope,
  { run, id }: { run: string; id: string },
  clock: Clock = systemClock,
): Promise<void> => {
  const task = await findTask(project, run, id);
  if (!task || (task.due_at ?? Number.POSITIVE_INFINITY) > clock.now()) return;
  if (task.state === 'dispatched') await resend(project, task, clock);
  else if (task.state === 'running') await endLease(project, task, clock);
  else if (task.state === 'waiting' && task.why === 'retry') await wakeRetry(project, task, clock);
  else if (task.unremembered) await remindWorker(project, task, clock);
};

const stillUnclaimed = '#state = :dispatched and #wake = :wake';

/** A message that may be lost is sent again, and once more after twice the time. */
const resend = async (project: ProjectScope, task: Task, clock: Clock): Promise<void> => {
  await sendTask(project, laneTask(task));
  const key = runKeys.task(project, task.run_id, task.task_id);
  const again = Math.min(MAX_RESEND_DELAY, RESEND_AFTER * 2 ** (1 + (task.resends ?? 0)));
  await updateItem(key, 'SET #due_at = :due_at ADD #resends :one', {
    when: stillUnclaimed,
    values: { dispatched: 'dispatched', wake: task.wake, due_at: clock.now() + again, one: 1 },
  });
};

const leaseIsOver = '#state = :running and #epoch = :epoch and #lease_until < :now';

/** Replaces a worker that is gone or too slow. The task keeps its slot. */
const endLease = async (project: ProjectScope, task: Task, clock: Clock): Promise<void> => {
  const key = runKeys.task(project, task.run_id, task.task_id);
  const now = clock.now();
  const outcome = await updateItem(
    key,
    'SET #state = :dispatched, #wake = #wake + :one, #epoch = #epoch + :one, #due_at = :due_at, #broken_off = :yes REMOVE #lease_until',
    {
      when: leaseIsOver,
      values: {
        running: 'running',
        dispatched: 'dispatched',
        yes: true,
        epoch: task.epoch,
        one: 1,
        now,
        due_at: now + RESEND_AFTER,
      },
    },
  );
  if (outcome.ok) await sendTask(project, started(laneTask(task)));
};

const wakeRetry = (project: ProjectScope, task: Task, clock: Clock): Promise<void> =>
  untilDecided(async () => {
    if (await rejoinLane(project, task, { rejoining: { why: 'retry' }, now: clock.now() })) return { done: undefined };
    const current = await findTask(project, task.run_id, task.task_id);
    return current?.state === 'waiting' && current.wake === task.wake ? 'again' : { done: undefined };
  });

const stillUnremembered = '#unremembered = :yes';

/**
 * An answer that is not in memory yet: a worker, which can reach the model and the vector store, is asked to put it there.
 * Given up after a dozen attempts, so that a provider without embeddings is not asked for ever.
 */
const remindWorker = async (project: ProjectScope, task: Task, clock: Clock): Promise<void> => {
  const key = runKeys.task(project, task.run_id, task.task_id);
  const goesOn = (task.reminders ?? 0) < MAX_REMINDERS;
  await updateItem(
    key,
    goesOn
      ? 'SET #due_at = :due_at, #due_shard = :due_shard ADD #reminders :one'
      : 'REMOVE #due_at, #due_shard, #unremembered',
    { when: stillUnremembered, values: { yes: true, one: 1, ...due(key, clock.now() + MAX_RESEND_DELAY) } },
  );
  if (goesOn) await sendTask(project, laneTask(task));
  else log.warn('answer never remembered', { run_id: task.run_id, task_id: task.task_id });
};

/** The answer is in memory: this task is no longer due. */
export const markRemembered = async (project: ProjectScope, task: Task): Promise<void> => {
  await updateItem(runKeys.task(project, task.run_id, task.task_id), 'REMOVE #unremembered, #due_at, #due_shard', {
    when: stillUnremembered,
    values: { yes: true },
  });
};
