import { readObject } from '../../platform/objects.ts';
import {
  BLOCK_BYTES,
  END_BYTES,
  endLength,
  type Index,
  PART_BLOCKS,
  type Stamp,
  unpackBlock,
  unpackIndex,
} from './format.ts';
import { partName } from './names.ts';

/** A value of which so far only the index was read. */
export type Opened = {
  stamp: Stamp;
  /** Uncompressed. */
  bytes: number;
  /**
   * The bytes from `offset` on, `length` of them or as many as there are; nothing is read before it is asked for.
   * @throws Gone when the value was replaced or removed meanwhile
   */
  read(range?: { offset: number; length: number }): AsyncGenerator<Uint8Array>;
};

/** What was being read was replaced, removed or damaged. */
export class Gone extends Error {
  override readonly name = 'Gone';
}

/** Reads the end of an object: its index, and what else of it lies so near. `undefined`: nothing that can be read. */
export const openObject = async (name: string): Promise<Opened | undefined> => {
  const end = await readObject(name, { length: END_BYTES });
  const wanted = end && endLength(end.bytes);
  if (wanted === undefined || end === undefined) return undefined;
  const isAll = wanted <= end.bytes.byteLength;
  const tail = isAll ? end : await readObject(name, { length: wanted, tag: end.tag });
  const index = tail && (await unpackIndex(tail.bytes, wanted));
  if (!index) return undefined;
  const source: Source = { name, index, near: end.bytes, near_from: end.size - end.bytes.byteLength, tag: end.tag };
  return {
    stamp: index.stamp,
    bytes: index.bytes,
    read: (range = { offset: 0, length: index.bytes }) => readRange(source, range),
  };
};

/** `near`: the bytes of the object from `near_from` on, which were read with its index. */
type Source = { name: string; index: Index; near: Uint8Array; near_from: number; tag: string };

/** Blocks that are asked for in one read: a megabyte of a value, uncompressed. */
const READ_BLOCKS = 4;

async function* readRange(source: Source, { offset, length }: { offset: number; length: number }) {
  const end = Math.min(offset + length, source.index.bytes);
  const last = Math.ceil(end / BLOCK_BYTES);
  for (let block = Math.floor(offset / BLOCK_BYTES); block < last; ) {
    const partEnd = (Math.floor(block / PART_BLOCKS) + 1) * PART_BLOCKS;
    const until = Math.min(block + READ_BLOCKS, partEnd, last);
    const packed = await readBlocks(source, block, until);
    for (const one of packed) {
      const begins = block * BLOCK_BYTES;
      const bytes = await unpacked(one);
      yield bytes.subarray(Math.max(0, offset - begins), Math.max(0, end - begins));
      block += 1;
    }
  }
}

const unpacked = async (block: Uint8Array): Promise<Buffer> => {
  try {
    return await unpackBlock(block);
  } catch (cause) {
    throw new Gone('A block of a cached value is damaged.', { cause });
  }
};

/** Compressed blocks that lie side by side in one part. */
const readBlocks = async ({ name, index, near, near_from, tag }: Source, from: number, until: number) => {
  const part = Math.floor(from / PART_BLOCKS);
  const lengthOf = (first: number, end: number) => index.blocks.slice(first, end).reduce((sum, one) => sum + one, 0);
  const offset = lengthOf(part * PART_BLOCKS, from);
  const length = lengthOf(from, until);
  const isNear = index.generation === undefined && offset >= near_from;
  const bytes = isNear
    ? near.subarray(offset - near_from, offset - near_from + length)
    : (
        await readObject(index.generation === undefined ? name : partName(name, index.generation, part), {
          offset,
          length,
          ...(index.generation === undefined && { tag }),
        })
      )?.bytes;
  if (bytes?.byteLength !== length) throw new Gone('A cached value was replaced while it was read.');
  let at = 0;
  return index.blocks.slice(from, until).map((size) => {
    at += size;
    return bytes.subarray(at - size, at);
  });
};
