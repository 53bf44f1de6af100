import { crc32, deflateRawSync } from 'node:zlib';
import type { Packed } from '../packed.ts';
import { DEFLATED, END_MARK, ENTRY_MARK, LOCAL_MARK, STORED, UNIX, UTF8_NAMES } from './directory.ts';

/** The version of the format that is needed to unpack: 2.0. */
const VERSION = 20;
/** The format has no earlier time. */
const EARLIEST = Date.UTC(1980, 0, 1);

/** Date and time as MS-DOS wrote them, to two seconds; here always in UTC. */
const dosTime = (at: number): number => {
  const date = new Date(Math.max(at, EARLIEST));
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return day * 0x10000 + time;
};

/** A zip archive, file by file, with the list of its entries at the end. The same files make the same bytes. */
export async function* writeZip(files: AsyncIterable<Packed>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const { path, content, executable, at } of files) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(content);
    const isShorter = packed.length < content.length;
    const data = isShorter ? packed : content;
    // What the entry and its line in the list have in common: from "version needed" to the length of the name.
    const common = Buffer.alloc(24);
    common.writeUInt16LE(VERSION, 0);
    common.writeUInt16LE(UTF8_NAMES, 2);
    common.writeUInt16LE(isShorter ? DEFLATED : STORED, 4);
    common.writeUInt32LE(dosTime(at), 6);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    directory.push(lineOf(common, { name, mode: executable ? 0o100755 : 0o100644, offset }));
    const entry = Buffer.concat([mark(LOCAL_MARK), common, Buffer.alloc(2), name, data]);
    offset += entry.length;
    yield entry;
  }
  const list = Buffer.concat(directory);
  yield list;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_MARK, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  yield end;
}

const mark = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const lineOf = (common: Buffer, { name, mode, offset }: { name: Buffer; mode: number; offset: number }): Buffer => {
  const madeBy = Buffer.from([VERSION, UNIX]);
  const rest = Buffer.alloc(16);
  rest.writeUInt16LE(mode, 10);
  rest.writeUInt32LE(offset, 12);
  return Buffer.concat([mark(ENTRY_MARK), madeBy, common, rest, name]);
};
