import type { Clock } from '../../../core/clock.ts';
import type { ProjectScope } from '../../../core/scope.ts';
import { appendWrites, type NewEvent, readEnd } from '../../../events/index.ts';
import { due, laneKeys, runKeys, transact, userKeys, type Write } from '../../../store/index.ts';
import { settleLane } from '../../lanes/settings.ts';
import { afterCommit } from '../../messages/transition.ts';
import type { Task } from '../../records/items.ts';
import { settledEvent, slotNameOf } from '../../records/plan-tasks.ts';
import type { Run } from '../../records/run.ts';
import { endFamilies, familyOf, topsOf } from '../family/family.ts';
import { cancelledEvents, holdsSlot } from '../family/writes.ts';

/** Tasks of a round that was never opened: clients never heard of them. */
export const isDrafted = (task: Task, run: Run): boolean => task.round !== undefined && task.round > (run.round ?? 0);

/** Tasks cancelled in one transaction: with approvals, queue entries, lanes and the log under its hundred items. */
export const CANCEL_BATCH_SIZE = 20;

/** The tops of the next families that go into one transaction, each whole. Empty when nothing lives any more. */
export const nextTops = (tasks: Task[]): Task[] => {
  const tops: Task[] = [];
  let size = 0;
  for (const top of topsOf(tasks)) {
    size += familyOf(tasks, top).length;
    if (tops.length > 0 && size > CANCEL_BATCH_SIZE) break;
    tops.push(top);
  }
  return tops;
};

export const cancelChunk = async (
  project: ProjectScope,
  run: Run,
  { tasks, tops, clock }: { tasks: Task[]; tops: Task[]; clock: Clock },
): Promise<boolean> => {
  const now = clock.now();
  const { ended, writes } = endFamilies(project, tasks, { tops });
  const heard = cancelledEvents(ended.filter((task) => !isDrafted(task, run)));
  const appended =
    heard.length > 0 &&
    appendWrites(project, run.session_id, { end: await readEnd(project, run.session_id), events: heard, now });
  const agents = new Set(ended.map(({ agent_key }) => agent_key));
  const outcome = await transact([
    ...writes,
    ...ended.flatMap((task) => [...outOfQueue(project, task), ...outOfReady(project, task)]),
    ...releaseSlots(project, ended),
    ...[...agents].flatMap((agent) =>
      leaveLane(project, agent, { tasks: ended.filter(({ agent_key }) => agent_key === agent), now }),
    ),
    ...(appended ? appended.writes : []),
  ]);
  if (!outcome.ok) return false;
  if (appended) await afterCommit({ project, starts: [], session: run.session_id, events: appended.events });
  // Several slots may be free at once; the lanes are due as well.
  for (const agent of agents) await settleLane(project, agent, clock);
  return true;
};

const outOfQueue = (project: ProjectScope, { state, agent_key, task_id }: Task): Write[] =>
  state === 'queued' ? [{ remove: laneKeys.entry(project, agent_key, task_id) }] : [];

/** It waits for a slot among its user's parallel tasks no more. */
export const outOfReady = (project: ProjectScope, { state, task_id }: Task): Write[] =>
  state === 'ready' ? [{ remove: userKeys.ready(project.user, task_id) }] : [];

export const releaseSlots = (project: ProjectScope, tasks: Task[]): Write[] => {
  const names = tasks.filter(({ round }) => round !== undefined).map(slotNameOf);
  if (names.length === 0) return [];
  return [{ key: userKeys.planLane(project.user), update: 'DELETE #places :names', values: { names: new Set(names) } }];
};

/** All that a chunk does to one lane, in one update. Its slots are freed without starting queued tasks, so the lane is due. */
const leaveLane = (project: ProjectScope, agent: string, { tasks, now }: { tasks: Task[]; now: number }): Write[] => {
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
