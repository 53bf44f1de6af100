import type { ProjectScope } from '../../core/scope.ts';

/** S3 allows 1,024 bytes for a key; the rest is for what stands before. */
const LONGEST_PATH = 512;

/** A path that names no file of a workspace; the message is for the model. */
export class BadPath extends Error {
  override readonly name = 'BadPath';
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const STRANGE = /[\u0000-\u001f\u007f\\]|[\p{Cf}\p{Cs}]/u;

/**
 * A path inside the workspace in its one spelling: relative, no empty, `.` or `..` parts, composed characters. What is not
 * is refused rather than mended, so that nobody reads one file and writes another.
 */
export const filePath = (text: string): string => {
  const path = text.normalize('NFC').replace(/^\.\//, '');
  const wrong =
    path === '' ||
    Buffer.byteLength(path) > LONGEST_PATH ||
    STRANGE.test(path) ||
    path.split('/').some((part) => part === '' || part === '.' || part === '..' || part !== part.trim());
  if (wrong) throw new BadPath('This is not a path of a file: use relative ones, like "notes/today.md".');
  return path;
};

/** The part of the bucket that is one project's workspace. */
export const workspacePrefix = (project: ProjectScope): string => `u/${project.userId}/${project.projectId}/files/`;
