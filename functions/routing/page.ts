import * as z from 'zod';
import { Unprocessable } from '../../shared/core/errors.ts';
import type { PrefixRange } from '../../shared/store/index.ts';

const MAX_PAGE_SIZE = 100;
const DEFAULT_PAGE_SIZE = 50;

/** Query parameters of every list; spread into an operation's own: `z.object({ ...pageQuery, state: … })`. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,1024}$/, 'Take it from the list\'s "next_cursor".')
    .optional(),
};

export const order = z.enum(['asc', 'desc']);

/** The same of lists in the order of creation, which can be read from either end. */
const byCreation = { ...pageQuery, sort: z.literal('created_at').default('created_at') };
export const newestFirstQuery = { ...byCreation, order: order.default('desc') };
export const oldestFirstQuery = { ...byCreation, order: order.default('asc') };

/** The schema of a list's answer, named after its items. */
export const pageOf = <T extends z.ZodType>(item: T) => {
  const page = z.object({ items: z.array(item), next_cursor: z.string().nullable() });
  const name = item.meta()?.id;
  return name === undefined ? page : page.meta({ id: `${name}Page` });
};

/** Where the next page begins, as clients see it: opaque. `after` is a sort key. */
export const encodeCursor = (after: string | undefined): string | null =>
  after === undefined ? null : Buffer.from(after).toString('base64url');

const sortKey = /^[\x21-\x7e]{1,512}$/;
const id = /^[\w.:-]{1,128}$/;
/** A list of ids continues after an id; any other after a sort key, which may have several parts. */
const fits = (after: string, prefix: string): boolean =>
  (prefix.endsWith('#') || prefix === '' ? sortKey : id).test(after);

/** What the cursors of a list begin with: the prefix of its range, or of its ids. */
export type List = string | Pick<PrefixRange, 'prefix'>;

const foreign = (): Unprocessable =>
  new Unprocessable('The cursor does not belong to this list.', {
    errors: [{ path: 'cursor', message: 'Take it from the list\'s "next_cursor".' }],
  });

/** The sort key, which must lie in the listed range. */
export const within = (list: List, after: string): string => {
  const prefix = typeof list === 'string' ? list : list.prefix;
  if (!after.startsWith(prefix) || !fits(after, prefix)) throw foreign();
  return after;
};

/** Back to the sort key: a cursor of another list, or an invented one, is refused. */
export const decodeCursor = (cursor: string | undefined, list: List): string | undefined => {
  if (cursor === undefined) return undefined;
  const after = Buffer.from(cursor, 'base64url').toString('utf8');
  if (encodeCursor(after) !== cursor) throw foreign();
  return within(list, after);
};
