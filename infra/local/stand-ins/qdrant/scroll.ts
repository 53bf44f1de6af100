import { members, whole } from './body.ts';
import type { Collection } from './collection.ts';
import { microseconds } from './datetime.ts';
import { comparable, parsePath } from './payload-path.ts';
import { compareIds, type Point, type PointId, parsePointId } from './point.ts';
import { parseProjection, parseWithVector } from './projection.ts';
import { malformed, wrongInput } from './refusal.ts';

type Ordered = { point: Point; value: number; shown: unknown };

/** Points in the order of their ids, from one id on. */
export function scrollPoints(
  collection: Collection,
  { filter, limit, from }: { filter: unknown; limit: number; from?: PointId },
): Point[] {
  return [...collection.matching(filter)]
    .filter(({ id }) => from === undefined || compareIds(id, from) >= 0)
    .sort((a, b) => compareIds(a.id, b.id))
    .slice(0, limit);
}

/** "Scroll points": pages by id, or the first ones by a payload value. */
export function scroll(collection: Collection, body: unknown) {
  const known = ['offset', 'limit', 'filter', 'with_payload', 'with_vector', 'order_by'];
  const { offset, filter, order_by, ...rest } = members(body, known, 'scroll');
  const limit = whole(rest.limit, 'limit', 10, 1);
  const project = parseProjection(rest.with_payload, true);
  const withVector = parseWithVector(rest.with_vector);
  const record = (point: Point) => ({
    id: point.id,
    payload: project(point.payload),
    ...(withVector && { vector: [...collection.vector(point.id)] }),
  });
  if (order_by !== undefined) {
    if (offset !== undefined)
      throw wrongInput('Cannot use an `offset` when using `order_by`; use `order_by.start_from`');
    const ordered = inOrder(collection, filter, order_by).slice(0, limit);
    const points = ordered.map(({ point, shown }) => ({ ...record(point), order_value: shown }));
    return { points, next_page_offset: null };
  }
  const from = offset === undefined ? undefined : parsePointId(offset);
  const found = scrollPoints(collection, { filter, limit: limit + 1, from });
  return { points: found.slice(0, limit).map(record), next_page_offset: found[limit]?.id ?? null };
}

function inOrder(collection: Collection, filter: unknown, orderBy: unknown): Ordered[] {
  const fields = members(
    typeof orderBy === 'string' ? { key: orderBy } : orderBy,
    ['key', 'direction', 'start_from'],
    'order_by',
  );
  const { key, direction = 'asc', start_from } = fields;
  if (typeof key !== 'string') throw malformed('order_by needs a key');
  if (direction !== 'asc' && direction !== 'desc') throw malformed('order_by.direction is neither asc nor desc');
  const index = collection.indexes.get(key);
  if (!index?.ordered) {
    throw wrongInput(`No range index for \`order_by\` key: \`${key}\`. Please create one to use \`order_by\``);
  }
  const read = index.type === 'datetime' ? dateValue : numberValue;
  const start = start_from === undefined ? undefined : read(start_from);
  if (start_from !== undefined && start === undefined)
    throw malformed('order_by.start_from has not the type of the key');
  const path = parsePath(key);
  const sign = direction === 'asc' ? 1 : -1;
  const found: Ordered[] = [];
  for (const point of collection.matching(filter)) {
    for (const shown of comparable(point.payload, path)) {
      const value = read(shown);
      if (value !== undefined && (start === undefined || (value - start) * sign >= 0))
        found.push({ point, value, shown });
    }
  }
  return found.sort((a, b) => (a.value - b.value) * sign || compareIds(a.point.id, b.point.id) * sign);
}

const numberValue = (value: unknown) => (typeof value === 'number' ? value : undefined);
const dateValue = (value: unknown) => (typeof value === 'string' ? microseconds(value) : undefined);
