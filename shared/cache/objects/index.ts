import { type Clock, systemClock } from '../../core/clock.ts';
import { ulid } from '../../core/ulid.ts';
import { deleteObjects } from '../../platform/objects.ts';
import type { Entry } from '../entry.ts';
import type { Level, Place } from '../level.ts';
import { announce, announceParts, removeOtherParts } from './ends.ts';
import type { Stamp } from './format.ts';
import { indexName } from './names.ts';
import { Gone, type Opened, openObject } from './read.ts';
import { type Pieces, writeObject } from './write.ts';

export { CACHED_OBJECT, removeEndedObject } from './ends.ts';
export { Gone, type Opened } from './read.ts';
export { type Pieces, TooLarge } from './write.ts';

/** Level three: what is too large for the table, or is kept for long. Only of users and their projects. */
export type ObjectsLevel = Level & {
  /** The most bytes of one value that is written in pieces. */
  readonly max_streamed_bytes: number;
  /** Writes a value piece by piece. @throws TooLarge */
  putPieces(place: Place, stamp: Stamp, pieces: Pieces): Promise<void>;
  /** Reads where the pieces of a value lie, and of most values all of it. */
  open(place: Place): Promise<Opened | undefined>;
};

/** A text that is given whole is held whole. */
const MAX_TEXT_BYTES = 64 * 1024 * 1024;
const MAX_STREAMED_BYTES = 1024 * 1024 * 1024;

/** Entries as compressed objects; see `format.ts` for how they look and `ends.ts` for how they go. */
export const objectsLevel = ({
  clock = systemClock,
  max_streamed_bytes = MAX_STREAMED_BYTES,
}: {
  clock?: Clock;
  max_streamed_bytes?: number;
} = {}): ObjectsLevel => {
  const write = async (place: Place, stamp: Stamp, { pieces, max_bytes }: { pieces: Pieces; max_bytes: number }) => {
    const object = indexName(place);
    if (object === undefined) return;
    const now = clock.now();
    const hadParts = await announce(place, { object, ends_at_ms: stamp.ends_at_ms, now });
    const generation = ulid(now);
    const hasParts = await writeObject(object, {
      stamp,
      pieces,
      generation,
      max_bytes,
      onParts: () => announceParts(place),
    });
    if (hadParts || hasParts) await removeOtherParts(object, hasParts ? generation : undefined);
  };
  const open = async (place: Place): Promise<Opened | undefined> => {
    const object = indexName(place);
    const opened = object === undefined ? undefined : await openObject(object);
    return opened && opened.stamp.ends_at_ms > clock.now() ? opened : undefined;
  };
  return {
    name: 'objects',
    max_bytes: MAX_TEXT_BYTES,
    max_streamed_bytes,
    open,
    putPieces: (place, stamp, pieces) => write(place, stamp, { pieces, max_bytes: max_streamed_bytes }),
    get: async (place) => {
      const opened = await open(place);
      return opened && (await entryOf(opened));
    },
    put: async (place, { text, ...stamp }) =>
      write(place, stamp, { pieces: [Buffer.from(text)], max_bytes: MAX_TEXT_BYTES }),
    delete: async (place) => {
      const object = indexName(place);
      if (object !== undefined) await deleteObjects([object]);
    },
  };
};

const entryOf = async ({ stamp, bytes, read }: Opened): Promise<Entry | undefined> => {
  if (bytes > MAX_TEXT_BYTES) return undefined;
  const blocks: Uint8Array[] = [];
  try {
    for await (const block of read()) blocks.push(block);
  } catch (error) {
    // Replaced while it was read: a miss.
    if (error instanceof Gone) return undefined;
    throw error;
  }
  return { ...stamp, text: Buffer.concat(blocks).toString() };
};
