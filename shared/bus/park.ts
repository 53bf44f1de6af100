import { type Clock, isoTime, systemClock } from '../core/clock.ts';
import { fullJitter, type Random } from '../core/jitter.ts';
import { appendWrites, type LogEnd, readEnd } from '../events/index.ts';
import { log } from '../observability/log.ts';
import { sendToTimers } from '../platform/queues.ts';
import { due, runKeys, transact, updateItem } from '../store/index.ts';
import { type Claim, fence, mine, stillMine } from './claim.ts';
import { LaneChanges } from './lane-writes.ts';
import { laneTask } from './session-writes.ts';
import { RESEND_AFTER, RETRY_BASE, RETRY_LONGEST } from './timing.ts';
import { afterCommit, sendTask, started, untilDecided } from './transition.ts';

/**
 * A temporary failure: the task waits with exponential back-off and holds no slot meanwhile. `after` (milliseconds) is
 * the least wait, if the other side named one. `false`: the task is no longer this worker's.
 */
export const parkForRetry = async (
  claim: Claim,
  reason: { error_code: string; after?: number },
  belief?: LogEnd,
  clock: Clock = systemClock,
  random: Random = Math.random,
): Promise<boolean> => {
  const { project, task } = claim;
  const key = runKeys.task(project, task.run_id, task.task_id);
  const wait = Math.max(reason.after ?? 0, fullJitter(task.failures, RETRY_BASE, RETRY_LONGEST, random));
  let end = belief;
  return untilDecided(async () => {
    const now = clock.now();
    const at = now + wait;
    const changes = new LaneChanges().add(task.agent_key, { leaves: { from: 'slot' } });
    const [lanes, logEnd] = await Promise.all([changes.moves(project, now), end ?? readEnd(project, task.session_id)]);
    end = undefined;
    const appended = appendWrites(
      project,
      task.session_id,
      logEnd,
      [
        {
          event_type: 'task_waiting',
          payload: {
            run_id: task.run_id,
            task_id: task.task_id,
            why: 'retry',
            error_code: reason.error_code,
            until: isoTime(at),
          },
        },
      ],
      now,
    );
    const outcome = await transact([
      {
        key,
        update:
          'SET #state = :waiting, #why = :retry, #failures = #failures + :one, #claims = :none, #due_at = :due_at, #due_shard = :due_shard REMOVE #lease_until',
        when: mine,
        values: { ...fence(task), waiting: 'waiting', retry: 'retry', one: 1, none: 0, ...due(key, at) },
      },
      ...lanes.writes,
      ...appended.writes,
    ]);
    if (!outcome.ok) return (await stillMine(claim)) ? 'again' : { done: false };
    await afterCommit({
      project,
      starts: lanes.starts.map(started),
      session: task.session_id,
      events: appended.events,
    });
    await sendToTimers(
      { kind: 'task', ...laneTask(task), user_id: project.userId, project_id: project.projectId },
      wait / 1_000,
    ).catch((error: Error) => log.warn('A timer was not set; the sweeper wakes the task.', error));
    return { done: true };
  });
};

/** Hands the task to a fresh worker shortly before this function's time is over. It keeps its slot. */
export const yieldTask = async (claim: Claim, clock: Clock = systemClock): Promise<boolean> => {
  const { project, task } = claim;
  const key = runKeys.task(project, task.run_id, task.task_id);
  const outcome = await updateItem(
    key,
    'SET #state = :dispatched, #wake = #wake + :one, #yields = #yields + :one, #claims = :none, #due_at = :due_at, #due_shard = :due_shard REMOVE #lease_until',
    {
      when: mine,
      values: { ...fence(task), dispatched: 'dispatched', one: 1, none: 0, ...due(key, clock.now() + RESEND_AFTER) },
    },
  );
  if (!outcome.ok) return false;
  await sendTask(project, started(laneTask(task))).catch((error: Error) =>
    log.warn('The successor was not called; the sweeper will.', error),
  );
  return true;
};
