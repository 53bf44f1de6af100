import type { Clock } from '../../core/clock.ts';
import { Conflict, Unprocessable } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import type { Write } from '../../store/index.ts';
import { commit } from '../commits/commit.ts';
import type { Change } from '../commits/edit.ts';
import { digestIn } from '../files/tree.ts';
import type { VersionContents } from '../history/contents.ts';
import { findHead } from '../history/head.ts';
import { TagTaken, tagVersion } from '../history/tags.ts';
import { snapshotAt } from '../history/versions.ts';
import { fromPieces } from './pieces.ts';

export type CopiedVersion = Omit<VersionContents, 'version' | 'from'>;

/**
 * Makes the `nth` version of a project as another project had it, from pieces that were kept before. Repeatable: what is there already
 * stays. 409 where the project has other files meanwhile, 422 where bytes are missing.
 *
 *   part 1   version 1, version 2, breaks off
 *   again    version 1 is there, version 2 is there, version 3
 */
export const copyVersion = async (
  project: ProjectScope,
  copied: CopiedVersion,
  { guard, clock }: { guard: Write; clock: Clock },
): Promise<void> => {
  const { nth, author, reason, tag } = copied;
  const at = (await findHead(project))?.version ?? 0;
  if (nth > at + 1) throw new Unprocessable(`Version ${nth - 1} of the files has to be imported before ${nth}.`);
  if (nth === at + 1) {
    const changes = await changesOf(project, copied);
    await commit(project, { changes, author, reason, base: at }, { beside: () => [guard], clock });
  }
  if (nth > 0 && !(await isAt(project, copied)))
    throw new Conflict('The files were changed while they were imported. Begin again in an empty project.');
  if (nth > 0 && tag !== null) await tagVersion(project, nth, tag).catch(whereTaken);
};

/** Exports of before a tag named one version may have it twice: there it stays with the first. */
const whereTaken = (error: unknown): void => {
  if (!(error instanceof TagTaken)) throw error;
};

const changesOf = async (project: ProjectScope, { nth, files, removed }: CopiedVersion): Promise<Change[]> => {
  const changes: Change[] = removed.map((path) => ({ path, remove: true }));
  for (const { path, executable, ...named } of files) {
    const content = await fromPieces(project, named);
    if (!content) throw new Unprocessable(`The bytes of ${path} in version ${nth} are not in the export.`);
    changes.push({ path, content, executable });
  }
  return changes;
};

const isAt = async (project: ProjectScope, { nth, files, removed }: CopiedVersion): Promise<boolean> => {
  const { tree } = await snapshotAt(project, nth);
  const isThere = ({ path, sha256 }: CopiedVersion['files'][number]): boolean =>
    digestIn(tree.get(path)?.blob ?? '') === sha256;
  return files.every(isThere) && removed.every((path) => !tree.has(path));
};
