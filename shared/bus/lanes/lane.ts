import { Defect } from '../../core/errors.ts';
import type { LaneTask } from '../records/lane.ts';

/*
 * What one transaction may do to one agent's lane: one pure function over what was read. Every branch it takes from a
 * read is repeated as a condition of the write, so a lane that moved on refuses the write instead of breaking.
 */

/** Counters of a lane, exact sums over its tasks: `running` hold a slot, `waiting` are queued, `live` are admitted. */
export type Lane = {
  status: 'ready' | 'draining' | 'off' | 'deleting';
  slots: number;
  cap: number;
  running: number;
  waiting: number;
  live: number;
};
/** All that one transaction does to one agent. A task leaves a slot or the queue; another one joins, wanting a slot. */
export type LaneChange = {
  leaves?: { from: 'slot'; task: string } | { from: 'queue'; task: LaneTask };
  joins?: { task: LaneTask; isNew: boolean };
  /** Admitted without needing a slot yet: it waits for its session or its dependencies. */
  held?: number;
  /** Live tasks that become final with this transaction. */
  ended?: number;
};

export type LaneForm =
  | 'hand over'
  | 'release'
  | 'take over'
  | 'hand over, queue'
  | 'shrink'
  | 'start'
  | 'queue'
  | 'unqueue'
  | 'swap'
  | 'count';

export type LaneMove = {
  form: LaneForm;
  /** What is added to the counters. */
  add: { running: number; waiting: number; live: number };
  /** Conditions on the lane, all of which must hold. */
  conditions: string[];
  /** Queued tasks that start with this transaction: their entries are deleted. */
  starts: LaneTask[];
  /** Where the joining task ends up. */
  joined: 'dispatched' | 'queued' | undefined;
  /** The task whose queue entry goes because it left the queue. */
  unqueued: LaneTask | undefined;
};

export const fitsLimit = '#running <= #slots';
export const overLimit = '#running > #slots';
export const queueEmpty = '#waiting = :none';
export const slotFree = '#running < #slots';
const fullOrQueued = '(#running >= #slots or #waiting > :none)';
export const isReady = '#status = :ready';
export const hasRoom = '#live < #cap';

const shapes: Record<LaneForm, { running: number; waiting: number; conditions: string[] }> = {
  'hand over': { running: 0, waiting: -1, conditions: [fitsLimit] },
  release: { running: -1, waiting: 0, conditions: [`(${queueEmpty} or ${overLimit})`] },
  'take over': { running: 0, waiting: 0, conditions: [fitsLimit, queueEmpty] },
  'hand over, queue': { running: 0, waiting: 0, conditions: [fitsLimit] },
  shrink: { running: -1, waiting: 1, conditions: [overLimit] },
  start: { running: 1, waiting: 0, conditions: [slotFree, queueEmpty] },
  queue: { running: 0, waiting: 1, conditions: [fullOrQueued] },
  unqueue: { running: 0, waiting: -1, conditions: [] },
  swap: { running: 0, waiting: 0, conditions: [] },
  count: { running: 0, waiting: 0, conditions: [] },
};

const formOf = (lane: Lane, hasHead: boolean, { leaves, joins }: LaneChange): LaneForm => {
  if (leaves?.from === 'queue') return joins ? 'swap' : 'unqueue';
  if (leaves?.from === 'slot') {
    const over = lane.running > lane.slots;
    if (!joins) return hasHead && !over ? 'hand over' : 'release';
    if (over) return 'shrink';
    return hasHead ? 'hand over, queue' : 'take over';
  }
  if (!joins) return 'count';
  return lane.running < lane.slots && lane.waiting === 0 ? 'start' : 'queue';
};

/**
 * The one move for this change. `head` is the oldest queued task that is not itself leaving; the caller has read again
 * when `waiting > 0` but no entry was found.
 */
export const laneMove = (lane: Lane, head: LaneTask | undefined, change: LaneChange): LaneMove => {
  const form = formOf(lane, head !== undefined, change);
  const shape = shapes[form];
  const admitted = (change.held ?? 0) + (change.joins?.isNew ? 1 : 0);
  const handsOver = form === 'hand over' || form === 'hand over, queue';
  if (handsOver && !head) throw new Defect('A slot is handed over, but the queue has no head.');
  return {
    form,
    add: { running: shape.running, waiting: shape.waiting, live: admitted - (change.ended ?? 0) },
    conditions: [...shape.conditions, ...(admitted > 0 ? [isReady, hasRoom] : [])],
    starts: handsOver && head ? [head] : [],
    joined: change.joins && (form === 'start' || form === 'take over' ? 'dispatched' : 'queued'),
    unqueued: change.leaves?.from === 'queue' ? change.leaves.task : undefined,
  };
};

/** Several effects on the same agent become one, because a transaction may name an item once. */
export const mergeChanges = (one: LaneChange, other: LaneChange): LaneChange => {
  if (one.leaves && other.leaves) throw new Defect('Two tasks leave one lane in the same transaction.');
  if (one.joins && other.joins) throw new Defect('Two tasks join one lane in the same transaction.');
  const leaves = one.leaves ?? other.leaves;
  const joins = one.joins ?? other.joins;
  return {
    ...(leaves && { leaves }),
    ...(joins && { joins }),
    held: (one.held ?? 0) + (other.held ?? 0),
    ended: (one.ended ?? 0) + (other.ended ?? 0),
  };
};
