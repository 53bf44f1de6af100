import { ProjectScope, partOfKey, UserScope } from '../core/scope.ts';
import { deleteObjects, listObjects } from '../platform/objects.ts';
import type { CacheScope } from './keys/index.ts';

/** S3's limit for one listing and for one deletion. */
const BATCH_SIZE = 1_000;

const userFolder = (user: UserScope): string => `u/${user.userId}/`;

/** Where all objects of a project lie: its long texts and the files of its workspace. */
export const objectPrefix = (project: ProjectScope): string => `${userFolder(project.user)}${project.projectId}/`;

/** Where the long texts of a session lie; others of its project lie beside these folders. */
export const textFolder = (project: ProjectScope, session?: string): string =>
  `${objectPrefix(project)}texts/${session === undefined ? '' : `${partOfKey(session)}/`}`;

/** Where what somebody uploads lies until it becomes a file. */
export const uploadedObject = (project: ProjectScope, id: string): string =>
  `${objectPrefix(project)}uploads/${partOfKey(id)}`;

/** Where the cached values of a user or a project lie. What is configured for everybody is nobody's object and has none. */
export const cacheFolder = (scope: CacheScope): string | undefined => {
  if (scope instanceof ProjectScope) return `${objectPrefix(scope)}cache/`;
  return scope instanceof UserScope ? `${userFolder(scope)}cache/` : undefined;
};

/** Removes all long texts of a session, also those that no item points to. */
export const removeTexts = async (project: ProjectScope, session: string): Promise<void> => {
  for (;;) {
    const { items, more } = await listObjects(textFolder(project, session), { limit: BATCH_SIZE });
    await deleteObjects(items.map(({ key }) => key));
    if (!more) return;
  }
};

/** Removes up to 1,000 objects of a project and says how many there were. */
export const removeObjects = (project: ProjectScope): Promise<{ removed: number; more: boolean }> =>
  removeUnder(objectPrefix(project));

/** The same of a user, of whatever project they were. */
export const removeObjectsOfUser = (user: UserScope): Promise<{ removed: number; more: boolean }> =>
  removeUnder(userFolder(user));

const removeUnder = async (prefix: string): Promise<{ removed: number; more: boolean }> => {
  const { items, more } = await listObjects(prefix, { limit: BATCH_SIZE });
  await deleteObjects(items.map(({ key }) => key));
  return { removed: items.length, more };
};
