import type { Entry, Versions } from '../entry.ts';
import { entryOf } from '../keeping.ts';
import { stillCurrent } from '../leases/commit.ts';
import type { Place } from '../level.ts';
import { levelsOutside, putInto, writeOf } from '../loading/put.ts';
import type { Keep, Terms } from '../options.ts';
import { hold, type Parts } from '../parts.ts';
import { namesOf, shardName } from '../tags/names.ts';
import type { On } from '../tags/stored.ts';
import { orUnavailable } from './invalidate.ts';

/** Where a value is written. */
export type Written<V> = { id: string; place: Place; keep: Keep<V>; terms: Terms };

/** Stores a value whose truth has changed already. Whatever was kept of it is wrong from now on. */
export const writeValue = async <V>(parts: Parts, written: Written<V>, value: V): Promise<void> => {
  const { id, place } = written;
  parts.memory.delete(id);
  parts.figures.count('invalidations');
  if (!(await isStored(parts, written, { ...checked(written, value), on: {} }))) {
    await orUnavailable(parts.raises.raise(place.scope, shardName(place)));
  }
};

/**
 * Changes the truth by `write`, and then the value. Nothing that is loaded meanwhile is kept, so none of these is ever served:
 *
 *     writer      version w, being written ── truth: new ── (dies) ..... what is loaded once its time is over is the new truth
 *     loader                  loads the old truth ── is not kept
 *
 *     writer      (the table does not work) ── fails, and the truth is as it was
 *
 *     one         begins ───────── truth: 1 ─────────────────────────── ends: another began meanwhile, its value is not kept
 *     another            begins ─────────── truth: 2 ── ends: not alone, its value is not kept
 */
export const writeThrough = async <V>(parts: Parts, written: Written<V>, write: () => Promise<V>): Promise<V> => {
  const { id, place, terms } = written;
  const name = shardName(place);
  parts.memory.delete(id);
  parts.figures.count('invalidations');
  const writing = await orUnavailable(parts.raises.beginWriting(place.scope, name, terms.lease));
  // If this fails as well, nothing that is loaded is kept until the time of the writing is over.
  const end = () => parts.raises.endWriting(place.scope, name, writing).catch(() => undefined);
  let result: Checked<V>;
  try {
    result = checked(written, await write());
  } catch (error) {
    // Whether the truth has changed is not known; nothing of before is kept in either case.
    await end();
    throw error;
  }
  if (!(await isStored(parts, written, { ...result, on: writing }))) await end();
  return result.value;
};

/** A value as another container will read it. */
type Checked<V> = { value: V; text: string };

export const checked = <V>({ keep }: Written<V>, value: V): Checked<V> => {
  const text = JSON.stringify(value);
  return { value: keep.schema.parse(JSON.parse(text)), text };
};

/** Raises the version and keeps the value under it, unless somebody else writes at the same time. */
const isStored = async <V>(
  parts: Parts,
  written: Written<V>,
  { value, text, on }: Checked<V> & { on: On },
): Promise<boolean> => {
  const { id, place, keep } = written;
  const name = shardName(place);
  const entry = entryOf(parts, written, { value, text, versions: {}, load_ms: 0 });
  try {
    const { versions } = await parts.tags.ensure(place.scope, namesOf(place, keep.tags, true));
    const underVersion = (version: string): Entry => ({ ...entry, versions: { ...versions, [name]: version } });
    const stored = await raiseAndStore(parts, { place, level: keep.level, name, on, versions, underVersion });
    if (stored) hold(parts, { id, place, level: keep.level }, { value, entry: stored });
    else parts.figures.count('write_conflicts');
    return stored !== undefined;
  } catch {
    // The breaker has noted it. Whether it was stored is not known; if it was, it is right.
    return false;
  }
};

type Raised = {
  place: Place;
  level: Keep<unknown>['level'];
  name: string;
  on: On;
  /** Of the tags, which have to stand. */
  versions: Versions;
  underVersion: (version: string) => Entry;
};

/** The entry as it was stored; `undefined` if a condition was lost. */
export const raiseAndStore = async (parts: Parts, raised: Raised): Promise<Entry | undefined> => {
  const { place, level, name, on, versions, underVersion } = raised;
  const stored: Entry[] = [];
  const outcome = await parts.raises.raiseWith(place.scope, name, {
    on,
    writes: (version) => {
      const entry = underVersion(version);
      stored.push(entry);
      const value = level === 'memory' ? undefined : writeOf(parts, place, entry);
      return [...stillCurrent(place, versions), ...(value ? [value] : [])];
    },
  });
  const entry = outcome.ok ? stored[0] : undefined;
  if (entry && level !== 'memory') await putInto(parts, levelsOutside(parts, { level, entry }), { place, entry });
  return entry;
};
