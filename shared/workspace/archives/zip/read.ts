import { crc32, inflateRawSync } from 'node:zlib';
import type { Intake } from '../intake.ts';
import { ArchiveRefused, damaged, isTooLong, liesAboutSize } from '../refused.ts';
import { DEFLATED, type Listed, LOCAL_MARK, readDirectory, STORED } from './directory.ts';

/** Takes the files of a zip archive in, as the list at its end names them. */
export const readZip = (zip: Buffer, intake: Intake): void => {
  const { entries, begin } = readDirectory(zip);
  let free = 0;
  // Entries that share bytes make a small archive a large one.
  for (const entry of entries.toSorted((one, other) => one.offset - other.offset)) {
    intake.count(entry.name);
    const data = dataOf(zip, entry, begin);
    if (entry.offset < free) throw new ArchiveRefused('It shares bytes with another entry.', entry.name);
    free = data.byteOffset - zip.byteOffset + data.length;
    if (entry.isFolder) continue;
    const path = intake.announce(entry.name, entry.bytes);
    const content = unpacked(entry, data);
    if (content.length !== entry.bytes) throw liesAboutSize(entry.name);
    if (crc32(content) !== entry.crc) throw damaged(entry.name);
    intake.add(path, { content, executable: entry.executable });
  }
};

/** An entry's bytes. What stands before them repeats its name, which has to be the same. */
const dataOf = (zip: Buffer, { name, offset, packedBytes }: Listed, limit: number): Buffer => {
  if (offset + 30 > limit || zip.readUInt32LE(offset) !== LOCAL_MARK) throw damaged(name);
  const nameEnd = offset + 30 + zip.readUInt16LE(offset + 26);
  if (!zip.subarray(offset + 30, nameEnd).equals(Buffer.from(name)))
    throw new ArchiveRefused('It has two different names.', name);
  const from = nameEnd + zip.readUInt16LE(offset + 28);
  if (from + packedBytes > limit) throw damaged(name);
  return zip.subarray(from, from + packedBytes);
};

const unpacked = ({ name, method, bytes }: Listed, data: Buffer): Buffer => {
  if (method === STORED) return data;
  if (method !== DEFLATED) throw new ArchiveRefused('It is packed by another method than "deflate".', name);
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, bytes) });
  } catch (error) {
    throw isTooLong(error) ? liesAboutSize(name) : damaged(name);
  }
};
