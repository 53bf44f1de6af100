import * as z from 'zod';
import { Unprocessable } from '../../../shared/core/errors.ts';
import type { Page } from '../../../shared/store/index.ts';
import { foreignCursor } from '../cursors/sealed.ts';
import { decodeCursor, encodeCursor, type List, order, pageQuery } from '../page.ts';

/*
 * Lists that are short: projects, agents, keys. In the order they are stored in they are read page by page, however long they
 * are; sorted by anything else, or from an offset on, they are read whole and sorted here, up to a thousand items.
 */

/** A longer list is not sorted, and has no offset: reading it whole for every page would have no bound. */
export const MAX_SORTED = 1_000;

type Order = 'asc' | 'desc';
type Asked = {
  limit: number;
  cursor?: string | undefined;
  sort: string;
  order: Order;
  offset?: number | undefined;
};

/** A list that can be read page by page: the range its cursors lie in, and its pages. */
type Stored<T> = {
  list: List;
  read(page: { limit: number; after?: string; newestFirst: boolean }): Promise<Page<T>>;
};
/** `keyOf` is unique, and orders the items as they are stored. `all` of a list that is always read whole. */
type Keyed<T> = { keyOf(item: T): string | number };
type Source<T> = (Stored<T> & Keyed<T>) | ({ all: T[] } & Keyed<T>);

type Answer<T> = { items: T[]; next_cursor: string | null };

/**
 * A list that is stored by one field, and can be sorted by `others` too. The direction is that of both ends: `desc` is the
 * exact reverse of `asc`.
 */
export const sortedList = <const Field extends string>({
  stored,
  others,
  order: direction,
}: {
  stored: Field;
  others: Field[];
  order: Order;
}) => {
  type Fields = { readonly [F in Field]: string | number | null };
  const query = {
    ...pageQuery,
    sort: z.enum([stored, ...others]).default(stored as never),
    order: order.default(direction),
    offset: z.coerce.number().int().min(0).max(MAX_SORTED).optional(),
  };

  const page = async <T extends Fields>(asked: Asked, source: Source<T>): Promise<Answer<T>> => {
    const from = asked.cursor === undefined ? undefined : positionIn(asked.cursor);
    const isAsStored = asked.sort === stored && asked.offset === undefined && from === undefined;
    if (isAsStored && 'list' in source) return pageAsStored(asked, source);
    const items = 'all' in source ? source.all : await readWhole(asked, source);
    const at = (item: T): Position => [
      asked.sort === stored ? '' : (item[asked.sort as Field] ?? ''),
      source.keyOf(item),
    ];
    return pageOfSorted(asked, { items, at, from });
  };

  return { query, page };
};

const pageAsStored = async <T>({ limit, cursor, order }: Asked, { list, read }: Stored<T>): Promise<Answer<T>> => {
  const after = decodeCursor(cursor, list);
  const { items, next } = await read({ limit, newestFirst: order === 'desc', ...(after !== undefined && { after }) });
  return { items, next_cursor: encodeCursor(next) };
};

const readWhole = async <T>({ sort, offset }: Asked, { read }: Stored<T>): Promise<T[]> => {
  const found: T[] = [];
  let after: string | undefined;
  do {
    const limit = MAX_SORTED + 1 - found.length;
    const { items, next } = await read({ limit, newestFirst: false, ...(after !== undefined && { after }) });
    found.push(...items);
    if (found.length > MAX_SORTED) throw tooLong(offset === undefined ? 'sort' : 'offset', sort);
    after = next;
  } while (after !== undefined);
  return found;
};

const tooLong = (path: 'sort' | 'offset', sort: string): Unprocessable => {
  const what = path === 'sort' ? `be sorted by "${sort}"` : 'be read from an offset on';
  const message = `Only a list of at most ${MAX_SORTED} items can ${what}; page through this one with "cursor".`;
  return new Unprocessable('The list is too long for this.', { errors: [{ path, message }] });
};

/** What a sorted list goes on after, whether or not that item is still there: the value it is sorted by, and its key. */
type Position = [value: string | number, key: string | number];

const part = z.union([z.string(), z.number()]);
const positionSchema = z.tuple([part, part]);
const SORTED = 'sorted:';

const textOf = (position: Position): string =>
  Buffer.from(SORTED + JSON.stringify(position), 'utf8').toString('base64url');

/** The position of a sorted list that is in a cursor; `undefined` for one of a list as it is stored. */
const positionIn = (cursor: string): Position | undefined => {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!text.startsWith(SORTED)) return undefined;
  try {
    return positionSchema.parse(JSON.parse(text.slice(SORTED.length)));
  } catch (error) {
    throw foreignCursor({ cause: error });
  }
};

const compare = ([value, key]: Position, [otherValue, otherKey]: Position): number => {
  if (value !== otherValue) return value < otherValue ? -1 : 1;
  if (key === otherKey) return 0;
  return key < otherKey ? -1 : 1;
};

const pageOfSorted = <T>(
  { limit, order, offset = 0 }: Asked,
  { items, at, from }: { items: T[]; at: (item: T) => Position; from: Position | undefined },
): Answer<T> => {
  const sign = order === 'asc' ? 1 : -1;
  const sorted = items
    .map((item) => ({ item, position: at(item) }))
    .sort((one, other) => sign * compare(one.position, other.position));
  // A cursor says where to go on, so the offset of the first page is not counted again.
  const following = from ? sorted.filter(({ position }) => sign * compare(position, from) > 0) : sorted.slice(offset);
  const shown = following.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ item }) => item),
    next_cursor: last && following.length > limit ? textOf(last.position) : null,
  };
};
