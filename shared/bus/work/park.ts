import { type Clock, isoTime, systemClock } from '../../core/clock.ts';
import { fullJitter, type Random } from '../../core/jitter.ts';
import { appendWrites, type LogEnd, type NewEvent, readEnd } from '../../events/index.ts';
import { log } from '../../observability/log.ts';
import { sendToTimers } from '../../platform/queues.ts';
import { due, runKeys, transact, updateItem, type Write } from '../../store/index.ts';
import { LaneChanges } from '../lanes/changes.ts';
import { afterCommit, started, untilDecided } from '../messages/transition.ts';
import { sendTask } from '../messages/work-message.ts';
import type { Task } from '../records/items.ts';
import { laneTask } from '../records/lane.ts';
import { MAX_RETRY_DELAY, RESEND_AFTER, RETRY_BASE } from '../records/timing.ts';
import { type Claim, fence, mine, stillMine } from './claim.ts';

/** What a task waits for, and what is written with it. */
export type Parking = {
  why: NonNullable<Task['why']>;
  /** Further attributes of the task: `SET` clauses with their values. */
  set?: string[];
  values?: Record<string, unknown>;
  /** And those that go. */
  remove?: string[];
  /** When the task itself becomes due; without it another item is due that wakes it. */
  at?: number;
  /** What it waits for, in the event `task_waiting` beside `why`. */
  told: Record<string, unknown>;
  /** Further events, after that one. */
  events?: NewEvent[];
  writes?: (now: number) => Write[];
};

/**
 * The task frees its slot and waits; a waiting task costs nothing. The event that tells so is written with it. `false`: the
 * task is no longer this worker's, and nothing was written.
 */
export const parkTask = async (
  claim: Claim,
  parking: Parking,
  { expectedEnd, clock = systemClock }: { expectedEnd?: LogEnd | undefined; clock?: Clock | undefined } = {},
): Promise<boolean> => {
  const { project, task } = claim;
  let end = expectedEnd;
  const refused = async () => ((await stillMine(claim)) ? 'again' : { done: false });
  return untilDecided<boolean>(async () => {
    const now = clock.now();
    const changes = new LaneChanges().add(task.agent_key, { leaves: { from: 'slot', task: task.task_id } });
    const [lanes, logEnd] = await Promise.all([changes.moves(project, now), end ?? readEnd(project, task.session_id)]);
    end = undefined;
    const events = [waiting(task, parking), ...(parking.events ?? [])];
    const appended = appendWrites(project, task.session_id, { end: logEnd, events, now });
    const outcome = await transact([
      waitWrite(claim, parking),
      ...(parking.writes?.(now) ?? []),
      ...lanes.writes,
      ...appended.writes,
    ]);
    if (!outcome.ok) return refused();
    const starts = lanes.starts.map(started);
    await afterCommit({ project, starts, session: task.session_id, events: appended.events });
    return { done: true };
  }, refused);
};

/** For clients: what the task waits for from now on. */
export const waiting = ({ run_id, task_id }: Task, { why, told }: Pick<Parking, 'why' | 'told'>): NewEvent => ({
  event_type: 'task_waiting',
  payload: { run_id, task_id, why: WHY[why], ...told },
});

const WHY: Record<Parking['why'], string> = { retry: 'retry', approval: 'approval', child: 'agent' };

/** The write on the task itself. A commit shows that its worker is alive, so its claims count from zero again. */
export const waitWrite = (
  { project, task }: Claim,
  { why, set = [], values = {}, remove = [], at }: Pick<Parking, 'why' | 'set' | 'values' | 'remove' | 'at'>,
): Write => {
  const key = runKeys.task(project, task.run_id, task.task_id);
  const dueAt = at === undefined ? { remove: ['#due_at', '#due_shard'], set: [] } : { remove: [], set: DUE };
  const assignments = ['#state = :waiting', '#why = :why', '#claims = :none', ...dueAt.set, ...set];
  return {
    key,
    update: `SET ${assignments.join(', ')} REMOVE ${['#lease_until', ...dueAt.remove, ...remove].join(', ')}`,
    when: mine,
    values: { ...fence(task), waiting: 'waiting', why, none: 0, ...(at !== undefined && due(key, at)), ...values },
  };
};

const DUE = ['#due_at = :due_at', '#due_shard = :due_shard'];

/** A temporary failure: exponential back-off with full jitter, at least `after` milliseconds if the other side named it. */
export const parkForRetry = async (
  claim: Claim,
  reason: { error_code: string; after?: number },
  {
    expectedEnd,
    clock = systemClock,
    random = Math.random,
  }: { expectedEnd?: LogEnd | undefined; clock?: Clock | undefined; random?: Random | undefined } = {},
): Promise<boolean> => {
  const { project, task } = claim;
  const wait = Math.max(
    reason.after ?? 0,
    fullJitter(task.failures, { base: RETRY_BASE, cap: MAX_RETRY_DELAY, random }),
  );
  const at = clock.now() + wait;
  const parking: Parking = {
    why: 'retry',
    at,
    set: ['#failures = #failures + :one'],
    values: { one: 1 },
    told: { error_code: reason.error_code, until: isoTime(at) },
  };
  if (!(await parkTask(claim, parking, { expectedEnd, clock }))) return false;
  await sendToTimers(
    { kind: 'task', ...laneTask(task), user_id: project.userId, project_id: project.projectId },
    wait / 1_000,
  ).catch((error: Error) => log.warn('timer not set', { task_id: task.task_id, error }));
  return true;
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
    log.warn('task message not sent', { task_id: task.task_id, error }),
  );
  return true;
};
