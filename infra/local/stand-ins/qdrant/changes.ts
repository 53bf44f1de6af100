import { type Body, list, members } from './body.ts';
import type { Collection } from './collection.ts';
import { isObject, parsePath, withObjectAt, withoutPath } from './payload-path.ts';
import { type Payload, type Point, type PointId, parsePointId, parsePointIds } from './point.ts';
import { malformed, notFound } from './refusal.ts';
import { parseVector } from './vectors/metric.ts';

/** "Upsert points": each replaces what had its id, payload included. All are read before the first is written. */
export function upsert(collection: Collection, body: unknown): number {
  const { points, batch } = members(body, ['points', 'batch'], 'upsert');
  const given = batch === undefined ? list(points, 'points') : rows(batch);
  const { size, distance } = collection.config;
  const parsed = given.map((one) => {
    const { id, vector, payload } = members(one, ['id', 'vector', 'payload'], 'a point');
    return { id: parsePointId(id), vector: parseVector(vector, size, distance), payload: parsePayload(payload ?? {}) };
  });
  return collection.upsert(parsed);
}

function rows(batch: unknown): unknown[] {
  const { ids, vectors, payloads } = members(batch, ['ids', 'vectors', 'payloads'], 'batch');
  const columns = {
    ids: list(ids, 'ids'),
    vectors: list(vectors, 'vectors'),
    payloads: list(payloads ?? [], 'payloads'),
  };
  if (columns.ids.length !== columns.vectors.length) throw malformed('batch has not as many vectors as ids');
  if (payloads !== undefined && columns.payloads.length !== columns.ids.length) {
    throw malformed('batch has not as many payloads as ids');
  }
  return columns.ids.map((id, n) => ({ id, vector: columns.vectors[n], payload: columns.payloads[n] }));
}

export function deletePoints(collection: Collection, body: unknown): number {
  const ids = selected(collection, members(body, ['points', 'filter'], 'delete'), 'ignore the missing');
  return collection.delete(ids.map(({ id }) => id));
}

/** "Set payload": adds to what is there, at the top or in the object at `key`. */
export function setPayload(collection: Collection, body: unknown): number {
  const fields = members(body, ['payload', 'points', 'filter', 'key'], 'set payload');
  const added = parsePayload(fields.payload);
  const path = typeof fields.key === 'string' ? parsePath(fields.key) : [];
  return collection.changePayloads(selected(collection, fields), (payload) =>
    withObjectAt(payload, path, (target) => ({ ...target, ...added })),
  );
}

export function overwritePayload(collection: Collection, body: unknown): number {
  const fields = members(body, ['payload', 'points', 'filter'], 'overwrite payload');
  const payload = parsePayload(fields.payload);
  return collection.changePayloads(selected(collection, fields), () => payload);
}

export function deletePayload(collection: Collection, body: unknown): number {
  const fields = members(body, ['keys', 'points', 'filter'], 'delete payload');
  const paths = list(fields.keys, 'keys').map((key) => {
    if (typeof key !== 'string') throw malformed('a payload key is not a string');
    return parsePath(key);
  });
  return collection.changePayloads(selected(collection, fields), (payload) => paths.reduce(withoutPath, payload));
}

export function clearPayload(collection: Collection, body: unknown): number {
  const fields = members(body, ['points', 'filter'], 'clear payload');
  return collection.changePayloads(selected(collection, fields), () => ({}));
}

function selected(collection: Collection, { points, filter }: Body, missing = 'refuse the missing'): Point[] {
  if (points === undefined && filter === undefined) throw malformed('neither points nor filter is given');
  if (points !== undefined && filter !== undefined) throw malformed('both points and filter are given');
  if (points === undefined) return [...collection.matching(filter)];
  const found = parsePointIds(list(points, 'points')).map((id: PointId) => ({ id, point: collection.get(id) }));
  const absent = found.find(({ point }) => !point);
  if (absent && missing === 'refuse the missing') throw notFound(`No point with id ${absent.id} found`);
  return found.flatMap(({ point }) => point ?? []);
}

function parsePayload(value: unknown): Payload {
  if (!isObject(value)) throw malformed('a payload is not an object');
  return value;
}
