import type { DiffHunk, FileDiff } from '../api.ts';

/** What can be kept or taken back by itself: a hunk of a text that was changed, or a file as a whole. */
export type Part = { id: string; path: string; hunk: DiffHunk | undefined };

/** New and removed files, and those without lines to show, are one part. */
export const partsOf = ({ path, change, hunks }: FileDiff): Part[] =>
  change === 'changed' && hunks && hunks.length > 0
    ? hunks.map((hunk, index) => ({ id: `${index}:${path}`, path, hunk }))
    : [{ id: `file:${path}`, path, hunk: undefined }];
