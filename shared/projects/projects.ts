import { type Clock, isoTime, systemClock } from '../core/clock.ts';
import { Conflict, Defect, NotFound } from '../core/errors.ts';
import { isId, newId } from '../core/ids.ts';
import type { ProjectScope, UserScope } from '../core/scope.ts';
import { createWithinProjects } from '../limits/index.ts';
import { due, getItem, type Page, queryAll, queryFiltered, ranges, updateItem, userKeys } from '../store/index.ts';
import { type Project, projectItem, projectOf, readProject } from './project.ts';

/** Names the user's default project in paths. */
export const DEFAULT_ALIAS = 'default';

const notFound = (): NotFound => new NotFound('There is no such project.');

const active = async (user: UserScope, id: string) => {
  const item = isId('prj', id) ? await getItem(userKeys.project(user, id)) : undefined;
  const stored = item && readProject(item);
  return stored?.state === 'active' ? stored : undefined;
};

export const projectExists = async (user: UserScope, id: string): Promise<boolean> =>
  (await active(user, id)) !== undefined;

/** The project a path names, if the user has it. The default one always exists, so it costs no read. */
export const projectNamed = async (
  user: UserScope,
  named: string,
  defaultId: string,
): Promise<ProjectScope | undefined> => {
  if (named === DEFAULT_ALIAS || named === defaultId) return user.inProject(defaultId);
  return (await projectExists(user, named)) ? user.inProject(named) : undefined;
};

export const createProject = async (user: UserScope, name: string, clock: Clock = systemClock): Promise<Project> => {
  const now = clock.now();
  const item = projectItem(user, { id: newId('prj', now), name, isDefault: false }, now);
  const outcome = await createWithinProjects(user, [{ put: item, when: 'attribute_not_exists(#pk)' }]);
  if (!outcome.ok) throw new Defect('A new random project exists already.');
  return projectOf(item);
};

/** Oldest first, so the default project comes first. `after` and `next` are sort keys. */
export const listProjects = async (
  user: UserScope,
  page: { limit: number; after?: string; newestFirst?: boolean },
): Promise<Page<Project>> =>
  queryFiltered({ ...ranges.projects(user), ...page }, (items) =>
    items.map(readProject).map((project) => (project.state === 'active' ? projectOf(project) : undefined)),
  );

export const findProject = async (user: UserScope, id: string): Promise<Project> => {
  const stored = await active(user, id);
  if (!stored) throw notFound();
  return projectOf(stored);
};

const stillActive = 'attribute_exists(#pk) and #state = :active';

export const renameProject = async (
  user: UserScope,
  id: string,
  { name, clock = systemClock }: { name: string; clock?: Clock | undefined },
): Promise<Project> => {
  if (!isId('prj', id)) throw notFound();
  const outcome = await updateItem(userKeys.project(user, id), 'set #name = :name, #updated_at = :at', {
    when: stillActive,
    values: { active: 'active', name, at: isoTime(clock.now()) },
  });
  if (!outcome.ok) throw notFound();
  return projectOf(readProject(outcome.item));
};

/** The project is gone for its user at once; its contents are removed by the sweeper, which finds it due. */
export const deleteProject = async (user: UserScope, id: string, clock: Clock = systemClock): Promise<void> => {
  if ((await findProject(user, id)).is_default) throw new Conflict('The default project cannot be deleted.');
  const outcome = await markDeleting(user, id, clock.now());
  if (!outcome.ok) throw notFound();
};

const markDeleting = (user: UserScope, id: string, now: number) => {
  const key = userKeys.project(user, id);
  return updateItem(key, 'set #state = :deleting, #deleted_at = :now, #due_at = :due_at, #due_shard = :due_shard', {
    when: stillActive,
    values: { active: 'active', deleting: 'deleting', now, ...due(key, now) },
  });
};

/**
 * All projects of a user who has left go, also the default one. Says how many there still are; those that a late request
 * makes are found the next time.
 */
export const deleteAllProjects = async (user: UserScope, clock: Clock = systemClock): Promise<number> => {
  let left = 0;
  for await (const item of queryAll(ranges.projects(user))) {
    left += 1;
    if (item.state === 'active') await markDeleting(user, String(item.project_id), clock.now());
  }
  return left;
};
