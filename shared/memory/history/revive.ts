import { superseded } from '../recall/search-filter.ts';
import { allOf } from '../store/all.ts';
import type { TenantVectors } from '../store/tenant-vectors.ts';

/**
 * What these memories superseded is current again, as far as they are gone. Asked by whoever marked something and by whoever
 * removed something, after they did, because neither may have seen the other:
 *
 *     removal:  reads what N superseded: nothing          removes N
 *     writer:                            marks O by N                  N is gone: O is current again
 *
 * Where the mark comes after the first look of the removal and before its end, the second look finds it.
 */
export const reviveFrom = async (store: TenantVectors, ids: string[]): Promise<void> => {
  const marked = { must: [superseded, { key: 'superseded_by', match: { any: ids } }] };
  if (ids.length === 0 || (await store.count(marked)) === 0) return;
  const there = new Set((await allOf(store, { must: [store.named(ids)] }, ['memory_id'])).map((one) => one.memory_id));
  const gone = ids.filter((id) => !there.has(id));
  if (gone.length === 0) return;
  const orphaned = { must: [superseded, { key: 'superseded_by', match: { any: gone } }] };
  await store.update(orphaned, { superseded: false, superseded_by: null });
};
