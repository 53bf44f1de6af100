import type { FileChange, FileDiff } from '../api.ts';
import { takenBack } from './hunks.ts';
import { partsOf } from './parts.ts';

/** Both sides of what is looked at. */
export type Sides = {
  /** A file as it was before. */
  before(path: string): Promise<Uint8Array>;
  wasExecutable(path: string): Promise<boolean>;
  /** A text as it is after. */
  after(path: string): Promise<string>;
};

/** The changes, on the files after, that take the dropped parts back and leave all others. `dropped`: ids of parts. */
export const changesWithout = async (
  files: readonly FileDiff[],
  dropped: ReadonlySet<string>,
  sides: Sides,
): Promise<FileChange[]> => {
  const changes: FileChange[] = [];
  for (const file of files) {
    const parts = partsOf(file);
    const out = parts.filter(({ id }) => dropped.has(id));
    if (out.length === 0) continue;
    const { path, change } = file;
    if (change === 'added') changes.push({ path, remove: true });
    else if (out.length === parts.length) changes.push(await asBefore(path, sides));
    else {
      const hunks = out.flatMap(({ hunk }) => hunk ?? []);
      changes.push({ path, content: takenBack(await sides.after(path), hunks), encoding: 'utf-8' });
    }
  }
  // A place that a file takes again has to be free first.
  return changes.toSorted((one, other) => Number('remove' in other) - Number('remove' in one));
};

const asBefore = async (path: string, { before, wasExecutable }: Sides): Promise<FileChange> => ({
  path,
  content: base64Of(await before(path)),
  encoding: 'base64',
  executable: await wasExecutable(path),
});

/** In pieces: a function takes so many arguments and no more. */
const PIECE = 0x8000;

export const base64Of = (bytes: Uint8Array): string => {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) pieces.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  return btoa(pieces.join(''));
};
