import { Unprocessable } from '../../../shared/core/errors.ts';
import { timeSchema } from '../../routing/audit-query.ts';
import { decodeCursor } from '../../routing/page.ts';

export const context = { access: 'user', perProject: true } as const;

/** A time as clients write it, in milliseconds. */
export const time = timeSchema.transform((text) => Date.parse(text));

/** The position a cursor names, if the cursor is of this list. */
export const cursorPosition = (cursor: string | undefined, fits: (position: string) => boolean): string | undefined => {
  const position = decodeCursor(cursor, '');
  if (position === undefined || fits(position)) return position;
  throw new Unprocessable('The cursor does not belong to this list.', {
    errors: [{ path: 'cursor', message: 'Take it from the previous answer.' }],
  });
};
