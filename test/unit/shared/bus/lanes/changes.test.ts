import { expect, test } from 'vitest';
import { LaneChanges } from '../../../../../shared/bus/lanes/changes.ts';
import { queueEmpty } from '../../../../../shared/bus/lanes/lane.ts';
import type { LaneItem } from '../../../../../shared/bus/records/lane.ts';
import { authenticated } from '../../../../../shared/core/scope.ts';

/* Requirements: BUS5. */

const project = authenticated({ userId: 'alice' }).inProject('prj_garden');
const task = { task_id: 'tsk_2', run_id: 'run_2', session_id: 'ses_1', wake: 0 };
const lane = { status: 'ready', slots: 1, cap: 100, running: 1, waiting: 1, live: 2 } as LaneItem;

test('a task that was read as waiting in its session, and since then in its lane, is named once, and the lane has to be as it was', async () => {
  const changes = new LaneChanges().add('agt_1', {
    leaves: { from: 'slot', task: 'tsk_9' },
    joins: { task, isNew: false },
    ended: 1,
  });
  const { writes, starts } = await changes.moves(project, 0, new Map([['agt_1', { lane, head: task }]]));
  const keys = writes.map((write) => JSON.stringify('put' in write ? [write.put.pk, write.put.sk] : write));
  expect(new Set(keys).size).toBe(keys.length);
  expect(starts).toEqual([]);
  expect(JSON.stringify(writes)).toContain(queueEmpty);
});

test('a task whose other worker put it back into its queue is named once by the worker that lost it, and the queue has to be empty', async () => {
  const changes = new LaneChanges().add('agt_1', { leaves: { from: 'slot', task: task.task_id } });
  const { writes, starts } = await changes.moves(project, 0, new Map([['agt_1', { lane, head: task }]]));
  expect(writes).toHaveLength(1);
  expect(starts).toEqual([]);
  expect(JSON.stringify(writes)).toContain(queueEmpty);
});
