import { expect, test } from 'vitest';
import { authenticated } from '../../../shared/core/scope.ts';
import {
  changeOrchestratorConfig,
  findOrchestratorConfig,
  orchestratorConfigSchema,
} from '../../../shared/plans/index.ts';
import { inWorld } from './in-world.ts';

const here = inWorld();

const asked = (max_tasks: number) => orchestratorConfigSchema.parse({ approval: { max_tasks } });

test.each([
  ['the first settings', undefined, 'attribute_not_exists(#revision)'],
  ['later settings', 20, '#revision = :read'],
])('R5: %s of an API key do not undo what its person tightens meanwhile', async (_what, before, condition) => {
  const { place, world } = here;
  const { user } = place.project;
  const program = authenticated({ userId: user.userId, permissions: ['read', 'write'] }).inProject(
    place.project.projectId,
  );
  if (before !== undefined) await changeOrchestratorConfig(place.project, asked(before));
  const race = await world.race(
    condition,
    () => changeOrchestratorConfig(program, asked(20)),
    () => changeOrchestratorConfig(place.project, asked(5)),
  );
  expect(race.refused).toContain(condition);
  expect(race.result).toMatchObject({ status: 'rejected', reason: { code: 'approvals_scope_required' } });
  expect((await findOrchestratorConfig(place.project)).approval.max_tasks).toBe(5);
});
