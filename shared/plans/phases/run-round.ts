import { hint } from '../../bus/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import { runKeys, transact } from '../../store/index.ts';
import { dispatchReady } from '../dispatch/dispatch-ready.ts';
import { actOnEmptied } from '../dispatch/ready.ts';
import { afterSettled } from '../dispatch/settle.ts';
import { activeRun, checkRunGoesOn, StaleRead } from '../records/execution.ts';
import { findRound, listPlanTasks, type PlanExecution } from '../records/items.ts';

const notYetClosed = '#state = :open or #state = :ended';

/**
 * Stores the token under which the execution waits for the round, and starts every task without open dependencies. A
 * restarted execution adds its token to the others: older tokens are never overwritten.
 */
export const runRound = async (execution: PlanExecution, token: string, clock: Clock = systemClock): Promise<void> => {
  const { project, run: id } = execution;
  const run = await activeRun(execution);
  const outcome = await transact([
    {
      key: runKeys.round(project, id, run.round),
      update: 'ADD #tokens :token',
      when: notYetClosed,
      values: { token: new Set([token]), open: 'open', ended: 'ended' },
    },
    checkRunGoesOn(execution, run),
  ]);
  if (!outcome.ok) throw new StaleRead();
  const tasks = (await listPlanTasks(project, id)).filter(({ round }) => round === run.round);
  const settled = await actOnEmptied(project, tasks, clock);
  for (const task of settled) await afterSettled(project, task, clock);
  for (const { project: scope, task } of await dispatchReady(project.user, clock))
    await afterSettled(scope, task, clock);
  const round = await findRound(project, id, run.round);
  if (round?.state === 'ended') await hint(project, { kind: 'round', run_id: id, round: run.round });
};
