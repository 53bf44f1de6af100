import { putBytes } from '../../platform/objects.ts';
import { BLOCK_BYTES, PART_BLOCKS, packBlock, packIndex, type Stamp } from './format.ts';
import { partName } from './names.ts';

/** The bytes of a value, in pieces of any size. */
export type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

type Writing = {
  stamp: Stamp;
  pieces: Pieces;
  generation: string;
  max_bytes: number;
  /** Awaited before the first part is written. */
  onParts: () => Promise<void>;
};

/** A value of more bytes than the level holds. Nothing of it can be read; its parts go with the next clean-up. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/**
 * Writes a value block by block and never holds more than one part of it, compressed. What makes it readable is the index,
 * which comes last. Answers whether it has parts.
 * @throws TooLarge
 */
export const writeObject = async (name: string, writing: Writing): Promise<boolean> => {
  const { stamp, generation, max_bytes } = writing;
  const lengths: number[] = [];
  let part: Buffer[] = [];
  let parts = 0;
  let bytes = 0;
  const flush = async () => {
    if (parts === 0) await writing.onParts();
    await putBytes(partName(name, generation, parts), Buffer.concat(part));
    parts += 1;
    part = [];
  };
  for await (const block of blocksOf(writing.pieces)) {
    bytes += block.length;
    if (bytes > max_bytes) throw new TooLarge('A cached value has more bytes than may be kept.');
    if (part.length === PART_BLOCKS) await flush();
    const packed = await packBlock(block);
    lengths.push(packed.length);
    part.push(packed);
  }
  const hasParts = parts > 0;
  if (hasParts) await flush();
  const index = { stamp, bytes, blocks: lengths, ...(hasParts && { generation }) };
  await putBytes(name, Buffer.concat([...part, await packIndex(index)]));
  return hasParts;
};

/** Cuts and joins pieces into blocks, all full but the last. */
async function* blocksOf(pieces: Pieces): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    for (let from = 0; from < piece.byteLength; ) {
      const some = piece.subarray(from, from + BLOCK_BYTES - length);
      waiting.push(Buffer.from(some));
      length += some.byteLength;
      from += some.byteLength;
      if (length < BLOCK_BYTES) continue;
      yield Buffer.concat(waiting);
      waiting = [];
      length = 0;
    }
  }
  if (length > 0) yield Buffer.concat(waiting);
}
