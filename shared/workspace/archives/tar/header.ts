import { nameIn } from '../intake.ts';
import { damaged } from '../refused.ts';

/*
 * The header of an entry in a tar archive, in the format of POSIX.1-1988 ("ustar") with the extended records of POSIX.1-2001
 * ("pax"): https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
 */

export const BLOCK = 512;

export type Header = { name: string; size: number; type: string; mode: number };

/** Bytes of a field up to the first NUL. */
const field = (block: Buffer, from: number, length: number): Buffer => {
  const bytes = block.subarray(from, from + length);
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
};

/** Octal digits, or where they do not suffice a binary number, which has the highest bit set. */
const number = (block: Buffer, from: number, length: number): number => {
  if ((block[from]! & 0x80) !== 0) return Number(block.readBigUInt64BE(from + length - 8));
  const digits = field(block, from, length).toString('latin1').trim();
  if (!/^[0-7]*$/.test(digits)) throw damaged();
  return Number.parseInt(digits || '0', 8);
};

/** The sum of the block's bytes, with blanks in place of the sum itself. */
const sumOf = (block: Buffer): number =>
  block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);

export const readHeader = (block: Buffer): Header => {
  if (number(block, 148, 8) !== sumOf(block)) throw damaged();
  const isPosix = block.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isPosix ? field(block, 345, 155) : Buffer.alloc(0);
  const name = field(block, 0, 100);
  return {
    name: nameIn(prefix.length > 0 ? Buffer.concat([prefix, Buffer.from('/'), name]) : name),
    size: number(block, 124, 12),
    type: String.fromCharCode(block[156]!),
    mode: number(block, 100, 8),
  };
};

export const headerOf = ({ name, size, type, mode }: Header, seconds: number): Buffer => {
  const block = Buffer.alloc(BLOCK);
  const put = (text: string, from: number): number => block.write(text, from, 'utf8');
  const octal = (value: number, from: number, digits: number): number =>
    put(value.toString(8).padStart(digits, '0'), from);
  // Who needs more of the name has an extended record with the whole.
  Buffer.from(name).copy(block, 0, 0, 100);
  octal(mode, 100, 7);
  octal(0, 108, 7);
  octal(0, 116, 7);
  octal(size, 124, 11);
  octal(seconds, 136, 11);
  put(type, 156);
  put('ustar\x0000', 257);
  octal(sumOf(block), 148, 6);
  block[154] = 0;
  block[155] = 0x20;
  return block;
};
