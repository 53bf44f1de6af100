import { auditItem, type Origin } from '../audit/index.ts';
import { Conflict } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import { getItem, transact, updateItem, userKeys, type Write } from '../store/index.ts';

const BEGUN =
  'Another import was begun in this project and is not done. Repeat that one with its file, or take another project.';

const keyOf = ({ user, projectId }: ProjectScope) => userKeys.project(user, projectId);

/** The digest of the file that is being imported into the project, if one is. */
export const importedFile = async (project: ProjectScope): Promise<string | undefined> =>
  (await getItem(keyOf(project)))?.importing as string | undefined;

const nobodyBegan = '#state = :active and attribute_not_exists(#importing)';
const asRead = '#state = :active and #importing = :read';

type Beginning = { file: string; read: string | undefined; origin: Partial<Origin>; now: number };

/**
 * Marks the project as the one this file goes into, until the import is done. `read` is the mark that was there when the
 * project was found empty, or found to be filled from the same file.
 *
 *     one        finds it empty ── marks it ── writes
 *     another    finds it empty ───────────────────── too late: the mark is not as it was read
 */
export const beginImport = async (project: ProjectScope, { file, read, origin, now }: Beginning): Promise<void> => {
  const outcome = await transact([
    {
      key: keyOf(project),
      update: 'set #importing = :file',
      when: read === undefined ? nobodyBegan : asRead,
      values: { active: 'active', file, ...(read !== undefined && { read }) },
    },
    { put: auditItem(project.user, 'data_imported', { ...origin, target: project.projectId }, now) },
  ]);
  if (!outcome.ok) throw new Conflict(BEGUN);
};

const stillImported = '#state = :active and #importing = :file';

/** For every transaction of an import: once it is done, or the project deleted, a late repeat writes nothing more. */
export const whileImporting = (project: ProjectScope, file: string): Write => ({
  check: keyOf(project),
  when: stillImported,
  values: { active: 'active', file },
});

/** Somebody else who imports the same file may have ended it first. */
export const endImport = async (project: ProjectScope, file: string): Promise<void> => {
  await updateItem(keyOf(project), 'remove #importing', {
    when: stillImported,
    values: { active: 'active', file },
  });
};

/** What an import answers whose project no longer waits for its file. */
export const importIsOver = (): Conflict =>
  new Conflict('The import has ended, or the project is gone. Look at the project.');
