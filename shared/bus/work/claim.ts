import { type Clock, HOUR, systemClock } from '../../core/clock.ts';
import { type ProjectScope, restored } from '../../core/scope.ts';
import type { LogEnd } from '../../events/index.ts';
import { due, getItem, type Item, runKeys, updateItem } from '../../store/index.ts';
import { endOrphans } from '../end/family/orphans.ts';
import type { WorkMessage } from '../messages/work-message.ts';
import { readTask, type Task } from '../records/items.ts';
import { LEASE, MAX_CLAIMS } from '../records/timing.ts';

/**
 * A task that this worker holds until its lease ends, as last written. `poisoned`: claimed more than MAX_CLAIMS times without a commit.
 * `since`: when this worker began the step that is under way, with its claim or when it had recorded the one before.
 */
export type Claim = { project: ProjectScope; task: Task; poisoned: boolean; since: number };

const thisWake =
  '(#state = :dispatched and #wake = :wake) or (#state = :running and #wake = :wake and #lease_until < :now)';

/**
 * Takes a task for the wake its message names. `undefined`: the message is late or a duplicate, another worker has the
 * task, or nobody waits for it, so the message can be deleted. The scope comes from the stored owner, and only if the message found that item.
 */
export const claimTask = async (message: WorkMessage, clock: Clock = systemClock): Promise<Claim | undefined> => {
  const project = restored(message);
  const key = runKeys.task(project, message.run_id, message.task_id);
  const now = clock.now();
  const lease = now + LEASE;
  const mark = crypto.randomUUID();
  const outcome = await updateItem(
    key,
    'SET #claimed_from = #state, #state = :running, #epoch = #epoch + :one, #claims = #claims + :one, #claimed_by = :mark, #lease_until = :lease, #started_at = if_not_exists(#started_at, :now), #due_at = :due_at, #due_shard = :due_shard REMOVE #resends',
    {
      when: thisWake,
      values: {
        dispatched: 'dispatched',
        running: 'running',
        wake: message.wake,
        now,
        one: 1,
        mark,
        lease,
        ...due(key, lease),
      },
    },
  );
  // A write whose reply was lost is repeated by the SDK and then meets its own mark.
  const item = outcome.ok ? outcome.item : ownClaim(outcome.items[0], mark);
  if (!item) return undefined;
  const task = readTask(item);
  const isAsked = task.parent !== undefined;
  if (isAsked && (await endOrphans(project, task.run_id, clock)).includes(task.task_id)) return undefined;
  return { project, task, poisoned: task.claims > MAX_CLAIMS, since: now };
};

/** Whether a worker before this one was gone, or too slow: what it recorded last it may not have announced. */
export const wasBrokenOff = ({ broken_off, claimed_from }: Task): boolean =>
  broken_off === true || claimed_from === 'running';

const ownClaim = (item: Item | undefined, mark: string): Item | undefined =>
  item?.claimed_by === mark && item.state === 'running' ? item : undefined;

/** How long after a task was made its log's end of then is worth a try: far less than the log's items are kept. */
const LOG_END_KEPT = HOUR;

/**
 * The number the task's first worker expects to be free in the log: what followed the events of its acceptance. It was known
 * before the claim, so the run had not ended at it, and no look at the task is needed before the first append. Whoever claims later
 * reads the log.
 */
export const logEndOf = ({ epoch, log_end, created_at }: Task, clock: Clock = systemClock): LogEnd | undefined =>
  log_end !== undefined && epoch === 1 && clock.now() - created_at < LOG_END_KEPT
    ? { next: log_end, readAt: created_at }
    : undefined;

export const findTask = async (project: ProjectScope, run: string, task: string): Promise<Task | undefined> => {
  const item = await getItem(runKeys.task(project, run, task));
  return item && readTask(item);
};

/** The fence: every write of a worker carries it, so one that lost its lease writes nothing more. */
export const mine = '#state = :running and #epoch = :epoch';

export const fence = (task: Task): { running: 'running'; epoch: number } => ({ running: 'running', epoch: task.epoch });

/** Of an ending with an answer: a client's question is asked first (`noteQuestion`). */
export const noQuestionNoted = '(attribute_not_exists(#questions) or size(#questions) = :none)';

/** A client's question was noted while the model wrote its answer. The task is this worker's still, and has to ask first. */
export class QuestionNoted extends Error {
  override readonly name = 'QuestionNoted';
}

/** After a refused ending: whether to try again. Throws `QuestionNoted` where that would be refused each time. */
export const endsAgain = async (claim: Claim, state: 'completed' | 'failed'): Promise<boolean> => {
  const now = await findTask(claim.project, claim.task.run_id, claim.task.task_id);
  if (now?.state !== 'running' || now.epoch !== claim.task.epoch) return false;
  if (state === 'completed' && (now.questions?.length ?? 0) > 0) throw new QuestionNoted();
  return true;
};

export const stillMine = async ({ project, task }: Claim): Promise<boolean> => {
  const now = await findTask(project, task.run_id, task.task_id);
  return now?.state === 'running' && now.epoch === task.epoch;
};
