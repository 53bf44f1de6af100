import { Unprocessable } from '../../shared/core/errors.ts';
import type { ProjectScope } from '../../shared/core/scope.ts';
import { type Change, limitsOf, uploaded } from '../../shared/workspace/index.ts';
import type { ChangeInput } from './schemas.ts';

/**
 * The changes of one edit. An upload is read once, however many files are made of it: together those of an hour have no more bytes
 * than a workspace, and so has what is in memory.
 */
export const changesOf = async (project: ProjectScope, wanted: readonly ChangeInput[]): Promise<Change[]> => {
  const read = new Map<string, Buffer>();
  const changes: Change[] = [];
  for (const change of wanted) {
    if (!('upload' in change)) {
      changes.push(plainChangeOf(change));
      continue;
    }
    const { path, upload, executable } = change;
    const content = read.get(upload) ?? (await fileUploaded(project, upload));
    read.set(upload, content);
    changes.push({ path, content, executable });
  }
  return changes;
};

const fileUploaded = async (project: ProjectScope, upload: string): Promise<Buffer> => {
  const { fileBytes } = await limitsOf(project.user);
  return uploaded(project, upload, { most: fileBytes });
};

export const plainChangeOf = (change: Exclude<ChangeInput, { upload: string }>): Change => {
  if ('remove' in change) return change;
  if ('move_to' in change) return { path: change.path, moveTo: change.move_to };
  const { path, content, encoding, executable } = change;
  return {
    path,
    content: encoding === 'base64' ? decoded(content, `content of ${path}`) : checked(content, path),
    executable,
  };
};

export const decoded = (content: string, what: string): Buffer => {
  const bytes = Buffer.from(content, 'base64');
  if (bytes.toString('base64').replace(/=+$/, '') === content.replace(/=+$/, '')) return bytes;
  throw new Unprocessable(`The ${what} is not valid base64.`);
};

/** A text that UTF-8 cannot hold would be stored as another one. */
const checked = (content: string, path: string): string => {
  if (content.isWellFormed()) return content;
  throw new Unprocessable(`The content of ${path} is not valid text: it has unpaired surrogates.`);
};
