import { type Clock, isoTime, systemClock } from '../../../core/clock.ts';
import { Defect } from '../../../core/errors.ts';
import { appendWrites, type LogEnd, type NewEvent, readEnd } from '../../../events/index.ts';
import { findSessionState, messageCreated, messageItem } from '../../../sessions/index.ts';
import { due, packText, projectKeys, runKeys, transact, type Write } from '../../../store/index.ts';
import { type Spent, usageWrite } from '../../../usage/index.ts';
import { LaneChanges, readLaneAndHead } from '../../lanes/changes.ts';
import { handSessionOver, hintNext, joinNext, nextStarted, readNextRun } from '../../lanes/session-hand-over.ts';
import { hint } from '../../messages/hints.ts';
import { afterCommit, started, untilDecided } from '../../messages/transition.ts';
import { failureWrite, findHealth, type Health, recoveryWrite } from '../../records/health.ts';
import type { Run, RunError } from '../../records/run.ts';
import { runCompleted } from '../../records/run-events.ts';
import { RETRY_BASE } from '../../records/timing.ts';
import { type Claim, fence, mine, stillMine } from '../../work/claim.ts';

type Usage = NonNullable<Run['usage']>;

/** How a run of one task ends. */
export type RunEnding =
  | { state: 'completed'; answer: string; agentId: string; usage: Usage; unremembered: boolean }
  | { state: 'failed'; error: RunError; usage?: Usage; agentAtFault?: boolean };

/**
 * Ends a task and its run in one transaction: message, usage, the slot's next task, the session's next run, and the
 * `run_completed` event. `false`: the task is no longer this worker's, and nothing was written.
 */
export const finishRun = async (
  claim: Claim,
  ending: RunEnding,
  { expectedEnd, clock = systemClock }: { expectedEnd?: LogEnd | undefined; clock?: Clock | undefined } = {},
): Promise<boolean> => {
  const { project, task } = claim;
  const text =
    ending.state === 'completed' ? await packText(project, { id: task.answer_id, text: ending.answer }) : undefined;
  let end = expectedEnd;
  return untilDecided(async () => {
    const now = clock.now();
    const [session, lane, health, logEnd] = await Promise.all([
      findSessionState(project, task.session_id),
      readLaneAndHead(project, task.agent_key),
      findHealth(project, task.agent_key),
      end ?? readEnd(project, task.session_id),
    ]);
    if (!session) throw new Defect('A live run has no session.');
    const next = session.queued > 0 ? await readNextRun(project, task.session_id) : undefined;
    end = undefined;
    const changes = new LaneChanges().add(task.agent_key, { leaves: { from: 'slot' }, ended: 1 });
    joinNext(changes, next);
    const lanes = await changes.moves(project, now, new Map([[task.agent_key, lane]]));
    const over = handSessionOver(project, session, {
      ending: task.run_id,
      next,
      moves: lanes.moves,
      now,
      newMessages: text ? 1 : 0,
    });
    const events = [...endingEvents(claim, ending, now), ...nextStarted(next)];
    const appended = appendWrites(project, task.session_id, { end: logEnd, events, now });
    const outcome = await transact([
      endTaskWrite(claim, ending, now),
      endRunWrite(claim, ending, now),
      ...(text && ending.state === 'completed'
        ? [
            {
              put: messageItem(project, {
                id: task.answer_id,
                session: task.session_id,
                role: 'assistant',
                text,
                run: task.run_id,
                agent: ending.agentId,
                now,
              }),
            },
          ]
        : []),
      usageWrite(project, task.agent_key, spentBy(claim, ending, now), now),
      ...healthWrites(claim, ending, { health, now }),
      ...lanes.writes,
      ...over.writes,
      ...appended.writes,
    ]);
    if (outcome.ok) {
      const starts = [...lanes.starts.map(started), ...over.starts];
      await Promise.all([
        afterCommit({ project, starts, session: task.session_id, events: appended.events }),
        hintNext(project, next),
        // The lane has admitted tasks but an empty queue: a ready task of a plan may be waiting for this slot.
        lane.lane.waiting === 0 && lane.lane.live > lane.lane.running && hint(project, { kind: 'places' }),
      ]);
      return { done: true };
    }
    return (await stillMine(claim)) ? 'again' : { done: false };
  });
};

const spentBy = ({ task }: Claim, ending: RunEnding, now: number): Spent => ({
  ...(ending.usage && { usage: ending.usage }),
  failed: ending.state === 'failed',
  milliseconds: now - task.created_at,
});

/** Failures caused by the agent itself, such as a model that does not exist, count until a run succeeds. */
export const healthWrites = (
  { project, task }: Claim,
  ending: RunEnding,
  { health, now }: { health: Health | undefined; now: number },
): Write[] => {
  if (ending.state === 'failed') {
    return ending.agentAtFault
      ? [failureWrite(project, task.agent_key, { before: health, error_code: ending.error.error_code, now })]
      : [];
  }
  return (health?.failures ?? 0) > 0 ? [recoveryWrite(project, task.agent_key, now)] : [];
};

const endTaskWrite = ({ project, task }: Claim, ending: RunEnding, now: number): Write => {
  const key = runKeys.task(project, task.run_id, task.task_id);
  if (ending.state === 'completed' && ending.unremembered) {
    return {
      key,
      update:
        'SET #state = :ended, #unremembered = :yes, #due_at = :due_at, #due_shard = :due_shard REMOVE #lease_until',
      when: mine,
      values: { ...fence(task), ended: ending.state, yes: true, ...due(key, now + RETRY_BASE) },
    };
  }
  return {
    key,
    update: 'SET #state = :ended REMOVE #lease_until, #due_at, #due_shard',
    when: mine,
    values: { ...fence(task), ended: ending.state },
  };
};

const endRunWrite = ({ project, task }: Claim, ending: RunEnding, now: number): Write => ({
  key: projectKeys.run(project, task.run_id),
  update: `SET #state = :ended, #ended_at = :now${ending.usage ? ', #usage = :usage' : ''}${ending.state === 'failed' ? ', #error = :error' : ''}`,
  when: '#state = :running',
  values: {
    running: 'running',
    ended: ending.state,
    now,
    usage: ending.usage,
    error: ending.state === 'failed' ? ending.error : undefined,
  },
});

const endingEvents = ({ task }: Claim, ending: RunEnding, now: number): NewEvent[] => {
  const ids = { run_id: task.run_id, task_id: task.task_id };
  if (ending.state === 'failed') {
    return [
      { event_type: 'error', payload: { run_id: task.run_id, ...ending.error, timestamp: isoTime(now) } },
      { event_type: 'task_failed', payload: { ...ids, ...ending.error } },
      runCompleted(task.run_id, 'failed', { error: ending.error }),
    ];
  }
  return [
    messageCreated({
      id: task.answer_id,
      role: 'assistant',
      content: ending.answer,
      run: task.run_id,
      agent: ending.agentId,
      now,
    }),
    { event_type: 'task_completed', payload: { ...ids, usage: ending.usage } },
    runCompleted(task.run_id, 'completed'),
  ];
};
