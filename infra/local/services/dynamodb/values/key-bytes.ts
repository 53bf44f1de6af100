import { createHash } from 'node:crypto';
import { bytes } from './attribute-value.ts';
import { sortableDecimal } from './decimal.ts';
import type { AttributeValue } from './types.ts';

/** Where an item is stored: `hash` chooses the partition, `range` the position in it. */
export type ItemKey = { hash: Uint8Array; range: Uint8Array };

const PARTITION_PREFIX_BYTES = 8;
export const NO_RANGE = Buffer.alloc(0);

/** Bytes in the order of the sort key's type: strings by UTF-8, numbers by value, binary by unsigned bytes. */
export function sortBytes(value: AttributeValue): Buffer {
  if (value.S !== undefined) return Buffer.from(value.S);
  if (value.N !== undefined) return sortableDecimal(value.N);
  if (value.B !== undefined) return bytes(value.B);
  throw new TypeError('a key is a string, a number or binary');
}

/** A digest comes first, so that a scan meets partitions in no useful order, as in AWS, and segments are even. */
export function partitionBytes(value: AttributeValue): Buffer {
  const key = sortBytes(value);
  const digest = createHash('md5').update(key).digest().subarray(0, PARTITION_PREFIX_BYTES);
  return Buffer.concat([digest, key]);
}

/** The smallest bytes greater than everything that begins with `prefix`; `undefined` when there is no such bound. */
export function endOfPrefix(prefix: Buffer): Buffer | undefined {
  let length = prefix.length;
  while (length > 0 && prefix[length - 1] === 0xff) length--;
  if (length === 0) return undefined;
  const end = Buffer.from(prefix.subarray(0, length));
  end[length - 1]! += 1;
  return end;
}

/** Bounds of one of `total` equal shares of all partitions. */
export function segmentBounds(segment: number, total: number): { from: Buffer; to: Buffer | undefined } {
  const bound = (index: number) => {
    const start = Buffer.alloc(4);
    start.writeUInt32BE(Math.floor((index * 2 ** 32) / total));
    return start;
  };
  return { from: bound(segment), to: segment + 1 < total ? bound(segment + 1) : undefined };
}
