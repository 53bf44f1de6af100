import { cacheKeys } from '../../store/index.ts';
import type { Entry } from '../entry.ts';
import type { Place } from '../level.ts';
import type { Keep } from '../options.ts';
import type { Found, Guarded, Parts } from '../parts.ts';
import { namesOf, rememberedOf } from '../tags/names.ts';

export type Looked<V> = Pick<Keep<V>, 'schema' | 'tags' | 'immutable' | 'level'>;

/** The first of the shared levels that has a value all of whose versions are current. It may be stale, within its grace. */
export const look = async <V>(parts: Parts, place: Place, keep: Looked<V>): Promise<Found<V> | undefined> => {
  if (keep.level === 'memory') return undefined;
  for (const guarded of levelsOf(parts, keep)) {
    const [found] = await lookInto(parts, guarded, { places: [place], keep });
    if (found) return found;
  }
  return undefined;
};

/** Of many places, in their order; each level is asked once for all that the one before it did not have. */
export const lookMany = async <V>(
  parts: Parts,
  places: readonly Place[],
  keep: Looked<V>,
): Promise<(Found<V> | undefined)[]> => {
  const found: (Found<V> | undefined)[] = places.map(() => undefined);
  if (keep.level === 'memory') return found;
  for (const guarded of levelsOf(parts, keep)) {
    const missing = [...places.keys()].filter((at) => !found[at]);
    if (missing.length === 0) break;
    const some = await lookInto(parts, guarded, { places: missing.map((at) => places[at] as Place), keep });
    for (const [index, at] of missing.entries()) found[at] = some[index];
  }
  return found;
};

const levelsOf = <V>({ warmed, shared, persistent }: Parts, { level }: Looked<V>): Guarded[] => [
  ...(warmed ? [warmed] : []),
  shared,
  ...(level === 'persistent' && persistent ? [persistent] : []),
];

type Wanted<V> = { places: readonly Place[]; keep: Looked<V> };

/** A level that is skipped has nothing. */
const lookInto = async <V>(
  parts: Parts,
  { level, breaker }: Guarded,
  { places, keep }: Wanted<V>,
): Promise<(Found<V> | undefined)[]> => {
  const counts = parts.figures.levels[level.name];
  const began = parts.clock.now();
  const versions = places.flatMap((place) =>
    namesOf(place, keep.tags, keep.immutable).map((name) => cacheKeys.tag(place.scope, name)),
  );
  const [got] = await Promise.allSettled([
    breaker.run(() => entriesAt(level, places)),
    // At the same time as the entries, since they will be measured by them.
    parts.tags.refresh(versions),
  ]);
  counts.reads_ms += Math.max(0, parts.clock.now() - began);
  const entries = got.status === 'fulfilled' ? got.value : [];
  return Promise.all(places.map((place, at) => accepted(parts, { place, level, keep }, entries[at])));
};

const entriesAt = (level: Guarded['level'], places: readonly Place[]): Promise<(Entry | undefined)[]> =>
  level.getMany && places.length > 1 ? level.getMany(places) : Promise.all(places.map((place) => level.get(place)));

type Asked<V> = { place: Place; level: Guarded['level']; keep: Looked<V> };

const accepted = async <V>(
  parts: Parts,
  { place, level, keep }: Asked<V>,
  entry: Entry | undefined,
): Promise<Found<V> | undefined> => {
  const counts = parts.figures.levels[level.name];
  const isThere = entry !== undefined && parts.clock.now() < entry.ends_at_ms;
  const isRight =
    isThere && (await isCurrent(parts, place, { entry, names: namesOf(place, keep.tags, keep.immutable) }));
  const value = isRight ? keep.schema.safeParse(parsed(entry.text)) : undefined;
  if (isRight && value?.success) {
    counts.hits += 1;
    counts.bytes_read += entry.text.length;
    return { value: value.data, entry };
  }
  counts.misses += 1;
  if (isThere && !isRight) counts.conflicts += 1;
  return undefined;
};

/** An entry that does not remember what is asked for now, since tags were added to the call, is none. */
const isCurrent = async (
  { tags }: Parts,
  { scope }: Place,
  { entry, names }: { entry: Entry; names: readonly string[] },
): Promise<boolean> => {
  if (names.some((name) => !Object.hasOwn(entry.versions, name))) return false;
  try {
    return (await tags.checkShared(rememberedOf(scope, entry.versions))) === 'current';
  } catch {
    // The breaker has noted it. What cannot be checked is not served.
    return false;
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // A SyntaxError: the text was cut short or is of another make, and counts as missing.
    return undefined;
  }
};
