import { findRun, hint, isFinal } from '../../bus/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { log } from '../../observability/log.ts';
import { sendTaskSuccess, stopExecution } from '../../platform/step-functions.ts';
import { due, runKeys, updateItem } from '../../store/index.ts';
import { findRound, type Round } from '../records/items.ts';
import { isDrawnUp } from '../records/stage.ts';
import { MAX_UNANSWERED_SIGNALS, WATCH_INTERVAL } from '../records/timing.ts';
import { executionArn } from './machine.ts';

/** Whether an execution that waits for this round can go on: it has ended, or its draft was decided. */
const hasNews = (round: Round): boolean =>
  round.state === 'ended' || (round.state === 'drafted' && (round.verdict !== undefined || !isDrawnUp(round)));

const stateAsRead = '#state = :state';

/**
 * Wakes the execution that waits for a round: every token it ever had gets a signal, since only one of them is alive and a
 * token works only once. The signal carries no data; the execution reads the table. Called on hints and by the sweeper
 * until the round is closed or opened.
 */
export const redriveRound = async (
  project: ProjectScope,
  { run, number, clock = systemClock }: { run: string; number: number; clock?: Clock | undefined },
): Promise<void> => {
  const [round, owner] = await Promise.all([findRound(project, run, number), findRun(project, run)]);
  if (!round || round.state === 'closed' || !hasNews(round)) return;
  const key = runKeys.round(project, run, number);
  // A cancelled plan leaves its round as it was; the execution that waited for it has been stopped.
  if (owner && isFinal(owner.state)) return clearDue(project, round);
  const sent = await Promise.all([...(round.tokens ?? [])].map((token) => sendTaskSuccess(token, {})));
  const heard = sent.includes('sent');
  const outcome = await updateItem(
    key,
    `SET #due_at = :due_at, #due_shard = :due_shard, #deaf = ${heard || sent.length === 0 ? ':none' : 'if_not_exists(#deaf, :none) + :one'}`,
    {
      when: stateAsRead,
      values: { state: round.state, none: 0, one: 1, ...due(key, clock.now() + WATCH_INTERVAL) },
    },
  );
  if (!outcome.ok || heard || round.deaf + 1 < MAX_UNANSWERED_SIGNALS || sent.length === 0) return;
  await stopUnresponsive(project, run, round);
};

const clearDue = async (project: ProjectScope, { run_id: run, round }: Round): Promise<void> => {
  await updateItem(runKeys.round(project, run, round), 'REMOVE #due_at, #due_shard', {
    when: 'attribute_exists(#pk)',
    values: {},
  });
};

/** Every token was answered, yet the execution still waits: it is stopped, and the watchdog starts another. */
const stopUnresponsive = async (project: ProjectScope, id: string, round: Round): Promise<void> => {
  const run = await findRun(project, id);
  if (run?.state !== 'running' || run.generation === undefined) return;
  log.warn('plan execution unresponsive', { run_id: id, round: round.round });
  await stopExecution(executionArn(id, run.generation), 'It did not react to the end of its round.');
  await updateItem(runKeys.round(project, id, round.round), 'SET #deaf = :none', {
    when: 'attribute_exists(#pk)',
    values: { none: 0 },
  });
  await hint(project, { kind: 'run', run_id: id });
};
