import { structuredPatch } from 'diff';
import * as z from 'zod';
import type { ProjectScope } from '../../core/scope.ts';
import { changesBetween, type FileChange } from '../commits/stats.ts';
import { textIn } from '../files/merge.ts';
import { wholeOf } from '../files/objects.ts';
import type { Entry, Tree } from '../files/tree.ts';
import { snapshotAt } from './versions.ts';

export const hunkSchema = z
  .object({
    old_start: z.int(),
    old_lines: z.int(),
    new_start: z.int(),
    new_lines: z.int(),
    /** Each begins with a blank, `+`, `-` or `\`, as in a unified diff. */
    lines: z.array(z.string()),
  })
  .meta({ id: 'DiffHunk' });

export const fileDiffSchema = z
  .object({
    path: z.string(),
    change: z.enum(['added', 'changed', 'removed']),
    bytes: z.object({ before: z.int().nullable(), after: z.int().nullable() }).meta({ id: 'DiffBytes' }),
    /** `null` where it is not text, or too long to compare. */
    hunks: z.array(hunkSchema).nullable(),
  })
  .meta({ id: 'FileDiff' });
export type FileDiff = z.infer<typeof fileDiffSchema>;

/** Of one side of a file; a longer one is named without its lines. */
const MAX_BYTES = 256 * 1024;
/** Of all hunks of one answer together; files after that are named without their lines. */
const MAX_ANSWER_BYTES = 1024 * 1024;
/** Lines that are inserted or removed in one file: what a comparison takes grows with their square, and this takes a second. */
const MAX_EDITS = 4_000;
/** Of one answer; what follows is compared by another that goes on. */
const MAX_WORK = 3 * MAX_EDITS ** 2;

/** What changed from one version to another, file by file in the order of their paths. Each version may be the newest. */
export const compare = async (
  project: ProjectScope,
  { from, to, after, limit }: { from: number; to: number; after?: string | undefined; limit: number },
): Promise<{ items: FileDiff[]; next: string | undefined }> => {
  const [before, now] = await Promise.all([treeAt(project, from), treeAt(project, to)]);
  const changes = changesBetween(before, now).filter(({ path }) => after === undefined || path > after);
  const items: FileDiff[] = [];
  let room = MAX_ANSWER_BYTES;
  let work = 0;
  for (const change of changes.slice(0, limit)) {
    if (work >= MAX_WORK) break;
    const diff = await diffOf(project, { change, was: before.get(change.path), is: now.get(change.path), room });
    room -= Buffer.byteLength(JSON.stringify(diff));
    work += editsIn(diff) ** 2;
    items.push(diff);
  }
  return { items, next: changes.length > items.length ? items.at(-1)?.path : undefined };
};

/** Where there is no telling it may have been as many as are looked for. */
const editsIn = ({ hunks }: FileDiff): number =>
  hunks ? hunks.reduce((sum, { lines }) => sum + lines.filter((line) => /^[+-]/.test(line)).length, 0) : MAX_EDITS;

/** Before the first version there is nothing. */
const treeAt = async (project: ProjectScope, version: number): Promise<Tree> =>
  version === 0 ? new Map() : (await snapshotAt(project, version)).tree;

type Sides = { change: FileChange; was: Entry | undefined; is: Entry | undefined; room: number };

const diffOf = async (project: ProjectScope, { change, was, is, room }: Sides): Promise<FileDiff> => {
  const bytes = { before: was?.bytes ?? null, after: is?.bytes ?? null };
  const isLong = Math.max(bytes.before ?? 0, bytes.after ?? 0) > MAX_BYTES;
  const hunks = isLong || room <= 0 ? null : await hunksOf(project, was, is);
  const isTooMuch = hunks !== null && Buffer.byteLength(JSON.stringify(hunks)) > room;
  return { ...change, bytes, hunks: isTooMuch ? null : hunks };
};

const hunksOf = async (
  project: ProjectScope,
  was: Entry | undefined,
  is: Entry | undefined,
): Promise<FileDiff['hunks']> => {
  const sides = await Promise.all([was, is].map((entry) => (entry ? wholeOf(project, entry) : new Uint8Array())));
  const [before, after] = sides.map((bytes) => bytes && textIn(bytes));
  if (before === undefined || after === undefined) return null;
  const patch = structuredPatch('', '', before, after, '', '', { context: 3, maxEditLength: MAX_EDITS });
  return patch
    ? patch.hunks.map(({ oldStart, oldLines, newStart, newLines, lines }) => ({
        old_start: oldStart,
        old_lines: oldLines,
        new_start: newStart,
        new_lines: newLines,
        lines,
      }))
    : null;
};
