import { Defect, NotFound } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import {
  due,
  dueShard,
  getItem,
  laneKeys,
  queryPage,
  ranges,
  runKeys,
  SCHEMA_VERSION,
  type Write,
} from '../../store/index.ts';
import { TornRead } from '../messages/transition.ts';
import type { LaneItem, LaneTask } from '../records/lane.ts';
import { laneTask, readEntry, readLane } from '../records/lane.ts';
import { RESEND_AFTER } from '../records/timing.ts';
import { type LaneChange, type LaneMove, laneMove, mergeChanges } from './lane.ts';

/** A lane with the head of its queue, both read strongly consistent. */
export type LaneRead = { lane: LaneItem; head: LaneTask | undefined };

export const findLane = async (project: ProjectScope, agent: string): Promise<LaneItem | undefined> => {
  const item = await getItem(laneKeys.lane(project, agent));
  return item && readLane(item);
};

/** The lane and the oldest entry of its queue. An empty queue beside `waiting > 0` is read again. */
export const readLaneAndHead = async (project: ProjectScope, agent: string): Promise<LaneRead> =>
  laneWithHead(project, agent, await findLane(project, agent));

/** The same for a lane that was read just now. */
export const laneWithHead = async (
  project: ProjectScope,
  agent: string,
  first: LaneItem | undefined,
): Promise<LaneRead> => {
  let lane = first;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (!lane) throw new TornRead('A live task has no lane.');
    if (lane.waiting === 0) return { lane, head: undefined };
    const page = await queryPage({ ...ranges.laneQueue(project, agent), limit: 1 });
    const head = page.items[0] && readEntry(page.items[0]);
    if (head) return { lane, head };
    lane = await findLane(project, agent);
  }
  throw new Defect('A lane counts waiting tasks, but its queue stays empty.');
};

/** Effects of one transaction on lanes, gathered per agent. */
export class LaneChanges {
  readonly #byAgent = new Map<string, LaneChange>();

  get size(): number {
    return this.#byAgent.size;
  }

  add(agent: string, change: LaneChange): this {
    const before = this.#byAgent.get(agent);
    this.#byAgent.set(agent, before ? mergeChanges(before, change) : change);
    return this;
  }

  /** Reads every lane concerned, unless the caller has just read it, and chooses its move. */
  async moves(
    project: ProjectScope,
    now: number,
    known: Map<string, LaneRead> = new Map(),
  ): Promise<{ moves: Map<string, LaneMove>; writes: Write[]; starts: LaneTask[] }> {
    const moves = new Map<string, LaneMove>();
    const writes: Write[] = [];
    const starts: LaneTask[] = [];
    for (const [agent, change] of this.#byAgent) {
      const read = known.get(agent) ?? (await this.#read(project, agent, change));
      const move = laneMove(read.lane, headFor(read, change), change);
      moves.set(agent, move);
      writes.push(...moveWrites(project, agent, { move, change, now }));
      starts.push(...move.starts);
    }
    return { moves, writes, starts };
  }

  async #read(project: ProjectScope, agent: string, change: LaneChange): Promise<LaneRead> {
    if (change.leaves?.from === 'slot') return readLaneAndHead(project, agent);
    const lane = await findLane(project, agent);
    if (!lane && isNew(change)) throw new NotFound('There is no such agent.');
    if (!lane) throw new TornRead('A live task has no lane.');
    return { lane, head: undefined };
  }
}

/**
 * The head of the queue, unless it is the very task that joins, or leaves its slot: then that has moved on since it was read.
 * Without a head the move asks for an empty queue and is refused, so everything is read again. With it one transaction would
 * name the task twice, which is an error.
 *
 *     one cancel     reads the session: T is next ....................... reads the lane: T is its head
 *     another                                        hands the session to T, which waits in the lane
 *
 *     worker of T    is slow ............................................. parks T: T is the lane's head
 *     another                  parks T for a person, who decides: T queues
 */
const headFor = ({ head }: LaneRead, { leaves, joins }: LaneChange): LaneTask | undefined => {
  const isMoved = head?.task_id === joins?.task.task_id || (leaves?.from === 'slot' && head?.task_id === leaves.task);
  return isMoved ? undefined : head;
};

/** Work that is being accepted: its client hears that the agent is gone. */
const isNew = ({ joins, held = 0 }: LaneChange): boolean => joins?.isNew === true || held > 0;

/** The writes of a move: one on the lane, and those on the queue. The joining task's own item is its caller's. */
export const moveWrites = (
  project: ProjectScope,
  agent: string,
  { move, change, now }: { move: LaneMove; change: LaneChange; now: number },
): Write[] => [
  laneWrite(project, agent, { add: move.add, conditions: move.conditions }),
  ...move.starts.flatMap((task) => [
    startQueued(project, task, now),
    { remove: laneKeys.entry(project, agent, task.task_id) },
  ]),
  ...(move.unqueued ? [{ remove: laneKeys.entry(project, agent, move.unqueued.task_id) }] : []),
  ...(move.joined === 'queued' && change.joins ? [putEntry(project, agent, change.joins.task)] : []),
];

export const laneWrite = (
  project: ProjectScope,
  agent: string,
  { add, conditions }: { add: LaneMove['add']; conditions: string[] },
): Write => {
  const key = laneKeys.lane(project, agent);
  const when = ['attribute_exists(#pk)', ...conditions].join(' and ');
  const changed = Object.entries(add).filter(([, by]) => by !== 0);
  const values = { ...Object.fromEntries(changed), none: 0, ready: 'ready' };
  if (changed.length === 0) return { check: key, when, values };
  return { key, update: `SET ${changed.map(([name]) => `#${name} = #${name} + :${name}`).join(', ')}`, when, values };
};

const stillQueued = '#state = :queued';

/** The queue's head gets the slot. Its message is sent after the commit. */
export const startQueued = (project: ProjectScope, task: LaneTask, now: number): Write => {
  const key = runKeys.task(project, task.run_id, task.task_id);
  return {
    key,
    update: 'SET #state = :dispatched, #wake = #wake + :one, #due_at = :due_at, #due_shard = :due_shard',
    when: stillQueued,
    values: { queued: 'queued', dispatched: 'dispatched', one: 1, ...due(key, now + RESEND_AFTER) },
  };
};

/** A task's entry in its agent's queue. */
export const putEntry = (project: ProjectScope, agent: string, task: LaneTask): Write => ({
  put: {
    ...laneKeys.entry(project, agent, task.task_id),
    v: SCHEMA_VERSION,
    ...laneTask(task),
  },
});

/** Attributes of a task that has just joined its lane, for its put or update. */
export const joinedTask = (
  project: ProjectScope,
  task: LaneTask,
  { joined, now }: { joined: 'dispatched' | 'queued'; now: number },
): { state: 'dispatched' | 'queued'; wake: number; due_at?: number; due_shard?: string } => {
  if (joined === 'queued') return { state: 'queued', wake: task.wake };
  const key = runKeys.task(project, task.run_id, task.task_id);
  return { state: 'dispatched', wake: task.wake + 1, due_at: now + RESEND_AFTER, due_shard: dueShard(key) };
};
