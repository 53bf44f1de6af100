import { inflateSync } from 'node:zlib';
import { ArchiveRefused, damaged } from '../refused.ts';
import { applied } from './delta.ts';
import { type GitObject, idOf, type Kind, kinds, sha1 } from './objects.ts';

/** Of a pack. A history of years has more; its files alone do not. */
const MAX_OBJECTS = 100_000;

const OFFSET_DELTA = 6;
const ID_DELTA = 7;
const KINDS = new Map<number, Kind>(Object.entries(kinds).map(([kind, code]) => [code, kind as Kind]));

/** An entry of a pack; a delta has the offset or the id of its base. */
type Packed = { offset: number; bytes: Buffer; kind?: Kind; base?: number | string };

/** Counts what comes out of a pack: the same bytes, referred to in circles of deltas, could be made into any number. */
export type Room = (bytes: number) => void;

export const roomFor = (most: number): Room => {
  let left = most;
  return (bytes) => {
    left -= bytes;
    if (left < 0)
      throw new ArchiveRefused(
        `Its history unpacks to more than ${most} bytes. Import the files alone: git archive --format=tar.gz HEAD`,
      );
  };
};

/** All objects of a pack by their ids, deltas applied. */
export const unpacked = (pack: Buffer, room: Room): Map<string, GitObject> => {
  const end = pack.length - 20;
  if (end < 12 || pack.toString('latin1', 0, 4) !== 'PACK' || ![2, 3].includes(pack.readUInt32BE(4))) throw damaged();
  if (!sha1(pack.subarray(0, end)).equals(pack.subarray(end))) throw damaged();
  const count = pack.readUInt32BE(8);
  if (count > MAX_OBJECTS) throw new ArchiveRefused(`A bundle has at most ${MAX_OBJECTS} objects; this has ${count}.`);
  const found: Packed[] = [];
  let at = 12;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = entryAt(pack.subarray(0, end), at, room);
    found.push(entry);
    at = next;
  }
  if (at !== end) throw damaged();
  return resolved(found, room);
};

const entryAt = (pack: Buffer, offset: number, room: Room): { entry: Packed; next: number } => {
  let at = offset;
  const byte = (): number => {
    const value = pack[at];
    if (value === undefined) throw damaged();
    at += 1;
    return value;
  };
  let last = byte();
  const code = (last >> 4) & 7;
  let size = last & 0x0f;
  for (let shift = 4; last >= 0x80; shift += 7) {
    last = byte();
    size += (last & 0x7f) * 2 ** shift;
    if (shift > 40) throw damaged();
  }
  let base: number | string | undefined;
  if (code === OFFSET_DELTA) {
    last = byte();
    let distance = last & 0x7f;
    while (last >= 0x80) {
      last = byte();
      distance = (distance + 1) * 128 + (last & 0x7f);
    }
    base = offset - distance;
  } else if (code === ID_DELTA) {
    base = pack.toString('hex', at, at + 20);
    at += 20;
  }
  const kind = KINDS.get(code);
  if (!kind && base === undefined) throw damaged();
  room(size);
  const { bytes, read } = inflated(pack.subarray(at), size);
  return { entry: { offset, bytes, ...(kind && { kind }), ...(base !== undefined && { base }) }, next: at + read };
};

/** How long the packed bytes are is nowhere said: `zlib` stops at their end, and tells. */
const inflated = (packed: Buffer, size: number): { bytes: Buffer; read: number } => {
  try {
    const options = { maxOutputLength: Math.max(1, size), info: true };
    // Node's types do not have what `info` returns.
    const { buffer, engine } = inflateSync(packed, options) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    if (buffer.length !== size) throw damaged();
    return { bytes: buffer, read: engine.bytesWritten };
  } catch (error) {
    if (error instanceof ArchiveRefused) throw error;
    throw damaged();
  }
};

/** Whoever waits for a base is looked at when that is there, so that a chain in any order is followed once. */
const resolved = (entries: Packed[], room: Room): Map<string, GitObject> => {
  const objects = new Map<string, GitObject>();
  const waiting = Map.groupBy(
    entries.filter(({ kind }) => kind === undefined),
    ({ base }) => base,
  );
  let left = entries.length;
  const ready: { offset: number; object: GitObject }[] = entries.flatMap(({ offset, kind, bytes }) =>
    kind ? [{ offset, object: { kind, bytes } }] : [],
  );
  for (let next = ready.pop(); next; next = ready.pop()) {
    const { offset, object } = next;
    const id = idOf(object);
    objects.set(id, object);
    left -= 1;
    for (const key of [offset, id]) {
      for (const delta of waiting.get(key) ?? [])
        ready.push({
          offset: delta.offset,
          object: { kind: object.kind, bytes: applied(object.bytes, delta.bytes, room) },
        });
      waiting.delete(key);
    }
  }
  if (left > 0) throw damaged();
  return objects;
};
