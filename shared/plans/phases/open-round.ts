import type { Clock } from '../../core/clock.ts';
import { appendWrites, type NewEvent, push, readEnd } from '../../events/index.ts';
import { projectKeys, runKeys, transact, type Write } from '../../store/index.ts';
import type { PlannedTask } from '../graph/graph.ts';
import { sinksOf } from '../graph/shape.ts';
import { type ActiveRun, StaleRead } from '../records/execution.ts';
import {
  findRound,
  nameOf,
  type PlanExecution,
  type PlanTask,
  type Round,
  runGoesOn,
  runGoesOnValues,
  taskIdOf,
} from '../records/items.ts';
import { inForce } from '../records/rounds.ts';

const stillDrafted = '#state = :drafted';

/** In one transaction: the run enters this round, the previous one is closed, and clients see the plan. */
export const openRound = async (
  { project, session }: PlanExecution,
  run: ActiveRun,
  { round, drafted, before, clock }: { round: Round; drafted: PlannedTask[]; before: PlanTask[]; clock: Clock },
): Promise<void> => {
  const now = clock.now();
  const kept = (await inForce(project, run, before)).filter(({ state }) => state === 'completed');
  const graph = [...kept, ...drafted].map(({ number }) => number);
  const appended = appendWrites(project, session, {
    end: await readEnd(project, session),
    events: [planEvent(run, round, { kept, drafted })],
    now,
  });
  const outcome = await transact([
    {
      key: projectKeys.run(project, run.run_id),
      update: 'SET #round = :next REMOVE #approval',
      when: runGoesOn,
      values: { ...runGoesOnValues(run), next: round.round },
    },
    {
      key: runKeys.round(project, run.run_id, round.round),
      update: 'SET #state = :open, #left = :left, #graph = :graph REMOVE #tokens, #due_at, #due_shard',
      when: stillDrafted,
      values: { open: 'open', drafted: 'drafted', left: new Set(sinksOf(drafted).map(nameOf)), graph },
    },
    ...(run.round > 0 ? [closeRound(project, run)] : []),
    ...appended.writes,
  ]);
  if (outcome.ok) await push(project, session, appended.events);
  // A reply was lost: this phase has already opened the round.
  else if ((await findRound(project, run.run_id, round.round))?.state === 'drafted') throw new StaleRead();
};

const roundIsOver = '#state = :ended or #state = :closed';

/** No execution waits for it any more. */
export const closeRound = (project: PlanExecution['project'], run: ActiveRun): Write => ({
  key: runKeys.round(project, run.run_id, run.round),
  update: 'SET #state = :closed REMOVE #due_at, #due_shard',
  when: roundIsOver,
  values: { ended: 'ended', closed: 'closed' },
});

const planEvent = (
  run: ActiveRun,
  round: Round,
  { kept, drafted }: { kept: PlanTask[]; drafted: PlannedTask[] },
): NewEvent => {
  const names = new Map([
    ...kept.map(({ number, plan_id }) => [number, plan_id] as const),
    ...drafted.map(({ number, id }) => [number, id] as const),
  ]);
  return {
    event_type: round.round === 1 ? 'plan_created' : 'plan_updated',
    payload: {
      run_id: run.run_id,
      round: round.round,
      kept: kept.map(({ plan_id }) => plan_id),
      estimated_cost: round.estimate?.cost ?? null,
      estimated_duration: round.estimate?.duration ?? null,
      tasks: drafted.map((task) => ({
        id: task.id,
        task_id: taskIdOf(run.run_id, task.number),
        description: task.description,
        agent: task.agent.name,
        depends_on: task.depends_on.flatMap((on) => names.get(on) ?? []),
      })),
    },
  };
};
