import * as z from 'zod';
import { auditItem, type Origin } from '../audit/index.ts';
import { Conflict } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import { getItem, transact, updateItem, userKeys, type Write } from '../store/index.ts';

const BEGUN =
  'Another import was begun in this project and is not done. Repeat that one with its file, or take another project.';

const keyOf = ({ user, projectId }: ProjectScope) => userKeys.project(user, projectId);

const doneSchema = z.object({
  part: z.int(),
  /** The project in the export, as the first part that has one names it. */
  from: z.string().optional(),
  /** Lines of each kind in the parts so far, for the line that counts them all. */
  counts: z.record(z.string(), z.int()),
});
/** The parts of an export that have been written whole. */
export type ImportedParts = z.infer<typeof doneSchema>;

/** `mark`: the part that is being written, or was written last, with its digest. */
export type Importing = { mark: string | undefined; done: ImportedParts | undefined };

/** How far the import into the project is, if one is under way. */
export const importUnderWay = async (project: ProjectScope): Promise<Importing> => {
  const item = await getItem(keyOf(project));
  return { mark: item?.importing as string | undefined, done: doneSchema.safeParse(item?.imported).data };
};

const nobodyBegan = '#state = :active and attribute_not_exists(#importing)';
const asRead = '#state = :active and #importing = :read';

type Beginning = { mark: string; read: string | undefined; origin: Partial<Origin>; now: number };

/**
 * Marks the project as the one this part goes into, until the next one is, or the import is done. `read` is the mark that
 * was there when the project was found empty, or found to be filled from the same export.
 *
 *     one        finds it empty ── marks it ── writes
 *     another    finds it empty ───────────────────── too late: the mark is not as it was read
 */
export const beginImport = async (project: ProjectScope, { mark, read, origin, now }: Beginning): Promise<void> => {
  const outcome = await transact([
    {
      key: keyOf(project),
      update: 'set #importing = :mark',
      when: read === undefined ? nobodyBegan : asRead,
      values: { active: 'active', mark, ...(read !== undefined && { read }) },
    },
    { put: auditItem(project.user, 'data_imported', { ...origin, target: project.projectId }, now) },
  ]);
  if (!outcome.ok) throw new Conflict(BEGUN);
};

const stillImported = '#state = :active and #importing = :mark';

/** For every transaction of an import: once its part is done, or the project deleted, a late repeat writes nothing more. */
export const whileImporting = (project: ProjectScope, mark: string): Write => ({
  check: keyOf(project),
  when: stillImported,
  values: { active: 'active', mark },
});

/** A part has been written whole. Somebody else who sends the same may have ended it first, and sent the next. */
export const endPart = async (project: ProjectScope, mark: string, done: ImportedParts): Promise<void> => {
  await updateItem(keyOf(project), 'set #imported = :done', {
    when: stillImported,
    values: { active: 'active', mark, done },
  });
};

/** Somebody else who imports the same file may have ended it first. */
export const endImport = async (project: ProjectScope, mark: string): Promise<void> => {
  await updateItem(keyOf(project), 'remove #importing, #imported', {
    when: stillImported,
    values: { active: 'active', mark },
  });
};

/** What an import answers whose project no longer waits for its file. */
export const importIsOver = (): Conflict =>
  new Conflict('The import has ended, or the project is gone. Look at the project.');
