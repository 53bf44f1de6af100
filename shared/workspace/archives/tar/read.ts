import { type Intake, nameIn } from '../intake.ts';
import { ArchiveRefused, damaged, isLink, isNoFile } from '../refused.ts';
import { BLOCK, readHeader } from './header.ts';
import { meaningOf, type Records, readRecords } from './records.ts';

const END = Buffer.alloc(BLOCK);

const FILE = new Set(['0', '\0', '7']);
const LINK = new Set(['1', '2']);
const FOLDER = '5';
/** What they say holds for the entry after them: POSIX's records, and a long name as GNU tar writes it. */
const EXTENDED = 'x';
const LONG_NAME = 'L';
/** Of the whole archive: `git archive` puts a comment there. */
const GLOBAL = 'g';
const LONG_LINK = 'K';

/** Of an extended header. */
const MAX_RECORDS_BYTES = 64 * 1024;

/** Takes the files of a tar archive in. It has to have its end: one that was cut off would be imported by half. */
export const readTar = (tar: Buffer, intake: Intake): void => {
  let records: Records = {};
  for (let at = 0; ; ) {
    const block = tar.subarray(at, at + BLOCK);
    if (block.length < BLOCK) throw damaged();
    if (block.equals(END)) return;
    const header = readHeader(block);
    const isAboutNext = [EXTENDED, LONG_NAME, GLOBAL, LONG_LINK].includes(header.type);
    const { name, size } = isAboutNext ? header : { ...header, ...records };
    intake.count(name);
    const begin = at + BLOCK;
    const end = begin + size;
    if (end > tar.length) throw damaged(name);
    const content = tar.subarray(begin, end);
    at = begin + Math.ceil(size / BLOCK) * BLOCK;
    if (isAboutNext) {
      records = { ...records, ...said(header.type, content) };
      continue;
    }
    records = {};
    if (LINK.has(header.type)) throw isLink(name);
    if (header.type === FOLDER || (FILE.has(header.type) && name.endsWith('/'))) continue;
    if (!FILE.has(header.type)) throw isNoFile(name);
    intake.add(intake.announce(name, size), { content, executable: (header.mode & 0o100) !== 0 });
  }
};

const said = (type: string, content: Buffer): Records => {
  if (content.length > MAX_RECORDS_BYTES) throw damaged();
  if (type === EXTENDED) return meaningOf(readRecords(content));
  if (type === LONG_NAME) return { name: nameIn(content.subarray(0, content.indexOf(0) >>> 0)) };
  if (type === GLOBAL && Object.keys(meaningOf(readRecords(content))).length > 0)
    throw new ArchiveRefused('It gives one name or size to all of its entries.');
  return {};
};
