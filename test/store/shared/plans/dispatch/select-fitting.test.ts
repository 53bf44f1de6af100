import { beforeEach, expect, test } from 'vitest';
import { authenticated, type ProjectScope } from '../../../../../shared/core/scope.ts';
import { selectFitting } from '../../../../../shared/plans/dispatch/select-fitting.ts';
import { deleteItem, putItem, SCHEMA_VERSION, transact, userKeys } from '../../../../../shared/store/index.ts';
import { inTable } from '../../../../support/in-table.ts';

/* Requirements: PL3. */

const here = inTable();
beforeEach(() => here.table.clear());

const alice = authenticated({ userId: 'alice' });
const [narrow, wide] = [alice.inProject('narrow'), alice.inProject('wide')];
const limits = new Map([
  [narrow.projectId, 1],
  [wide.projectId, 2],
]);
const limitOf = async ({ projectId }: ProjectScope): Promise<number> => limits.get(projectId) ?? 0;

/** Waits for a slot behind all with lower numbers. Its agent is gone, so only the slots hold it back. */
const waits = (project: ProjectScope, number: number) =>
  putItem({
    ...userKeys.ready(alice, `tsk_${String(number).padStart(3, '0')}`),
    v: SCHEMA_VERSION,
    project_id: project.projectId,
    run_id: 'run_1',
    task_id: `tsk_${number}`,
    agent_key: 'agt_gone',
  });

test('a project with a low limit holds up no other, however many of its tasks wait before them', async () => {
  await transact([
    { key: userKeys.planLane(alice), update: 'ADD #places :names', values: { names: new Set(['one']) } },
  ]);
  await Promise.all(Array.from({ length: 101 }, (_, number) => waits(narrow, number)));
  await waits(wide, 101);
  const search = { limitOf, batchSize: 20, likely: [] };
  expect((await selectFitting(alice, search)).chosen).toMatchObject([{ project: { projectId: 'wide' } }]);
  await deleteItem(userKeys.ready(alice, 'tsk_101'));
  expect((await selectFitting(alice, search)).chosen).toEqual([]);
});
