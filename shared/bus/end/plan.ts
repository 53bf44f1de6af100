import type { Clock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { appendWrites, type NewEvent, readEnd } from '../../events/index.ts';
import { findSessionState, messageCreated, messageItem } from '../../sessions/index.ts';
import { due, packText, projectKeys, transact, type Write } from '../../store/index.ts';
import { LaneChanges } from '../lanes/changes.ts';
import { handSessionOver, hintNext, joinNext, nextStarted, readNextRun } from '../lanes/session-hand-over.ts';
import { afterCommit, started, TornRead, unlessTorn } from '../messages/transition.ts';
import type { Run, RunError } from '../records/run.ts';
import { runCompleted } from '../records/run-events.ts';
import { approvalClosed, closeApproval } from './family/writes.ts';

/** How a plan's run ends. */
export type PlanEnding = {
  state: 'completed' | 'partial' | 'failed' | 'cancelled';
  answer?: string;
  error?: RunError;
  usage?: Run['usage'];
  /** Whether its executions have to be stopped. */
  cleanup: boolean;
  /** A condition on the run, with its values. */
  when: string;
  values: Record<string, unknown>;
  writes?: Write[];
};

/**
 * Ends a plan's run in one transaction: its outcome, the answer, the session's next run and `run_completed`. `false`: the
 * condition does not hold, or something has changed since it was read.
 */
export const endPlan = (project: ProjectScope, run: Run, how: { ending: PlanEnding; clock: Clock }): Promise<boolean> =>
  unlessTorn(() => endOnce(project, run, how));

const endOnce = async (
  project: ProjectScope,
  run: Run,
  { ending, clock }: { ending: PlanEnding; clock: Clock },
): Promise<boolean> => {
  const now = clock.now();
  const text =
    ending.answer === undefined
      ? undefined
      : await packText(project, { id: run.answer_id, session: run.session_id, text: ending.answer });
  const [session, end] = await Promise.all([
    findSessionState(project, run.session_id),
    readEnd(project, run.session_id),
  ]);
  if (!session) throw new TornRead('A live run has no session.');
  const next = session.queued > 0 ? await readNextRun(project, run.session_id) : undefined;
  const changes = new LaneChanges();
  joinNext(changes, next);
  const lanes = await changes.moves(project, now);
  const over = handSessionOver(project, session, {
    ending: run.run_id,
    next,
    moves: lanes.moves,
    now,
    newMessages: text ? 1 : 0,
  });
  const message = { id: run.answer_id, session: run.session_id, role: 'assistant' as const, run: run.run_id, now };
  const events: NewEvent[] = [
    ...(ending.answer === undefined ? [] : [messageCreated({ ...message, content: ending.answer })]),
    ...(run.approval === undefined ? [] : [approvalClosed(run.approval, run.run_id)]),
    ...(ending.error ? [{ event_type: 'error' as const, payload: { run_id: run.run_id, ...ending.error } }] : []),
    runCompleted(run.run_id, ending.state, ending.error && { error: ending.error }),
    ...nextStarted(next),
  ];
  const appended = appendWrites(project, run.session_id, { end, events, now });
  const outcome = await transact([
    endRun(project, run, { ending, now }),
    ...(text ? [{ put: messageItem(project, { ...message, text }) }] : []),
    ...(ending.writes ?? []),
    // Refused if a decision came first; then everything is read again.
    ...(run.approval === undefined ? [] : [closeApproval(project, run.approval)]),
    ...lanes.writes,
    ...over.writes,
    ...appended.writes,
  ]);
  if (!outcome.ok) return false;
  const starts = [...lanes.starts.map(started), ...over.starts];
  await Promise.all([
    afterCommit({ project, starts, session: run.session_id, events: appended.events }),
    hintNext(project, next),
  ]);
  return true;
};

const endRun = (project: ProjectScope, run: Run, { ending, now }: { ending: PlanEnding; now: number }): Write => {
  const key = projectKeys.run(project, run.run_id);
  const set = {
    state: ending.state,
    ended_at: now,
    ...(ending.usage && { usage: ending.usage }),
    ...(ending.error && { error: ending.error }),
    ...(ending.cleanup && { cleanup: true, ...due(key, now) }),
  };
  const names = Object.keys(set);
  return {
    key,
    update: `SET ${names.map((name) => `#${name} = :to_${name}`).join(', ')} REMOVE #approval, #ends_as${ending.cleanup ? '' : ', #due_at, #due_shard'}`,
    when: ending.when,
    values: {
      ...Object.fromEntries(names.map((name) => [`to_${name}`, set[name as keyof typeof set]])),
      ...ending.values,
    },
  };
};
