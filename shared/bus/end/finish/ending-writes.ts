import { isoTime } from '../../../core/clock.ts';
import type { NewEvent } from '../../../events/index.ts';
import { messageCreated } from '../../../sessions/index.ts';
import { due, projectKeys, runKeys, type Write } from '../../../store/index.ts';
import type { Spent } from '../../../usage/index.ts';
import { failureWrite, type Health, recoveryWrite } from '../../records/health.ts';
import type { Run, RunError } from '../../records/run.ts';
import { runCompleted } from '../../records/run-events.ts';
import { RETRY_BASE } from '../../records/timing.ts';
import type { Claim } from '../../work/claim.ts';
import { fence, mine, noQuestionNoted } from '../../work/claim.ts';

export type Usage = NonNullable<Run['usage']>;

/** How a run of one task ends. */
export type RunEnding =
  | {
      state: 'completed';
      answer: string;
      agentId: string;
      usage: Usage;
      unremembered: boolean;
      /** Sentences for the person about what the answer had to do without. */
      notices?: string[];
    }
  | { state: 'failed'; error: RunError; usage?: Usage; agentAtFault?: boolean };

export const spentBy = ({ task }: Claim, ending: RunEnding, now: number): Spent => ({
  ...(ending.usage && { usage: ending.usage }),
  failed: ending.state === 'failed',
  milliseconds: now - task.created_at,
  ...(task.started_at !== undefined && { waited: task.started_at - task.created_at }),
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

export const endTaskWrite = ({ project, task }: Claim, ending: RunEnding, now: number): Write => {
  const key = runKeys.task(project, task.run_id, task.task_id);
  const values = { ...fence(task), ended: ending.state, none: 0 };
  // A failure waits for no question.
  const when = ending.state === 'completed' ? `${mine} and ${noQuestionNoted}` : mine;
  if (ending.state === 'completed' && ending.unremembered) {
    return {
      key,
      update:
        'SET #state = :ended, #unremembered = :yes, #due_at = :due_at, #due_shard = :due_shard REMOVE #lease_until',
      when,
      values: { ...values, yes: true, ...due(key, now + RETRY_BASE) },
    };
  }
  return {
    key,
    update: 'SET #state = :ended REMOVE #lease_until, #due_at, #due_shard',
    when,
    values,
  };
};

const noticesOf = (ending: RunEnding): string[] | undefined =>
  ending.state === 'completed' ? ending.notices : undefined;

const runStillRuns = '#state = :running';

export const endRunWrite = ({ project, task }: Claim, ending: RunEnding, now: number): Write => ({
  key: projectKeys.run(project, task.run_id),
  update: `SET #state = :ended, #ended_at = :now${ending.usage ? ', #usage = :usage' : ''}${ending.state === 'failed' ? ', #error = :error' : ''}${noticesOf(ending) ? ', #notices = :notices' : ''}`,
  when: runStillRuns,
  values: {
    running: 'running',
    ended: ending.state,
    now,
    usage: ending.usage,
    error: ending.state === 'failed' ? ending.error : undefined,
    notices: noticesOf(ending),
  },
});

export const endingEvents = ({ task }: Claim, ending: RunEnding, now: number): NewEvent[] => {
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
