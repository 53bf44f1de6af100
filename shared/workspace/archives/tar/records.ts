import { nameIn } from '../intake.ts';
import { ArchiveRefused, damaged } from '../refused.ts';

/** What an extended header says of the entry that follows it. */
export type Records = { name?: string; size?: number };

/** Records are `<length> <key>=<value>\n`, where the length counts the whole record. */
export const readRecords = (bytes: Buffer): Map<string, Buffer> => {
  const found = new Map<string, Buffer>();
  for (let at = 0; at < bytes.length; ) {
    const blank = bytes.indexOf(0x20, at);
    const digits = blank < 0 ? '' : bytes.toString('latin1', at, blank);
    const end = at + Number(digits);
    const equals = bytes.indexOf(0x3d, blank);
    const isWhole = /^\d{1,6}$/.test(digits) && end <= bytes.length && equals > blank && equals < end;
    if (!isWhole || bytes[end - 1] !== 0x0a) throw damaged();
    found.set(bytes.toString('latin1', blank + 1, equals), bytes.subarray(equals + 1, end - 1));
    at = end;
  }
  return found;
};

export const meaningOf = (records: Map<string, Buffer>): Records => {
  const [path, size] = [records.get('path'), records.get('size')?.toString('latin1')];
  const name = path && nameIn(path);
  if ([...records.keys()].some((key) => key.startsWith('GNU.sparse')))
    throw new ArchiveRefused('It is stored with holes, as only GNU tar does; archive it without --sparse.', name);
  if (size !== undefined && !/^\d{1,15}$/.test(size)) throw damaged(name);
  return { ...(name !== undefined && { name }), ...(size !== undefined && { size: Number(size) }) };
};

export const recordOf = (key: string, value: string): Buffer => {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  // Its own digits count too, and may make it longer by one more.
  const length = rest + String(rest + String(rest).length).length;
  return Buffer.from(`${length} ${key}=${value}\n`);
};
