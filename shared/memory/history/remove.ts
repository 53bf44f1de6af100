import { superseded } from '../recall/search-filter.ts';
import { allOf } from '../store/all.ts';
import type { Filter } from '../store/qdrant.ts';
import type { TenantVectors } from '../store/tenant-vectors.ts';
import { reviveFrom } from './revive.ts';

const PAGE = 500;

/**
 * Removes memories as if they had never been: what one of them superseded belongs to whatever superseded that one, or holds
 * again. That is set first: where it breaks off in between, the same removal finds everything it needs again. `ids`: a
 * selection of these alone, for which less has to be read.
 */
export const removeMemories = async (store: TenantVectors, selection: Filter, ids?: string[]): Promise<void> => {
  const bySome = ids === undefined ? [] : [{ key: 'superseded_by', match: { any: ids } }];
  const stays = { must: [superseded, ...bySome], must_not: [selection] };
  const history = await allOf(store, stays, ['memory_id', 'superseded_by']);
  const leaving = await leavingOf(store, selection, [
    ...new Set(history.flatMap(({ superseded_by }) => superseded_by ?? [])),
  ]);
  const bereft = history.filter(({ superseded_by }) => superseded_by && leaving.has(superseded_by));
  for (const [heir, some] of Map.groupBy(bereft, ({ superseded_by }) => heirOf(superseded_by ?? undefined, leaving))) {
    const ids = some.map(({ memory_id }) => memory_id);
    for (let from = 0; from < ids.length; from += PAGE) {
      await store.update(
        { must: [store.named(ids.slice(from, from + PAGE))] },
        heir === undefined ? { superseded: false, superseded_by: null } : { superseded_by: heir },
      );
    }
  }
  await store.remove(selection);
  if (ids !== undefined) await reviveFrom(store, ids);
};

/** Of these ids, those that the selection removes, each with what superseded it. */
const leavingOf = async (
  store: TenantVectors,
  selection: Filter,
  ids: string[],
): Promise<Map<string, string | undefined>> => {
  const leaving = new Map<string, string | undefined>();
  let asked = ids;
  while (asked.length > 0) {
    const found = [];
    for (let from = 0; from < asked.length; from += PAGE) {
      const filter = { must: [selection, store.named(asked.slice(from, from + PAGE))] };
      found.push(...(await allOf(store, filter, ['memory_id', 'superseded_by'])));
    }
    for (const { memory_id, superseded_by } of found) leaving.set(memory_id, superseded_by ?? undefined);
    asked = found.flatMap(({ superseded_by }) => (superseded_by && !leaving.has(superseded_by) ? superseded_by : []));
  }
  return leaving;
};

/** The first along the chain that stays. */
const heirOf = (id: string | undefined, leaving: ReadonlyMap<string, string | undefined>): string | undefined => {
  const passed = new Set<string>();
  let heir = id;
  while (heir !== undefined && leaving.has(heir) && !passed.has(heir)) {
    passed.add(heir);
    heir = leaving.get(heir);
  }
  return heir !== undefined && passed.has(heir) ? undefined : heir;
};
