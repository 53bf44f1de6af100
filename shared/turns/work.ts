import { agentId, findVersion, type StoredAgent } from '../agents/index.ts';
import {
  answersSession,
  type Claim,
  claimTask,
  finishChild,
  finishRun,
  idsOf,
  keepLease,
  logEndOf,
  MAX_YIELDS,
  parkForRetry,
  QuestionNoted,
  type RunEnding,
  type RunError,
  stillMine,
  type Task,
  type WorkMessage,
  YIELD_BEFORE,
  yieldTask,
} from '../bus/index.ts';
import { Forbidden } from '../core/errors.ts';
import { EventWriter, LeaseLost, type NewEvent, push } from '../events/index.ts';
import { log } from '../observability/log.ts';
import { dispatchAndSettle, finishPlanTask } from '../plans/index.ts';
import { rememberDeferred } from './deferred-memory.ts';
import { leavesMemory, rememberFailure } from './failed-memory.ts';
import { turnFailureOf } from './failure.ts';
import { forgetAnswer, forgetIfOver, rememberInTime } from './memory.ts';
import { takeTurn } from './turn.ts';

/** Aborts with this in a worker whose function has little time left. */
class TimeIsShort extends Error {
  override readonly name = 'TimeIsShort';
}

/** `remaining` returns how many milliseconds the function still has; `build` works on a claimed task that is a build's. */
export type Worker = { remaining(): number; build(claim: Claim): Promise<void> };

/**
 * Works on the task a message names: claim, turn, end. Returns when there is nothing left to do for this message, also if
 * another worker has the task. Throws only if the store cannot be reached: then the message is delivered again.
 */
export const workOn = async (message: WorkMessage, worker: Worker): Promise<void> => {
  const claim = await claimTask(message);
  if (!claim) return rememberDeferred(message);
  if (claim.task.build !== undefined) return worker.build(claim);
  if (claim.poisoned) {
    await fail(claim, {
      error: {
        error_code: 'worker_died',
        detail: 'No answer could be produced: its worker died repeatedly.',
      },
    });
    return;
  }
  const agent = await findVersion(claim.project, claim.task.agent_key, claim.task.agent_version);
  if (!agent) {
    await fail(claim, {
      error: { error_code: 'agent_unavailable', detail: 'The agent was deleted before it could answer.' },
    });
    return;
  }
  await runTurn(claim, agent, worker);
};

const runTurn = async (claim: Claim, agent: StoredAgent, worker: Worker): Promise<void> => {
  const { project, task } = claim;
  const lease = keepLease(claim);
  const recalled: string[] = [];
  const short = new AbortController();
  const alarm = setTimeout(() => short.abort(new TimeIsShort()), Math.max(0, worker.remaining() - YIELD_BEFORE));
  const writer = new EventWriter({
    project,
    session: task.session_id,
    stillMine: () => stillMine(claim),
    end: logEndOf(task),
    alone: answersSession(task),
    onAppended: (events) => push(project, task.session_id, events),
  });
  try {
    writer.emit({
      event_type: 'task_started',
      payload: { ...idsOf(task), agent_id: agentId(project, agent), attempt: task.epoch },
    });
    const ending = await takeTurn({
      claim,
      agent,
      writer,
      recalled,
      signal: AbortSignal.any([lease.signal, short.signal]),
    });
    if (ending === 'lost') return;
    if (ending === 'parked') return await passOn(claim);
    const before = await restOf(writer, task);
    await finish(claim, ending, { writer, before });
  } catch (error) {
    await settle(claim, { error, writer, recalled, signals: [lease.signal, short.signal] });
  } finally {
    clearTimeout(alarm);
    lease.stop();
    writer.stop();
  }
};

/** Handles a failed turn: the task goes to a successor, waits for a retry, or fails for good. */
const settle = async (
  claim: Claim,
  {
    error,
    writer,
    recalled,
    signals,
  }: { error: unknown; writer: EventWriter; recalled: string[]; signals: AbortSignal[] },
): Promise<void> => {
  const aborted = signals.find(({ aborted }) => aborted)?.reason as unknown;
  if (writer.lost || error instanceof LeaseLost || aborted instanceof LeaseLost) return;
  if (error instanceof QuestionNoted) {
    await writer.flush();
    await forgetAnswer(claim);
    await yieldTask(claim);
    return;
  }
  if (aborted instanceof TimeIsShort) {
    await flushed(writer);
    if (claim.task.yields < MAX_YIELDS) {
      await yieldTask(claim);
      return;
    }
    await fail(claim, {
      error: { error_code: 'model_timeout', detail: 'The model took too long to answer.' },
      writer,
      recalled,
    });
    return;
  }
  log.warn('turn failed', { error: error as Error });
  // Whatever was broken off by it, a locked account is the reason.
  const failure = turnFailureOf(aborted instanceof Forbidden ? aborted : error, claim.task);
  await flushed(writer);
  if (failure.retry) {
    await parkForRetry(claim, failure, { expectedEnd: writer.end });
    await passOn(claim);
  } else await fail(claim, { error: failure.error, writer, recalled, agentAtFault: failure.agentAtFault });
};

/** What was said before the failure stays in the log: a successor repeats no result of a tool. */
const flushed = (writer: EventWriter): Promise<void> =>
  writer.flush().catch(() => log.info('unsent events of a failed turn dropped'));

const fail = async (
  claim: Claim,
  {
    error,
    writer,
    recalled,
    agentAtFault = false,
  }: { error: RunError; writer?: EventWriter | undefined; recalled?: string[]; agentAtFault?: boolean | undefined },
): Promise<void> => {
  const ending: RunEnding = { state: 'failed', error, agentAtFault };
  if (leavesMemory(claim, ending)) await rememberInTime(() => rememberFailure(claim, error, recalled));
  await finish(claim, ending, { writer });
};

/** A waiting task of a plan has freed its agent's slot: another task of the plan may take it. */
const passOn = async ({ project, task }: Claim): Promise<void> => {
  if (task.round !== undefined) await dispatchAndSettle(project.user);
};

/** The worker's events: `before` are those that the ending has to append. */
type Told = { writer?: EventWriter | undefined; before?: NewEvent[] };

/** The end of a run takes the last of its events along; where the run goes on, they are appended first. */
const restOf = async (writer: EventWriter, task: Task): Promise<NewEvent[]> => {
  if (answersSession(task)) return writer.rest();
  await writer.flush();
  return [];
};

/** A direct task ends its run; a plan's task ends its part; a child task returns its answer to its parent. */
const finish = async (claim: Claim, ending: RunEnding, { writer, before }: Told = {}): Promise<void> => {
  const { parent, round } = claim.task;
  if (round !== undefined) {
    const finished = await finishPlanTask(claim, ending);
    if (!finished && leavesMemory(claim, ending)) await forgetIfOver(claim);
  } else if (answersSession(claim.task)) {
    const finished = await finishRun(claim, ending, { before, expectedEnd: writer?.end });
    if (!finished && leavesMemory(claim, ending)) await forgetIfOver(claim);
  }
  if (parent !== undefined) await finishChild(claim, { parentId: parent, ending });
};
