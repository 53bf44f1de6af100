import { Defect } from '../core/errors.ts';
import type { Place } from './level.ts';
import type { ObjectsLevel, Opened, Pieces } from './objects/index.ts';
import type { Keep } from './options.ts';
import { termsOf } from './options.ts';
import type { Guarded, Parts } from './parts.ts';
import { namesOf, rememberedOf } from './tags/names.ts';

/** A value of any size that is kept in objects alone, and read as far as it is asked for. */
export type Kept = Pick<Opened, 'bytes' | 'read'>;

/** What a value that is kept in pieces has no use for: it is bytes, and nobody waits for another's load of it. */
export type KeptInPieces = Pick<Keep<never>, 'ttl_s' | 'tags' | 'immutable'>;

/**
 * Keeps a value piece by piece; memory never holds more than four megabytes of it. The versions are read before the first
 * piece: what is invalidated while it is written is not served. Answers whether it was kept.
 * @throws what the pieces throw
 */
export const writePieces = async (parts: Parts, place: Place, keep: KeptInPieces, pieces: Pieces): Promise<boolean> => {
  const { level } = objectsOf(parts);
  const { ttl, grace } = termsOf(keep);
  const before = await parts.tags.ensure(place.scope, namesOf(place, keep.tags, keep.immutable));
  if (before.isBeingWritten) return false;
  const now = parts.clock.now();
  const times = { stored_at_ms: now, fresh_until_ms: now + ttl, ends_at_ms: now + ttl + grace, load_ms: 0 };
  const counted = counting(pieces, (bytes) => {
    parts.figures.levels.objects.bytes_written += bytes;
  });
  await level.putPieces(place, { versions: before.versions, ...times }, counted);
  return true;
};

/** A value that was kept in pieces, if all its versions are current. Nothing of it is read before it is asked for. */
export const openPieces = async (
  parts: Parts,
  place: Place,
  { tags, immutable }: Pick<KeptInPieces, 'tags' | 'immutable'>,
): Promise<Kept | undefined> => {
  const { level, breaker } = objectsOf(parts);
  const counts = parts.figures.levels.objects;
  const names = namesOf(place, tags, immutable);
  try {
    const opened = await breaker.run(() => level.open(place));
    const versions = opened?.stamp.versions ?? {};
    const remembersAll = names.every((name) => Object.hasOwn(versions, name));
    const isRight =
      opened && remembersAll && (await parts.tags.check(rememberedOf(place.scope, versions))) === 'current';
    if (isRight) {
      counts.hits += 1;
      return opened;
    }
    if (opened) counts.conflicts += 1;
  } catch {
    // The breaker has noted it.
  }
  counts.misses += 1;
  return undefined;
};

const objectsOf = ({ persistent }: Parts): Guarded<ObjectsLevel> => {
  if (!persistent || !('open' in persistent.level)) throw new Defect('This cache keeps nothing in objects.');
  return persistent as Guarded<ObjectsLevel>;
};

async function* counting(pieces: Pieces, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    count(piece.byteLength);
    yield piece;
  }
}
