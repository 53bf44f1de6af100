import type { SessionEvent } from '../../events/index.ts';
import type { Write } from '../../store/index.ts';
import { joinedTask, LaneChanges } from '../lanes/changes.ts';
import { hint } from '../messages/hints.ts';
import { afterCommit, started } from '../messages/transition.ts';
import type { Task } from '../records/items.ts';
import type { LaneTask } from '../records/lane.ts';
import { type Acceptance, laneTaskOf } from './acceptance.ts';

/** What accepting does to lanes; `joined` says where the new task ends up; a plan has none. */
export type Admission = { writes: Write[]; starts: LaneTask[]; joined: 'dispatched' | 'queued' | undefined };

/** The new task joins its agent's lane, with whatever else the transaction does to lanes. A plan joins none. */
export const joinLane = async (acceptance: Acceptance, leaving?: LaneChanges): Promise<Admission> => {
  const { project, work, lane, now } = acceptance;
  const changes = leaving ?? new LaneChanges();
  if (work.agent) changes.add(work.agent.key, { joins: { task: laneTaskOf(acceptance), isNew: true } });
  // The lane that was read to refuse the request serves for the move too, if the task only joins. Where another task
  // leaves a slot of the same lane, the slot goes to the head of the queue, which has to be read.
  const known = work.agent && lane && !leaving ? [[work.agent.key, { lane, head: undefined }] as const] : [];
  const { moves, writes, starts } = await changes.moves(project, now, new Map(known));
  return { writes, starts, joined: work.agent && (moves.get(work.agent.key)?.joined ?? 'queued') };
};

/** The new task's state, for its put. */
export const initialState = (acceptance: Acceptance, { joined }: Admission): Pick<Task, 'state' | 'wake'> =>
  joined
    ? joinedTask(acceptance.project, laneTaskOf(acceptance), { joined, now: acceptance.now })
    : { state: 'held', wake: 0 };

/** After the commit: sends the work to workers and the events to listeners, and has a new plan started. */
export const announceAccepted = async (
  acceptance: Acceptance,
  { starts, joined }: Pick<Admission, 'starts' | 'joined'>,
  {
    events,
    planStarts = !acceptance.work.agent && joined === undefined && acceptance.session.active === undefined,
  }: { events: SessionEvent[]; planStarts?: boolean | undefined },
): Promise<void> => {
  const { project, work, ids } = acceptance;
  const own = joined === 'dispatched' ? [started(laneTaskOf(acceptance))] : [];
  await Promise.all([
    afterCommit({ project, starts: [...starts.map(started), ...own], session: work.session, events }),
    planStarts && hint(project, { kind: 'run', run_id: ids.run }),
  ]);
};
