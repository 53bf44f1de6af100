import type { Place } from '../level.ts';
import type { Parts } from '../parts.ts';
import { type Looked, look } from '../reading/look.ts';
import { shardName } from '../tags/names.ts';
import { orUnavailable } from './invalidate.ts';
import { raiseAndStore } from './write.ts';

export type Expired<V> = { id: string; place: Place; keep: Looked<V> };

/**
 * Makes a value stale that is fresh: it is loaded anew for the next who asks, and served within its grace if that fails.
 * The version is raised only from the one that the entry remembers, so that an entry which was replaced meanwhile is left alone.
 */
export const expire = async <V>(parts: Parts, { id, place, keep }: Expired<V>): Promise<void> => {
  parts.memory.delete(id);
  parts.figures.count('invalidations');
  const found = await look(parts, place, keep);
  const name = shardName(place);
  const { [name]: former, ...versions } = found?.entry.versions ?? {};
  if (!found || former === undefined) return orUnavailable(parts.raises.raise(place.scope, name));
  const fresh_until_ms = Math.min(parts.clock.now(), found.entry.fresh_until_ms);
  const underVersion = (version: string) => ({
    ...found.entry,
    fresh_until_ms,
    versions: { ...versions, [name]: version },
  });
  await orUnavailable(raiseAndStore(parts, { place, level: keep.level, name, on: { former }, versions, underVersion }));
};
