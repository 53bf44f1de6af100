import {
  afterCommit,
  type Claim,
  endsAgain,
  fence,
  findHealth,
  healthWrites,
  LaneChanges,
  mine,
  noQuestionNoted,
  type RunEnding,
  spendWrites,
  started,
  untilDecided,
} from '../../bus/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { due, getItem, packText, runKeys, type StoredText, transact, type Write } from '../../store/index.ts';
import { usageWrite } from '../../usage/index.ts';
import { readPlanTask } from '../records/items.ts';
import { SETTLED_RECHECK_AFTER } from '../records/timing.ts';
import { afterSettled } from './settle.ts';

/** Of a result, in bytes: all tasks of a plan are read together, and there may be two hundred. */
const MAX_INLINE_BYTES = 8 * 1024;

/**
 * Ends a plan's task and does what follows. One transaction settles it and passes its agent's slot on; everything else
 * happens after the commit, by this worker or by the sweeper. `false`: the task is no longer this worker's.
 */
export const finishPlanTask = async (claim: Claim, ending: RunEnding, clock: Clock = systemClock): Promise<boolean> => {
  const { project, task } = claim;
  const result =
    ending.state === 'completed'
      ? await packText(project, {
          id: `${task.task_id}.result`,
          session: task.session_id,
          text: ending.answer,
          maxInlineBytes: MAX_INLINE_BYTES,
        })
      : undefined;
  const refused = async () => ((await endsAgain(claim, ending.state)) ? 'again' : { done: false });
  const finished = await untilDecided<boolean>(async () => {
    const now = clock.now();
    const changes = new LaneChanges().add(task.agent_key, { leaves: { from: 'slot', task: task.task_id }, ended: 1 });
    const [lanes, health] = await Promise.all([changes.moves(project, now), findHealth(project, task.agent_key)]);
    const outcome = await transact([
      settleWrite(claim, { ending, result, now }),
      usageWrite(
        project,
        task.agent_key,
        {
          ...(ending.usage && { usage: ending.usage }),
          failed: ending.state === 'failed',
          milliseconds: now - (task.started_at ?? task.created_at),
          waited: waitOf(task),
        },
        now,
      ),
      ...healthWrites(claim, ending, { health, now }),
      ...spendWrites(project, task, ending.usage?.cost),
      ...lanes.writes,
    ]);
    if (!outcome.ok) return refused();
    await afterCommit({ project, starts: lanes.starts.map(started), session: task.session_id, events: [] });
    return { done: true };
  }, refused);
  if (finished) await goOn(project, task.run_id, { id: task.task_id, clock });
  return finished;
};

/** For a slot of the plan and of its agent, and for a free function: not for what it depends on. */
const waitOf = ({ ready_at, started_at }: Claim['task']): number | undefined =>
  ready_at === undefined || started_at === undefined ? undefined : started_at - ready_at;

/** Settled by the worker that holds it. It is due, because its end has not been announced yet. */
const settleWrite = (
  { project, task }: Claim,
  { ending, result, now }: { ending: RunEnding; result: StoredText | undefined; now: number },
): Write => {
  const key = runKeys.task(project, task.run_id, task.task_id);
  const set: Record<string, unknown> = {
    state: ending.state,
    ended_at: now,
    announced: false,
    ...result,
    ...(ending.usage && { usage: ending.usage }),
    ...(ending.state === 'failed' && { error: ending.error }),
    ...(ending.state === 'completed' && ending.unremembered && { unremembered: true }),
    ...due(key, now + SETTLED_RECHECK_AFTER),
  };
  const names = Object.keys(set);
  return {
    key,
    update: `SET ${names.map((name) => `#${name} = :to_${name}`).join(', ')} REMOVE #lease_until, #intent, #decision`,
    when: ending.state === 'completed' ? `${mine} and ${noQuestionNoted}` : mine,
    values: { ...fence(task), none: 0, ...Object.fromEntries(names.map((name) => [`to_${name}`, set[name]])) },
  };
};

const goOn = async (project: ProjectScope, run: string, { id, clock }: { id: string; clock: Clock }): Promise<void> => {
  const item = await getItem(runKeys.task(project, run, id));
  if (item) await afterSettled(project, readPlanTask(item), clock);
};
