import * as z from 'zod';
import { Unprocessable } from '../../../shared/core/errors.ts';
import { decodeCursor } from '../../routing/page.ts';

export const context = { access: 'user', perProject: true } as const;

/** A time as clients write it, in milliseconds. */
export const time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

/** The position a cursor names, if the cursor is of this list. */
export const cursorPosition = (cursor: string | undefined, fits: (position: string) => boolean): string | undefined => {
  const position = decodeCursor(cursor, '');
  if (position === undefined || fits(position)) return position;
  throw new Unprocessable('The cursor does not belong to this list.', {
    errors: [{ path: 'cursor', message: 'Take it from the previous answer.' }],
  });
};
