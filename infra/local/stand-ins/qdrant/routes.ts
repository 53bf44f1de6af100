import { list, members } from './body.ts';
import * as changes from './changes.ts';
import type { Collection } from './collection.ts';
import { type Collections, describe } from './collections.ts';
import { facet } from './facet.ts';
import { parseFilter } from './filter.ts';
import { isObject } from './payload-path.ts';
import { type Point, parsePointIds } from './point.ts';
import { parseProjection, parseWithVector } from './projection.ts';
import { queryBatch, queryPoints } from './query.ts';
import { malformed, notFound, unsupported } from './refusal.ts';
import { scroll } from './scroll.ts';

export type Request = { method: string; path: string; search: URLSearchParams; body: unknown };

type Read = (collection: Collection, body: unknown) => unknown;
type Change = (collection: Collection, body: unknown) => number;

const reads: Record<string, Read> = {
  'GET ': describe,
  'POST /points': retrieve,
  'POST /points/scroll': scroll,
  'POST /points/count': count,
  'POST /points/query': queryPoints,
  'POST /points/query/batch': queryBatch,
  'POST /facet': facet,
};

const writes: Record<string, Change> = {
  'PUT /points': changes.upsert,
  'POST /points/delete': changes.deletePoints,
  'POST /points/payload': changes.setPayload,
  'PUT /points/payload': changes.overwritePayload,
  'POST /points/payload/delete': changes.deletePayload,
  'POST /points/payload/clear': changes.clearPayload,
  'PUT /index': createIndex,
};

/** The `result` of one request. */
export function answer(collections: Collections, { method, path, search, body }: Request): unknown {
  const [, root, name, ...rest] = path.split('/').map(decoded);
  if (root !== 'collections') throw notFound(path);
  if (!name) {
    if (method === 'GET') return { collections: collections.names().map((one) => ({ name: one })) };
    throw unsupported(`${method} ${path}`);
  }
  const operation = `${method} ${rest.map((part) => `/${part}`).join('')}`;
  if (operation === 'PUT ') return created(collections, name, body);
  if (operation === 'DELETE ') return collections.drop(name);
  if (operation === 'GET /exists') return { exists: collections.has(name) };
  const status = search.get('wait') === 'true' ? 'completed' : 'acknowledged';
  const read = reads[operation];
  if (read) return read(collections.open(name), body);
  const write = writes[operation];
  if (write) return { operation_id: write(collections.open(name), body), status };
  if (method === 'DELETE' && rest[0] === 'index' && rest[1] && rest.length === 2) {
    return { operation_id: collections.open(name).dropIndex(rest[1]), status };
  }
  if (method === 'GET' && rest[0] === 'points' && rest.length === 2) return one(collections.open(name), rest[1]!);
  throw unsupported(`${method} ${path}`);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw malformed(`the path has a malformed escape: ${part}`);
  }
}

function created(collections: Collections, name: string, body: unknown): boolean {
  if (!isObject(body)) throw malformed('the body is not an object');
  collections.create(name, body);
  return true;
}

function createIndex(collection: Collection, body: unknown): number {
  const { field_name, field_schema } = members(body, ['field_name', 'field_schema'], 'create index');
  if (typeof field_name !== 'string') throw malformed('field_name is not a string');
  if (field_schema === undefined) throw unsupported('an index without field_schema');
  return collection.setIndex(field_name, field_schema);
}

function retrieve(collection: Collection, body: unknown) {
  const fields = members(body, ['ids', 'with_payload', 'with_vector'], 'retrieve');
  const project = parseProjection(fields.with_payload, true);
  const withVector = parseWithVector(fields.with_vector);
  const found = parsePointIds(list(fields.ids, 'ids')).flatMap((id) => collection.get(id) ?? []);
  return found.map((point: Point) => ({
    id: point.id,
    payload: project(point.payload),
    ...(withVector && { vector: [...collection.vector(point.id)] }),
  }));
}

function one(collection: Collection, written: string) {
  const id = /^\d+$/.test(written) ? Number(written) : written;
  const [found] = retrieve(collection, { ids: [id], with_vector: true });
  if (!found) throw notFound(`No point with id ${written} found`);
  return found;
}

function count(collection: Collection, body: unknown) {
  const { filter } = members(body, ['filter', 'exact'], 'count');
  if (!parseFilter(filter, collection.indexes)) return { count: collection.size };
  let matching = 0;
  for (const _ of collection.matching(filter)) matching++;
  return { count: matching };
}
