import { accountSchema } from '../accounts/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import { type ProjectScope, restored } from '../core/scope.ts';
import { accountKeys, getEach, getItem, type Item, pointerKeys, projectKeys, userKeys } from '../store/index.ts';
import { hashOf } from './address/token.ts';
import { isOver, readPreview, type StoredPreview } from './preview.ts';

/** A preview that stands, as found by the token in its address. */
export type Shown = { project: ProjectScope; preview: StoredPreview };

/** `undefined` for a token that never led anywhere, and for one whose preview is over, or was ended. */
export const shownAt = async (token: string, clock: Clock = systemClock): Promise<Shown | undefined> => {
  const hash = hashOf(token);
  const pointer = await getItem(pointerKeys.preview(hash));
  if (!pointer) return undefined;
  const project = restored({ user_id: String(pointer.user_id), project_id: String(pointer.project_id) });
  const preview = await standing(project, String(pointer.preview_id), clock);
  // A pointer left behind leads to nothing, and to no other preview.
  return preview?.hash === hash ? { project, preview } : undefined;
};

/** Whether it still stands. */
export const stillShown = async ({ project, preview }: Shown, clock: Clock = systemClock): Promise<boolean> =>
  (await standing(project, preview.preview_id, clock)) !== undefined;

/** Read together, so that what is removed, or locked, is not shown from that moment on, whenever its items go. */
const standing = async (project: ProjectScope, id: string, clock: Clock): Promise<StoredPreview | undefined> => {
  const [found, home, account] = await getEach([
    projectKeys.preview(project, id),
    userKeys.project(project.user, project.projectId),
    accountKeys.account(project.user),
  ]);
  if (!found || home?.state === 'deleting' || isClosed(account)) return undefined;
  const preview = readPreview(found);
  return isOver(preview, clock.now()) ? undefined : preview;
};

/** Locked by an administrator, or left by its person. */
const isClosed = (account: Item | undefined): boolean => {
  const { locked, removed_at } = accountSchema.partial().parse(account ?? {});
  return locked === true || removed_at !== undefined;
};
