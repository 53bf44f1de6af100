import { members, whole } from './body.ts';
import type { Collection } from './collection.ts';
import { comparable, parsePath } from './payload-path.ts';
import { malformed, wrongInput } from './refusal.ts';

const countable = ['keyword', 'integer', 'bool', 'uuid'];

/** "Facet": how many points carry each value of a key, the most frequent first. */
export function facet(collection: Collection, body: unknown) {
  const { key, filter, limit } = members(body, ['key', 'filter', 'limit', 'exact'], 'facet');
  if (typeof key !== 'string') throw malformed('facet needs a key');
  const index = collection.indexes.get(key);
  if (!index || !countable.includes(index.type)) {
    throw wrongInput(`No appropriate index for faceting: \`${key}\`. Please create one to facet on this field`);
  }
  const path = parsePath(key);
  const counts = new Map<string | number | boolean, number>();
  for (const { payload } of collection.matching(filter)) {
    for (const value of new Set(comparable(payload, path))) {
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
  }
  const hits = [...counts].map(([value, count]) => ({ value, count }));
  hits.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return { hits: hits.slice(0, whole(limit, 'limit', 10, 1)) };
}
