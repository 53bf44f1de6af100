import { Forbidden } from '../../core/errors.ts';
import type { ProjectScope, UserScope } from '../../core/scope.ts';
import { WEBHOOKS } from '../../core/tiers/built-in.ts';
import { createBounded, type Outcome, projectKeys, ranges, userKeys, type Write } from '../../store/index.ts';
import { tierOf } from './of-user.ts';

/** Makes a project, or throws 403 if the user has all their tier allows. Projects being removed count until they are gone. */
export const createWithinProjects = async (user: UserScope, writes: readonly Write[]): Promise<Outcome> => {
  const { projects: most } = await tierOf(user);
  const bound = { range: ranges.projects(user), most, creations: userKeys.projectCreations(user) };
  const outcome = await createBounded(bound, writes);
  if (outcome !== 'full') return outcome;
  throw new Forbidden(`Your tier allows at most ${most} projects.`);
};

/** Makes an agent, or throws 403 if its project has all its owner's tier allows. */
export const createWithinAgents = async (project: ProjectScope, writes: readonly Write[]): Promise<Outcome> => {
  const { agents: most } = await tierOf(project.user);
  // Every agent has a small pointer item for its name, cheaper to count than the agents themselves.
  const bound = { range: ranges.agentNames(project), most, creations: projectKeys.agentCreations(project) };
  const outcome = await createBounded(bound, writes);
  if (outcome !== 'full') return outcome;
  throw new Forbidden(`Your tier allows at most ${most} agents in a project.`);
};

/** Makes a webhook, or throws 403 if the user has all their tier allows. */
export const createWithinWebhooks = async (user: UserScope, writes: readonly Write[]): Promise<Outcome> => {
  const { webhooks: most = WEBHOOKS } = await tierOf(user);
  const bound = { range: ranges.webhooks(user), most, creations: userKeys.notifications(user) };
  const outcome = await createBounded(bound, writes);
  if (outcome !== 'full') return outcome;
  throw new Forbidden(`Your tier allows at most ${most} webhooks.`);
};
