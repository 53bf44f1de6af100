import { nameIn } from '../intake.ts';
import { ArchiveRefused, damaged, isLink, isNoFile } from '../refused.ts';

/* PKWARE's APPNOTE 6.3.10: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */

export const END_MARK = 0x06054b50;
export const ENTRY_MARK = 0x02014b50;
export const LOCAL_MARK = 0x04034b50;
export const STORED = 0;
export const DEFLATED = 8;
export const UTF8_NAMES = 0x800;
const ENCRYPTED = 0x2041;

const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;

export type Listed = {
  name: string;
  method: number;
  crc: number;
  packedBytes: number;
  bytes: number;
  offset: number;
  isFolder: boolean;
  executable: boolean;
};

/** The list of entries at a zip archive's end, and where it begins. */
export const readDirectory = (zip: Buffer): { entries: Listed[]; begin: number } => {
  const end = endOf(zip);
  const [disk, count, size, begin] = [
    zip.readUInt16LE(end + 4),
    zip.readUInt16LE(end + 10),
    zip.readUInt32LE(end + 12),
    zip.readUInt32LE(end + 16),
  ];
  if (count === 0xffff || begin === 0xffffffff)
    throw new ArchiveRefused('The archive is in the format Zip64, for more than this can hold.');
  if (disk !== 0) throw new ArchiveRefused('The archive is one part of several.');
  if (begin + size > end) throw damaged();
  const entries: Listed[] = [];
  let at = begin;
  while (entries.length < count) {
    if (at + 46 > end || zip.readUInt32LE(at) !== ENTRY_MARK) throw damaged();
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const next = at + 46 + nameLength + extra + comment;
    if (next > end) throw damaged();
    entries.push(listed(zip.subarray(at, next), nameLength));
    at = next;
  }
  return { entries, begin };
};

/** The end has a comment of any length behind it. */
const endOf = (zip: Buffer): number => {
  const first = Math.max(0, zip.length - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = zip.length - END_BYTES; at >= first; at -= 1)
    if (zip.readUInt32LE(at) === END_MARK && at + END_BYTES + zip.readUInt16LE(at + 20) === zip.length) return at;
  throw damaged();
};

const listed = (entry: Buffer, nameLength: number): Listed => {
  const name = nameIn(entry.subarray(46, 46 + nameLength));
  if ((entry.readUInt16LE(8) & ENCRYPTED) !== 0) throw new ArchiveRefused('It is encrypted.', name);
  const mode = entry[5] === UNIX ? entry.readUInt16LE(40) : 0;
  const type = mode & 0o170000;
  if (type === 0o120000) throw isLink(name);
  if (![0, 0o100000, 0o040000].includes(type)) throw isNoFile(name);
  return {
    name,
    method: entry.readUInt16LE(10),
    crc: entry.readUInt32LE(16),
    packedBytes: entry.readUInt32LE(20),
    bytes: entry.readUInt32LE(24),
    offset: entry.readUInt32LE(42),
    isFolder: type === 0o040000 || name.endsWith('/'),
    executable: (mode & 0o100) !== 0,
  };
};

/** The system whose attributes an entry has, in the upper byte of "version made by". */
export const UNIX = 3;
