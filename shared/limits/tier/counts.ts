import { type Clock, systemClock } from '../../core/clock.ts';
import { Forbidden } from '../../core/errors.ts';
import type { ProjectScope, UserScope } from '../../core/scope.ts';
import { type Query, queryPage, ranges } from '../../store/index.ts';
import { tierOf } from './of-user.ts';

/*
 * How many projects and agents a person may have. They are counted before another is created; several created at the
 * same moment may exceed the limit, which costs nothing and is noticed by the next.
 */

const atLeast = async (count: number, range: Pick<Query, 'in' | 'prefix'>): Promise<boolean> =>
  (await queryPage({ ...range, limit: count })).items.length >= count;

/** Throws 403 if the user has all the projects their tier allows. Projects being removed count until they are gone. */
export const admitProject = async (user: UserScope, clock: Clock = systemClock): Promise<void> => {
  const { projects } = await tierOf(user, clock);
  if (!(await atLeast(projects, ranges.projects(user)))) return;
  throw new Forbidden(`Your tier allows at most ${projects} projects.`);
};

/** Throws 403 if a project has all the agents its owner's tier allows. */
export const admitAgent = async (project: ProjectScope, clock: Clock = systemClock): Promise<void> => {
  const { agents } = await tierOf(project.user, clock);
  // Every agent has a small pointer item for its name, cheaper to count than the agents themselves.
  if (!(await atLeast(agents, ranges.agentNames(project)))) return;
  throw new Forbidden(`Your tier allows at most ${agents} agents in a project.`);
};
