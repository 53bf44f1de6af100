import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as z from 'zod';
import { entrySchema } from '../entry.ts';

/**
 * An object of level three. Values are cut into blocks, each compressed by itself, so that any piece of a large one can be
 * read without the rest; what lies where stands at the end, as in a zip file, since it is known only when all is written:
 *
 *     block 0 | block 1 | … | index, JSON in gzip | length of the index, 4 bytes | "ACO1"
 *
 * A value of more than one part has its blocks in objects of their own, `PART_BLOCKS` in each, and its index alone here.
 */
export const BLOCK_BYTES = 256 * 1024;
export const PART_BLOCKS = 16;
const MARK = Buffer.from('ACO1');
const FOOTER_BYTES = 4 + MARK.length;

/** Read first of every object: enough for the index of a gigabyte, and for the whole of most values. */
export const END_BYTES = 64 * 1024;
const MAX_INDEX_BYTES = 1024 * 1024;

/** What an entry is, but for its text: versions and times. */
export const stampSchema = entrySchema.omit({ text: true }).meta({ id: 'CacheStamp' });
export type Stamp = z.infer<typeof stampSchema>;

const indexSchema = z
  .object({
    stamp: stampSchema,
    /** Of the value, uncompressed. */
    bytes: z.int().nonnegative(),
    /** Compressed lengths, in order. */
    blocks: z.array(z.int().positive()),
    /** In the names of the parts; none where the blocks lie in front of the index. */
    generation: z.string().optional(),
  })
  .meta({ id: 'CacheObjectIndex' });
export type Index = z.infer<typeof indexSchema>;

const compress = promisify(gzip);
const expand = promisify(gunzip);

/** Compressed off the event loop. */
export const packBlock = (block: Uint8Array): Promise<Buffer> => compress(block);

/** @throws when it is no block, or one that expands to more than a block may hold */
export const unpackBlock = (block: Uint8Array): Promise<Buffer> => expand(block, { maxOutputLength: BLOCK_BYTES });

/** The end of an object. */
export const packIndex = async (index: Index): Promise<Buffer> => {
  const packed = await compress(JSON.stringify(index));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(packed.length);
  return Buffer.concat([packed, length, MARK]);
};

/** How many of an object's last bytes are its index and footer; `undefined` for what is no object of ours. */
export const endLength = (end: Uint8Array): number | undefined => {
  const footer = Buffer.from(end.buffer, end.byteOffset, end.byteLength).subarray(-FOOTER_BYTES);
  if (footer.length < FOOTER_BYTES || !footer.subarray(4).equals(MARK)) return undefined;
  const length = footer.readUInt32BE();
  return length > MAX_INDEX_BYTES ? undefined : length + FOOTER_BYTES;
};

/** @param end the last bytes of an object, at least as many as `endLength` says */
export const unpackIndex = async (end: Uint8Array, length: number): Promise<Index | undefined> => {
  const packed = end.subarray(end.byteLength - length, end.byteLength - FOOTER_BYTES);
  try {
    const text = await expand(packed, { maxOutputLength: MAX_EXPANDED_INDEX });
    return indexSchema.parse(JSON.parse(text.toString()));
  } catch {
    // Damaged, or of a version that wrote it otherwise: a miss.
    return undefined;
  }
};

const MAX_EXPANDED_INDEX = 16 * MAX_INDEX_BYTES;
