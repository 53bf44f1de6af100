import { createAgent, findStoredAgent, newAgentSchema, type StoredAgent } from '../../agents/index.ts';
import { Conflict, NotFound } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';

/** The agent whose task a build is: its model is the whole team's, its slots are the builds at a time, its prompt is what all are told. */
export const BUILDER = 'builder';

const template = newAgentSchema.parse({
  name: BUILDER,
  display_name: 'Builder',
  system_prompt:
    'You work in a small team that builds software for one person. Keep what you make small, correct and readable. Say plainly what you do not know.',
  capabilities: ['building software'],
  concurrency_limit: 2,
  max_pending: 20,
});

/** The project's builder, made when it is first needed. Whoever wants another model for the team changes the agent. */
export const builderOf = async (project: ProjectScope): Promise<StoredAgent> => {
  try {
    return await findStoredAgent(project, BUILDER);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
  }
  try {
    await createAgent(project, template);
  } catch (error) {
    // Another request has made it.
    if (!(error instanceof Conflict)) throw error;
  }
  return findStoredAgent(project, BUILDER);
};
