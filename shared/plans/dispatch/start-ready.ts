import {
  afterCommit,
  type LaneItem,
  type LaneTask,
  laneTask,
  putEntry,
  RESEND_AFTER,
  slotNameOf,
  started,
} from '../../bus/index.ts';
import type { Clock } from '../../core/clock.ts';
import type { ProjectScope, UserScope } from '../../core/scope.ts';
import { due, laneKeys, runKeys, transact, userKeys, type Write } from '../../store/index.ts';
import type { PlanTask } from '../records/items.ts';
import type { LimitOf } from './select-fitting.ts';
import { takeSlots } from './slots.ts';

/** A ready task with the scope of its project. */
export type Candidate = { project: ProjectScope; task: PlanTask };

export const stillReady = '#state = :ready';
/** Exactly as read: if the lane has changed meanwhile, it is read again. */
const asRead = '#status = :status and #running = :running and #waiting = :waiting and #slots = :slots';

/**
 * Gives ready tasks a plan slot, and a slot of their agent's lane as far as there are; the others join the lane's queue.
 * One transaction; `false`: something has changed since it was read.
 */
export const startReady = async (
  user: UserScope,
  {
    candidates,
    lanes,
    limitOf,
    clock,
  }: { candidates: Candidate[]; lanes: Map<string, LaneItem | undefined>; limitOf: LimitOf; clock: Clock },
): Promise<boolean> => {
  const now = clock.now();
  const names = candidates.map(({ task }) => slotNameOf(task));
  const limits = await Promise.all(candidates.map(({ project }) => limitOf(project)));
  const writes: Write[] = [takeSlots(user, names, mostBefore(limits))];
  const starts: { project: ProjectScope; task: LaneTask }[] = [];
  for (const agent of new Set(candidates.map(({ task }) => task.agent_key))) {
    const lane = lanes.get(agent) as LaneItem;
    const own = candidates.filter(({ task }) => task.agent_key === agent);
    const slots = lane.waiting === 0 ? Math.max(0, lane.slots - lane.running) : 0;
    for (const [index, { project, task }] of own.entries()) {
      const isStarted = index < slots;
      if (isStarted) starts.push({ project, task: laneTask(task) });
      writes.push(leaveReady(project, task, { isStarted, now }), { remove: userKeys.ready(user, task.task_id) });
      if (!isStarted) writes.push(putEntry(project, agent, laneTask(task)));
    }
    writes.push(laneWrite(own, lane, Math.min(own.length, slots)));
  }
  const outcome = await transact(writes);
  if (!outcome.ok) return false;
  await Promise.all(
    starts.map(({ project, task }) =>
      afterCommit({ project, starts: [started(task)], session: task.session_id, events: [] }),
    ),
  );
  return true;
};

/** How many slots may be taken before, so that each task, in this order, finds one below its own project's limit. */
const mostBefore = (limits: number[]): number => Math.min(...limits.map((limit, index) => limit - index - 1));

const laneWrite = (
  own: Candidate[],
  { agent_key, status, running, waiting, slots }: LaneItem,
  begun: number,
): Write => ({
  key: laneKeys.lane((own[0] as Candidate).project, agent_key),
  update: 'SET #running = #running + :begun, #waiting = #waiting + :queued',
  when: asRead,
  values: { status, running, waiting, slots, begun, queued: own.length - begun },
});

const leaveReady = (
  project: ProjectScope,
  task: PlanTask,
  { isStarted, now }: { isStarted: boolean; now: number },
): Write => {
  const key = runKeys.task(project, task.run_id, task.task_id);
  return isStarted
    ? {
        key,
        update: 'SET #state = :dispatched, #wake = #wake + :one, #due_at = :due_at, #due_shard = :due_shard',
        when: stillReady,
        values: { ready: 'ready', dispatched: 'dispatched', one: 1, ...due(key, now + RESEND_AFTER) },
      }
    : {
        key,
        update: 'SET #state = :queued REMOVE #due_at, #due_shard',
        when: stillReady,
        values: { ready: 'ready', queued: 'queued' },
      };
};
