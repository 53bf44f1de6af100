import * as z from 'zod';
import { findLanes, loadOf, loadShape } from '../bus/index.ts';
import type { ProjectScope, UserScope } from '../core/scope.ts';
import { MOST_PROJECTS } from '../core/tiers/schema.ts';
import { listProjects } from '../projects/index.ts';
import { queryAll, ranges } from '../store/index.ts';
import { walkUsers } from './walk.ts';

/** A user's project, and what is going on in it. */
export const spaceSchema = z
  .object({
    user_id: z.string(),
    project_id: z.string(),
    agents: z.int(),
    ...loadShape,
  })
  .meta({ id: 'Space' });
export type Space = z.infer<typeof spaceSchema>;

/** The projects of a page of users, the newest user first and of each the oldest project, or the exact reverse. `limit` counts users, and `next` is the id of one. */
export const spacesOfAll = async ({
  limit,
  after,
  user,
  oldestFirst = false,
}: {
  limit: number;
  after?: string | undefined;
  oldestFirst?: boolean;
  user?: UserScope | undefined;
}): Promise<{ items: Space[]; next: string | undefined }> => {
  const look = (one: UserScope) => spacesOf(one, oldestFirst);
  if (user) return { items: await look(user), next: undefined };
  const { found, next } = await walkUsers({ after, oldestFirst, most: limit }, look);
  return { items: found.flatMap(({ seen }) => seen), next };
};

const spacesOf = async (user: UserScope, newestFirst: boolean): Promise<Space[]> => {
  const { items } = await listProjects(user, { limit: MOST_PROJECTS, newestFirst });
  return Promise.all(items.map(({ id }) => spaceOf(user.inProject(id))));
};

const spaceOf = async (project: ProjectScope): Promise<Space> => {
  const keys: string[] = [];
  for await (const { agent_key } of queryAll(ranges.agentNames(project))) keys.push(String(agent_key));
  return {
    user_id: project.userId,
    project_id: project.projectId,
    agents: keys.length,
    ...loadOf(await findLanes(project, keys)),
  };
};
