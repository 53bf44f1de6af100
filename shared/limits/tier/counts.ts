import { type Clock, systemClock } from '../../core/clock.ts';
import { Forbidden } from '../../core/errors.ts';
import type { ProjectScope, UserScope } from '../../core/scope.ts';
import { projectKeys, type Query, queryPage, userKeys } from '../../store/index.ts';
import { tierOf } from './of-user.ts';

/*
 * How many projects and agents a person may have. They are counted before one more is made; of several made at the very
 * same moment each may still find room, which costs nothing and is seen by the next.
 */

const atLeast = async (count: number, range: Pick<Query, 'in' | 'prefix'>): Promise<boolean> =>
  (await queryPage({ ...range, limit: count })).items.length >= count;

/** Throws 403 if a person has all the projects their tier allows. Those that are being removed count until they are gone. */
export const admitProject = async (user: UserScope, clock: Clock = systemClock): Promise<void> => {
  const { projects } = await tierOf(user, clock);
  if (!(await atLeast(projects, { in: userKeys.profile(user), prefix: 'PROJECT#' }))) return;
  throw new Forbidden(`Your tier has at most ${projects} projects.`);
};

/** Throws 403 if a project has all the agents its owner's tier allows. */
export const admitAgent = async (project: ProjectScope, clock: Clock = systemClock): Promise<void> => {
  const { agents } = await tierOf(project.user, clock);
  // Every agent has a pointer from its name, which is a small item; the agents themselves are not.
  if (!(await atLeast(agents, { in: projectKeys.agent(project, 'any'), prefix: 'AGENT_NAME#' }))) return;
  throw new Forbidden(`Your tier has at most ${agents} agents in a project.`);
};
