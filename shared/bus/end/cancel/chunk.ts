import type { Clock } from '../../../core/clock.ts';
import type { ProjectScope } from '../../../core/scope.ts';
import { appendWrites, type NewEvent, readEnd } from '../../../events/index.ts';
import { due, laneKeys, runKeys, transact, userKeys, type Write } from '../../../store/index.ts';
import { settleLane } from '../../lanes/settings.ts';
import { afterCommit } from '../../messages/transition.ts';
import type { Task } from '../../records/items.ts';
import { settledEvent, slotNameOf } from '../../records/plan-tasks.ts';
import type { Run } from '../../records/run.ts';
import { cancelledEvents, cancelTask, holdsSlot } from './writes.ts';

/** Tasks of a round that was never opened: clients never heard of them. */
export const isDrafted = (task: Task, run: Run): boolean => task.round !== undefined && task.round > (run.round ?? 0);

export const cancelChunk = async (
  project: ProjectScope,
  run: Run,
  { tasks, clock }: { tasks: Task[]; clock: Clock },
): Promise<boolean> => {
  const now = clock.now();
  const heard = cancelledEvents(tasks.filter((task) => !isDrafted(task, run)));
  const appended =
    heard.length > 0 &&
    appendWrites(project, run.session_id, { end: await readEnd(project, run.session_id), events: heard, now });
  const agents = new Set(tasks.map(({ agent_key }) => agent_key));
  const outcome = await transact([
    ...tasks.flatMap((task) => cancelTask(project, task)),
    ...tasks.flatMap((task) => outOfLists(project, task)),
    ...releaseSlots(project, tasks),
    ...[...agents].flatMap((agent) =>
      leaveLane(project, agent, { tasks: tasks.filter(({ agent_key }) => agent_key === agent), now }),
    ),
    ...(appended ? appended.writes : []),
  ]);
  if (!outcome.ok) return false;
  if (appended) await afterCommit({ project, starts: [], session: run.session_id, events: appended.events });
  // Several slots may be free at once; the lanes are due as well.
  for (const agent of agents) await settleLane(project, agent, clock);
  return true;
};

export const outOfLists = (project: ProjectScope, task: Task): Write[] => {
  if (task.state === 'queued') return [{ remove: laneKeys.entry(project, task.agent_key, task.task_id) }];
  return task.state === 'ready' ? [{ remove: userKeys.ready(project.user, task.task_id) }] : [];
};

export const releaseSlots = (project: ProjectScope, tasks: Task[]): Write[] => {
  const names = tasks.filter(({ round }) => round !== undefined).map(slotNameOf);
  if (names.length === 0) return [];
  return [{ key: userKeys.planLane(project.user), update: 'DELETE #places :names', values: { names: new Set(names) } }];
};

/** All that a chunk does to one lane, in one update. Its slots are freed without starting queued tasks, so the lane is due. */
export const leaveLane = (
  project: ProjectScope,
  agent: string,
  { tasks, now }: { tasks: Task[]; now: number },
): Write[] => {
  const counted = tasks.filter(({ gone }) => !gone);
  if (counted.length === 0) return [];
  const key = laneKeys.lane(project, agent);
  const slots = counted.filter(holdsSlot).length;
  const queued = counted.filter(({ state }) => state === 'queued').length;
  return [
    {
      key,
      update: `SET #live = #live - :ended, #running = #running - :slots, #waiting = #waiting - :queued${slots > 0 ? ', #due_at = :due_at, #due_shard = :due_shard' : ''}`,
      when: 'attribute_exists(#pk)',
      values: { ended: counted.length, slots, queued, ...due(key, now) },
    },
  ];
};

export const stillSilent = '#announced = :no';

/** Announces tasks that ended by themselves and were not announced yet: before the end of the run. */
export const announceChunk = async (
  project: ProjectScope,
  run: Run,
  { tasks, clock }: { tasks: Task[]; clock: Clock },
): Promise<boolean> => {
  const events: NewEvent[] = tasks.map(settledEvent);
  const appended = appendWrites(project, run.session_id, {
    end: await readEnd(project, run.session_id),
    events,
    now: clock.now(),
  });
  const outcome = await transact([
    ...tasks.map(
      (task): Write => ({
        key: runKeys.task(project, run.run_id, task.task_id),
        update: `SET #announced = :yes${task.unremembered ? '' : ' REMOVE #due_at, #due_shard'}`,
        when: stillSilent,
        values: { yes: true, no: false },
      }),
    ),
    ...releaseSlots(project, tasks),
    ...appended.writes,
  ]);
  if (outcome.ok) await afterCommit({ project, starts: [], session: run.session_id, events: appended.events });
  return outcome.ok;
};
