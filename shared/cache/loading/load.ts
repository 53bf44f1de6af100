import { log } from '../../observability/log.ts';
import type { Versions } from '../entry.ts';
import { entryOf } from '../keeping.ts';
import { type Committed, commitLoad } from '../leases/commit.ts';
import { type Lease, release } from '../leases/lease.ts';
import type { Found, Parts } from '../parts.ts';
import { look } from '../reading/look.ts';
import { namesOf, rememberedOf } from '../tags/names.ts';
import type { Before } from '../tags/tags.ts';
import { type Asked, isDue, kept, type Loaded, type Standing, served, standingOn } from './asked.ts';
import { putOutside, writeOf } from './put.ts';

type Under<V> = { lease: Lease | undefined; standing: Standing<V> | undefined };

/**
 * Loads a value and keeps it. The versions are read before the load begins, so that whatever changes while it lasts makes
 * the value one that is not kept. `lease`: none where only memory keeps the value.
 */
export const loadUnderLease = async <V>(parts: Parts, asked: Asked<V>, under: Under<V>): Promise<Loaded<V>> => {
  const { place, keep } = asked;
  const { lease, standing } = under;
  const raised = parts.raises.done;
  let before: Before;
  try {
    before = await parts.tags.ensure(place.scope, namesOf(place, keep.tags, keep.immutable));
  } catch {
    // The breaker has noted it.
    return loadAlone(parts, asked, standing);
  }
  // Somebody may have stored it between our look and our claim.
  const found = lease && (await look(parts, place, keep));
  if (
    found &&
    found.entry.stored_at_ms !== standing?.entry.stored_at_ms &&
    !isDue(parts, standingOn(place, found), asked.terms)
  ) {
    await giveBack(parts, lease);
    return kept(parts, asked, found);
  }
  const loaded = await loadedBy(parts, asked, before.versions);
  if (loaded instanceof Error) {
    await giveBack(parts, lease);
    return insteadOf(parts, standing, loaded);
  }
  const committed = before.isBeingWritten ? 'superseded' : await store(parts, lease, { asked, found: loaded });
  if (committed === 'stored') return kept(parts, asked, loaded);
  parts.figures.count('loads_not_kept');
  if (committed === 'older' || committed === 'late') parts.figures.count('write_conflicts');
  if (committed !== 'late') await giveBack(parts, lease);
  return { value: loaded.value, isShared: committed === 'skipped' && parts.raises.done === raised };
};

/**
 * Loads a value that cannot be kept, since its versions cannot be read or stored. What this container invalidated meanwhile
 * is all that can be known: whoever joined after that goes round again.
 */
export const loadAlone = async <V>(
  parts: Parts,
  asked: Asked<V>,
  standing: Standing<V> | undefined,
): Promise<Loaded<V>> => {
  const raised = parts.raises.done;
  const loaded = await loadedBy(parts, asked, {});
  if (loaded instanceof Error) return insteadOf(parts, standing, loaded);
  const remembersNothing = namesOf(asked.place, asked.keep.tags, asked.keep.immutable).length === 0;
  if (remembersNothing) return kept(parts, asked, loaded);
  parts.figures.count('loads_not_kept');
  return { value: loaded.value, isShared: parts.raises.done === raised };
};

/** What another container will read is what this one gets: the value once through JSON and its schema. */
const loadedBy = async <V>(
  parts: Parts,
  { keep, terms, load }: Asked<V>,
  versions: Versions,
): Promise<Found<V> | Failed> => {
  const { clock, figures } = parts;
  const began = clock.now();
  figures.count('loads');
  try {
    const text = JSON.stringify(await load());
    const value = keep.schema.parse(JSON.parse(text));
    const load_ms = Math.max(0, clock.now() - began);
    return { value, entry: entryOf(parts, { keep, terms }, { value, text, versions, load_ms }) };
  } catch (error) {
    figures.count('loads_failed');
    return new Failed('A load failed.', { cause: error });
  }
};

class Failed extends Error {
  override readonly name = 'Failed';
}

/**
 * What may still be served instead of a value that could not be loaded: not what was invalidated during the load.
 *
 *     first     asks ── loads ..................................... fails
 *     change                   the truth changes ── version raised
 *     second                                                joins ── neither gets what stood before
 */
const insteadOf = async <V>(parts: Parts, standing: Standing<V> | undefined, { cause }: Failed): Promise<Loaded<V>> => {
  if (!standing || parts.clock.now() >= standing.entry.ends_at_ms) throw cause;
  if (!(await isStillRight(parts, standing))) throw cause;
  log.warn('load of a cached value failed', { error: cause as Error });
  return served(parts, standing);
};

const isStillRight = async <V>({ tags }: Parts, { remembered }: Standing<V>): Promise<boolean> => {
  try {
    return (await tags.check(remembered)) === 'current';
  } catch {
    // The breaker has noted it. What cannot be checked is not served.
    return false;
  }
};

type Storing<V> = { asked: Asked<V>; found: Found<V> };

const store = async <V>(
  parts: Parts,
  lease: Lease | undefined,
  { asked: { place, keep }, found: { entry } }: Storing<V>,
): Promise<Committed | 'skipped'> => {
  try {
    if (!lease) {
      const judged = await parts.tags.check(rememberedOf(place.scope, entry.versions));
      return judged === 'current' ? 'stored' : 'superseded';
    }
    await putOutside(parts, lease, { level: keep.level, entry });
    return await parts.table(() => commitLoad(lease, entry.versions, writeOf(parts, place, entry)));
  } catch {
    // The breaker has noted it. Whether it was stored is not known; if it was, it is right.
    return 'skipped';
  }
};

const giveBack = async ({ table }: Parts, lease: Lease | undefined): Promise<void> => {
  if (!lease) return;
  try {
    await table(() => release(lease));
  } catch {
    // The breaker has noted it. The lease ends by itself.
  }
};
