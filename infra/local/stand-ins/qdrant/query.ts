import { type Body, list, members, optionalNumber, whole } from './body.ts';
import type { Collection } from './collection.ts';
import { only } from './conditions.ts';
import { conditionsOf } from './filter.ts';
import { isObject } from './payload-path.ts';
import { type Point, type PointId, parsePointId } from './point.ts';
import { parseProjection, parseWithVector } from './projection.ts';
import { malformed, notFound, unsupported } from './refusal.ts';
import { scrollPoints } from './scroll.ts';
import { parseVector } from './vectors/metric.ts';
import { nearest } from './vectors/scan.ts';

type Hit = { point: Point; score: number };

const prefetchMembers = ['prefetch', 'query', 'filter', 'params', 'score_threshold', 'limit'] as const;
const queryMembers = [...prefetchMembers, 'offset', 'with_payload', 'with_vector'] as const;
const defaultLimit = 10;
/** Of reciprocal rank fusion, as in Qdrant: the best of a list counts 1/2, the next 1/3, … */
const defaultRrfK = 2;

/** "Query points": nearest to a vector or a point, a fusion of prefetches, or the points in order. */
export function queryPoints(collection: Collection, body: unknown) {
  const { offset, with_payload, with_vector, ...fields } = members(body, queryMembers, 'query');
  const skipped = whole(offset, 'offset', 0, 0);
  const limit = whole(fields.limit, 'limit', defaultLimit, 1);
  const project = parseProjection(with_payload, false);
  const withVector = parseWithVector(with_vector);
  const hits = evaluate(collection, { ...fields, limit: skipped + limit }).slice(skipped);
  return {
    points: hits.map(({ point, score }) => {
      const payload = project(point.payload);
      const vector = withVector ? [...collection.vector(point.id)] : undefined;
      return { id: point.id, version: point.version, score, payload, vector };
    }),
  };
}

function evaluate(collection: Collection, fields: Body): Hit[] {
  const { prefetch, query, filter, params, score_threshold, limit: wanted } = fields;
  if (params !== undefined) members(params, ['exact', 'hnsw_ef'], 'params');
  const limit = whole(wanted, 'limit', defaultLimit, 1);
  const threshold = optionalNumber(score_threshold, 'score_threshold');
  // The filter of a query holds for its prefetches too.
  const sources = conditionsOf(prefetch).map((source) => {
    const inner = members(source, prefetchMembers, 'prefetch');
    return evaluate(collection, { ...inner, filter: both(filter, inner.filter) });
  });
  if (isObject(query) && ('fusion' in query || 'rrf' in query)) {
    if (sources.length === 0) throw malformed('a fusion needs prefetches');
    return fuse(sources, rrfK(query))
      .filter(({ score }) => threshold === undefined || score >= threshold)
      .slice(0, limit);
  }
  const among = sources.length === 0 ? undefined : { has_id: sources.flat().map(({ point }) => point.id) };
  const restricted = both(filter, among && { must: [among] });
  if (query === undefined) {
    return scrollPoints(collection, { filter: restricted, limit }).map((point) => ({ point, score: 1 }));
  }
  const { vector, self } = target(collection, query);
  const others = self === undefined ? restricted : both(restricted, { must_not: [{ has_id: [self] }] });
  return nearest(collection, { query: vector, filter: others, limit, threshold }).map(({ point, rank }) => ({
    point,
    score: rank,
  }));
}

/** A vector, or a point whose vector is meant and which is not a hit itself. */
function target(collection: Collection, query: unknown): { vector: Float32Array; self?: PointId } {
  let wanted = query;
  if (isObject(query)) {
    const [kind, value] = only(query, 'query');
    if (kind !== 'nearest') throw unsupported(`the query ${kind}`);
    wanted = value;
  }
  if (typeof wanted !== 'string' && typeof wanted !== 'number') {
    return { vector: parseVector(wanted, collection.config.size, collection.config.distance) };
  }
  const self = parsePointId(wanted);
  if (!collection.get(self)) throw notFound(`No point with id ${self} found`);
  return { vector: collection.vector(self), self };
}

function rrfK(query: Body): number {
  const [kind, value] = only(query, 'query');
  if (kind === 'rrf') return whole(members(value, ['k'], 'rrf').k, 'rrf.k', defaultRrfK, 1);
  if (value !== 'rrf') throw unsupported(`the fusion ${JSON.stringify(value)}`);
  return defaultRrfK;
}

function fuse(sources: Hit[][], k: number): Hit[] {
  const fused = new Map<PointId, Hit>();
  for (const hits of sources) {
    for (const [position, { point }] of hits.entries()) {
      const score = (fused.get(point.id)?.score ?? 0) + 1 / (position + k);
      fused.set(point.id, { point, score });
    }
  }
  return [...fused.values()].sort((a, b) => b.score - a.score);
}

function both(a: unknown, b: unknown): unknown {
  const filters = [a, b].filter((filter) => filter !== undefined && filter !== null);
  return filters.length > 1 ? { must: filters } : filters[0];
}

export function queryBatch(collection: Collection, body: unknown) {
  const { searches } = members(body, ['searches'], 'query batch');
  return list(searches, 'searches').map((search) => queryPoints(collection, search));
}
