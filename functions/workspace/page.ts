import { Unprocessable } from '../../shared/core/errors.ts';
import { isFilePath } from '../../shared/workspace/index.ts';

/** A list of paths goes on after one. */
export const afterPath = (path: string | undefined): string | null =>
  path === undefined ? null : Buffer.from(path).toString('base64url');

export const pathAfter = (cursor: string | undefined): string | undefined => {
  if (cursor === undefined) return undefined;
  const path = Buffer.from(cursor, 'base64url').toString('utf8');
  if (isFilePath(path) && afterPath(path) === cursor) return path;
  throw new Unprocessable('The cursor does not belong to this list.', {
    errors: [{ path: 'cursor', message: 'Take it from the list\'s "next_cursor".' }],
  });
};
