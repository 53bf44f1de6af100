import { expect, test } from 'vitest';
import { createAgent, newAgentSchema } from '../../../shared/agents/index.ts';
import { Forbidden } from '../../../shared/core/errors.ts';
import { tierNamed } from '../../../shared/limits/index.ts';
import { createProject } from '../../../shared/projects/index.ts';
import { inTable } from '../../support/in-table.ts';
import { somebody } from './month.ts';

/* Requirements: GW7. */

inTable();

const free = tierNamed('free');

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
