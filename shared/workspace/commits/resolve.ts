import type { ProjectScope } from '../../core/scope.ts';
import { type FileConflict, merged, textIn } from '../files/merge.ts';
import { wholeOf } from '../files/objects.ts';
import type { Entry } from '../files/tree.ts';
import type { Both, Draft } from './apply.ts';
import { EditConflict } from './errors.ts';

/**
 * Settles in the draft what both sides changed: the same on both sides stands, changes of different lines go together, and for
 * anything else the whole edit is refused with both sides of every such file. Says which files were merged.
 */
export const resolve = async (project: ProjectScope, draft: Draft, both: Both[]): Promise<string[]> => {
  const conflicts: FileConflict[] = [];
  const together: string[] = [];
  for (const { path, base, theirs, yours } of both) {
    // Both removed it.
    if (!theirs && !yours) continue;
    const [was, is] = await Promise.all([bytesOf(project, base), bytesOf(project, theirs)]);
    if (is && yours && Buffer.compare(is, yours.content) === 0) continue;
    const content = was && is && yours && merged(was, is, yours.content);
    if (!content) {
      conflicts.push({ path, theirs: is && textIn(is), yours: yours && textIn(yours.content) });
      continue;
    }
    draft.set(path, { content, executable: yours.executable });
    together.push(path);
  }
  if (conflicts.length > 0) throw new EditConflict(conflicts);
  return together;
};

/** `undefined` where there is no such file, or its bytes were swept because its version is gone: nothing is merged then. */
const bytesOf = async (project: ProjectScope, entry: Entry | undefined): Promise<Uint8Array | undefined> =>
  entry && wholeOf(project, entry);
