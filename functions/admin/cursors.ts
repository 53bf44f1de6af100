import { positionIn, scopeOfUser } from '../../shared/administration/index.ts';
import { Unprocessable } from '../../shared/core/errors.ts';
import { isId } from '../../shared/core/ids.ts';
import { decodeCursor } from '../routing/page.ts';

const foreign = (): Unprocessable =>
  new Unprocessable('The cursor does not belong to this list.', {
    errors: [{ path: 'cursor', message: 'Take it from the list\'s "next_cursor".' }],
  });

/** A list of users, or of something of theirs, goes on after a user. */
export const afterUser = (position: string | undefined): string | undefined => {
  if (position !== undefined && !scopeOfUser(position)) throw foreign();
  return position;
};

export const userCursor = (cursor: string | undefined): string | undefined => afterUser(decodeCursor(cursor, ''));

/** A list of runs goes on after a run, or after all of a user's; that of one user after one of their runs. */
export const runCursor = (cursor: string | undefined, of: string | undefined): string | undefined => {
  const after = decodeCursor(cursor, '');
  if (after === undefined) return undefined;
  const { user, project, run } = positionIn(after);
  const fits = project === undefined || (isId('prj', project) && isId('run', run ?? ''));
  if (!scopeOfUser(user) || !fits || (of !== undefined && (of !== user || project === undefined))) throw foreign();
  return after;
};
