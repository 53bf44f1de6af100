import type { ProjectScope } from '../../core/scope.ts';
import { type Committed, commit } from '../commits/commit.ts';
import type { About } from '../commits/edit.ts';
import { limitsOf } from '../commits/limits.ts';
import { replaceAll } from '../commits/replace.ts';
import { filesIn } from './unpack.ts';

/** `merge`: files of the archive replace those of the same path, others stay. `replace`: its files are all there are. */
export const importModes = ['merge', 'replace'] as const;
export type ImportMode = (typeof importModes)[number];

/** Makes one version of an archive. Throws `ArchiveRefused`, and what `commit` throws; then nothing is written. */
export const importArchive = async (
  project: ProjectScope,
  { archive, mode, ...about }: { archive: Buffer; mode: ImportMode } & About,
): Promise<Committed> => {
  const files = filesIn(archive, await limitsOf(project.user));
  if (mode === 'replace') return replaceAll(project, files, about);
  return commit(project, { ...about, changes: [...files].map(([path, file]) => ({ path, ...file })) });
};
