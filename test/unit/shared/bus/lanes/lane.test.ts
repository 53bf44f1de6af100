import { describe, expect, test } from 'vitest';
import {
  type Lane,
  type LaneChange,
  type LaneMove,
  laneMove,
  mergeChanges,
} from '../../../../../shared/bus/lanes/lane.ts';
import type { LaneTask } from '../../../../../shared/bus/records/lane.ts';

const task = (name: string): LaneTask => ({ task_id: name, run_id: `run of ${name}`, session_id: 'session', wake: 0 });
const head = task('head');
const leaver = task('leaver');
const joiner = task('joiner');

/** Every lane with at most three slots, four running (a lowered limit) and three waiting. */
const lanes: Lane[] = [];
for (const status of ['ready', 'draining', 'off', 'deleting'] as const) {
  for (let slots = 1; slots <= 3; slots += 1) {
    for (let running = 0; running <= 4; running += 1) {
      for (let waiting = 0; waiting <= 3; waiting += 1) {
        for (const room of [0, 1]) {
          const live = running + waiting;
          lanes.push({ status, slots, running, waiting, live, cap: live + room });
        }
      }
    }
  }
}

const changes: LaneChange[] = [];
for (const leaves of [undefined, { from: 'slot', task: 'tsk_1' } as const, { from: 'queue', task: leaver } as const]) {
  for (const joins of [undefined, { task: joiner, isNew: true }, { task: joiner, isNew: false }]) {
    for (const held of [0, 1]) {
      for (const ended of [0, 1]) changes.push({ ...(leaves && { leaves }), ...(joins && { joins }), held, ended });
    }
  }
}

/** DynamoDB's view of the conditions a move names. */
const holds: Record<string, (lane: Lane) => boolean> = {
  '#running <= #slots': (lane) => lane.running <= lane.slots,
  '#running > #slots': (lane) => lane.running > lane.slots,
  '#running < #slots': (lane) => lane.running < lane.slots,
  '#waiting = :none': (lane) => lane.waiting === 0,
  '(#waiting = :none or #running > #slots)': (lane) => lane.waiting === 0 || lane.running > lane.slots,
  '(#running >= #slots or #waiting > :none)': (lane) => lane.running >= lane.slots || lane.waiting > 0,
  '#status = :ready': (lane) => lane.status === 'ready',
  '#live < #cap': (lane) => lane.live < lane.cap,
};

const allowed = (lane: Lane, move: LaneMove): boolean =>
  move.conditions.every((condition) => {
    const check = holds[condition];
    if (!check) throw new Error(`The test does not know the condition ${condition}.`);
    return check(lane);
  });

const possible = (lane: Lane, change: LaneChange): boolean => {
  if (change.leaves?.from === 'slot' && lane.running === 0) return false;
  if (change.leaves?.from === 'queue' && lane.waiting === 0) return false;
  return (change.ended ?? 0) <= lane.live;
};

/** Waiting tasks besides the leaver: only then there is a head to start. */
const headOf = (lane: Lane, change: LaneChange): LaneTask | undefined =>
  lane.waiting - (change.leaves?.from === 'queue' ? 1 : 0) > 0 ? head : undefined;

const cases = lanes.flatMap((lane) =>
  changes
    .filter((change) => possible(lane, change))
    .map((change) => ({ lane, change, move: laneMove(lane, headOf(lane, change), change) })),
);

const outcomeOf = (lane: Lane, move: LaneMove): Lane => ({
  ...lane,
  running: lane.running + move.add.running,
  waiting: lane.waiting + move.add.waiting,
  live: lane.live + move.add.live,
});

describe(`what one transaction may do to a lane (${cases.length} cases)`, () => {
  test('new work is admitted by a ready lane with room, and by no other', () => {
    for (const { lane, change, move } of cases) {
      const admits = (change.held ?? 0) + (change.joins?.isNew ? 1 : 0) > 0;
      if (admits) expect(allowed(lane, move)).toBe(lane.status === 'ready' && lane.live < lane.cap);
      else expect(allowed(lane, move)).toBe(true);
    }
  });

  test('no task starts while more run than the limit allows', () => {
    for (const { lane, move } of cases) {
      const starts = move.starts.length + (move.joined === 'dispatched' ? 1 : 0);
      if (starts > 0) expect(outcomeOf(lane, move).running).toBeLessThanOrEqual(lane.slots);
    }
  });

  test('no newcomer passes work that is queued in the lane', () => {
    for (const { lane, change, move } of cases) {
      if (move.joined === 'dispatched') expect(headOf(lane, change)).toBeUndefined();
    }
  });

  test('a freed slot stays in use while work waits, unless the limit was lowered', () => {
    for (const { lane, change, move } of cases) {
      if (change.leaves?.from !== 'slot' || lane.running > lane.slots) continue;
      const wanted = lane.waiting > 0 || change.joins !== undefined;
      if (wanted) expect(outcomeOf(lane, move).running).toBe(lane.running);
    }
  });

  test('a freed slot is given up over a lowered limit', () => {
    for (const { lane, change, move } of cases) {
      if (change.leaves?.from === 'slot' && lane.running > lane.slots) expect(move.add.running).toBe(-1);
    }
  });

  test('the counters stay exact sums: every task that moves is counted once', () => {
    for (const { change, move } of cases) {
      const left = change.leaves?.from === 'slot' ? 1 : 0;
      const unqueued = change.leaves?.from === 'queue' ? 1 : 0;
      const started = move.starts.length + (move.joined === 'dispatched' ? 1 : 0);
      expect(move.add.running).toBe(started - left);
      expect(move.add.waiting).toBe((move.joined === 'queued' ? 1 : 0) - move.starts.length - unqueued);
      expect(move.add.live).toBe((change.held ?? 0) + (change.joins?.isNew ? 1 : 0) - (change.ended ?? 0));
    }
  });

  test('the conditions of a move hold for no lane on which another form would be right', () => {
    const open = lanes.filter(({ status, live, cap }) => status === 'ready' && live < cap);
    for (const { lane, change, move } of cases.filter((one) => open.includes(one.lane))) {
      for (const other of open) {
        if (!possible(other, change) || !allowed(other, move)) continue;
        // A head that was read may be gone: then the head's own condition refuses. Compare lanes with the same head.
        if ((headOf(other, change) === undefined) !== (headOf(lane, change) === undefined)) continue;
        const right = laneMove(other, headOf(other, change), change);
        expect(right.form === move.form || sameEffect(right, move)).toBe(true);
      }
    }
  });
});

/** Different names for one effect: a slot is released because nobody waits, or because the limit was lowered. */
const sameEffect = (one: LaneMove, other: LaneMove): boolean => JSON.stringify(one.add) === JSON.stringify(other.add);

describe('several effects on one lane', () => {
  test('a task that ends and one that joins the same lane become a single change', () => {
    const merged = mergeChanges(
      { leaves: { from: 'slot', task: 'tsk_1' }, ended: 1 },
      { joins: { task: joiner, isNew: false } },
    );
    expect(merged).toEqual({
      leaves: { from: 'slot', task: 'tsk_1' },
      joins: { task: joiner, isNew: false },
      held: 0,
      ended: 1,
    });
  });

  test('two tasks that leave the same lane at once are a defect', () => {
    expect(() =>
      mergeChanges({ leaves: { from: 'slot', task: 'tsk_1' } }, { leaves: { from: 'slot', task: 'tsk_1' } }),
    ).toThrow('Two tasks leave');
  });

  test('two tasks that join the same lane at once are a defect', () => {
    const joins = { joins: { task: joiner, isNew: true } };
    expect(() => mergeChanges(joins, joins)).toThrow('Two tasks join');
  });
});
