import type { ProjectScope } from '../../core/scope.ts';
import { objectPrefix } from '../../store/index.ts';

/** S3 allows 1,024 bytes for a key; the rest is for what stands before. */
const MAX_PATH_BYTES = 512;

/** Not a valid path of a workspace file; the message is for the model. */
export class InvalidPath extends Error {
  override readonly name = 'InvalidPath';
}

/** ASCII control characters, backslashes, invisible format characters and unpaired surrogates. */
const STRANGE = /(?![\u0080-\u009f])\p{Cc}|\\|[\p{Cf}\p{Cs}]/u;

/**
 * A path inside the workspace in its canonical form: relative, no empty, `.` or `..` parts, composed characters. Anything
 * else is refused rather than corrected, so that nobody reads one file and writes another.
 */
export const filePath = (text: string): string => {
  const path = text.normalize('NFC').replace(/^\.\//, '');
  const wrong =
    path === '' ||
    Buffer.byteLength(path) > MAX_PATH_BYTES ||
    STRANGE.test(path) ||
    path.split('/').some((part) => part === '' || part === '.' || part === '..' || part !== part.trim());
  if (wrong) throw new InvalidPath('Not a valid file path: use a relative one, such as "notes/today.md".');
  return path;
};

/** Whether a text is a path in its canonical form. */
export const isFilePath = (text: string): boolean => {
  try {
    return filePath(text) === text;
  } catch (error) {
    if (error instanceof InvalidPath) return false;
    throw error;
  }
};

/** The part of the bucket that is one project's workspace. */
export const workspacePrefix = (project: ProjectScope): string => `${objectPrefix(project)}files/`;
