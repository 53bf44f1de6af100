import { type Clock, DAY, systemClock } from '../core/clock.ts';
import { Conflict } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { ProjectScope } from '../core/scope.ts';
import {
  createBounded,
  getItem,
  pointerKeys,
  projectKeys,
  ranges,
  SCHEMA_VERSION,
  type StoredItem,
} from '../store/index.ts';
import { filePath, findVersion } from '../workspace/index.ts';
import { addressOf } from './address/address.ts';
import { hashOf, newToken, type RandomBytes } from './address/token.ts';
import { capturedItem, NOTHING_CAPTURED } from './errors/captured.ts';
import { forgottenAt, type Preview, previewItem, publicPreview, readPreview, type StoredPreview } from './preview.ts';
import { type Intended, programItem } from './program/stored.ts';

export const MAX_PREVIEWS = 20;
/** How long a preview is shown where nobody says anything else. */
export const USUAL_TIME = DAY;

type Tools = { clock?: Clock; random?: RandomBytes };

export type Publication = {
  /** `newest` follows what is committed from now on. */
  version: number | 'newest';
  /** Whose files are shown; the root of the files by default. */
  folder?: string | undefined;
  /** Whether pages that are not there are answered with `index.html`, as applications that route by themselves want it. */
  fallback?: boolean | undefined;
  /** What answers in place of files, and what is about to run for it. */
  program?: (NonNullable<StoredPreview['program']> & { intended: Omit<Intended, 'now'> }) | undefined;
  /** The build whose page it is. */
  built?: StoredPreview['built'];
  ttlMs: number;
  /** Chosen before, by whoever may have to publish it again after a crash: it is published once. */
  reserved?: Reserved | undefined;
};

export type Reserved = { preview_id: string; token: string };

export const reserve = ({ clock = systemClock, random }: Tools = {}): Reserved => ({
  preview_id: newId('prv', clock.now()),
  token: newToken(random),
});

/**
 * Shows files of the project to whoever is told the address, which is in this answer and nowhere else. Throws 404 for a
 * version that is not there, and 409 where there are too many previews.
 */
export const publish = async (
  project: ProjectScope,
  { version, folder, fallback = false, program, built, ttlMs, reserved }: Publication,
  { clock = systemClock, random }: Tools = {},
): Promise<Preview & { url: string }> => {
  const shown = folder === undefined ? '' : filePath(folder.replace(/\/$/, ''));
  if (version !== 'newest') await findVersion(project, version);
  const now = clock.now();
  const { preview_id, token } = reserved ?? reserve({ clock, ...(random && { random }) });
  const before = reserved && (await getItem(projectKeys.preview(project, preview_id)));
  if (before) return { ...publicPreview(readPreview(before)), url: addressOf(token) };
  const stored: StoredPreview = {
    preview_id,
    user_id: project.userId,
    project_id: project.projectId,
    hash: hashOf(token),
    version,
    folder: shown,
    fallback,
    ...(program && { program: { command: program.command, port: program.port } }),
    ...(built && { built }),
    created_at: now,
    ends_at: now + ttlMs,
  };
  const bound = {
    range: ranges.previews(project),
    most: MAX_PREVIEWS,
    creations: projectKeys.previewCreations(project),
  };
  const outcome = await createBounded(bound, [
    { put: previewItem(project, stored) },
    { put: pointerItem(stored) },
    { put: capturedItem(project, stored, NOTHING_CAPTURED, now) },
    ...(program ? [{ put: programItem(project, stored, { ...program.intended, now }) }] : []),
  ]);
  if (outcome === 'full')
    throw new Conflict(`A project has at most ${MAX_PREVIEWS} previews. End one that is no longer looked at.`);
  return { ...publicPreview(stored), url: addressOf(token) };
};

/** It leads to the preview and says nothing of it. */
const pointerItem = (preview: StoredPreview): StoredItem => ({
  ...pointerKeys.preview(preview.hash),
  v: SCHEMA_VERSION,
  user_id: preview.user_id,
  project_id: preview.project_id,
  preview_id: preview.preview_id,
  expires_at: forgottenAt(preview),
});
