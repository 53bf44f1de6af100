import { expect, test } from 'vitest';
import { createAgent, newAgentSchema } from '../../../shared/agents/index.ts';
import { Forbidden } from '../../../shared/core/errors.ts';
import { BUILT_IN_TIERS } from '../../../shared/core/tiers/built-in.ts';
import { createProject } from '../../../shared/projects/index.ts';
import { inTable } from '../../support/in-table.ts';
import { somebody } from './month.ts';

/* Requirements: GW7. */

inTable();

const free = BUILT_IN_TIERS.free;

test('a user without a tier may have as many projects as the free tier allows, and no more', async () => {
  const { user } = somebody();
  for (let count = 0; count < free.projects; count += 1) await createProject(user, `Project ${count}`);
  await expect(createProject(user, 'One more')).rejects.toBeInstanceOf(Forbidden);
  await createProject(somebody().user, 'Of somebody else');
});

test('a project has as many agents as its tier allows, and no more', async () => {
  const project = somebody();
  const agent = (name: string) => createAgent(project, newAgentSchema.parse({ name, system_prompt: 'You help.' }));
  for (let count = 0; count < free.agents; count += 1) await agent(`agent-${count}`);
  await expect(agent('one-more')).rejects.toThrow('at most 20 agents');
});

test('R8: of many projects made at once a user gets as many as the tier allows', async () => {
  const { user } = somebody();
  const made = await Promise.allSettled(
    Array.from({ length: free.projects + 7 }, (_, at) => createProject(user, `Project ${at}`)),
  );
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(free.projects);
  for (const one of made) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Forbidden);
});

test('R8: of two agents made at once where one more is allowed, one is made', async () => {
  const project = somebody();
  const agent = (name: string) => createAgent(project, newAgentSchema.parse({ name, system_prompt: 'You help.' }));
  for (let count = 1; count < free.agents; count += 1) await agent(`agent-${count}`);
  const made = await Promise.allSettled([agent('one'), agent('other')]);
  expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(agent('agent-1')).rejects.toThrow('at most 20 agents');
});
