import { crc32, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  FILE,
  FOLDER,
  type GitObject,
  idOf,
  kinds,
  sha1,
  treeOf,
} from '../../../../../shared/workspace/archives/git/objects.ts';
import { writeBundle } from '../../../../../shared/workspace/archives/git/write.ts';
import { ArchiveRefused } from '../../../../../shared/workspace/archives/refused.ts';
import { headerOf } from '../../../../../shared/workspace/archives/tar/header.ts';
import { recordOf } from '../../../../../shared/workspace/archives/tar/records.ts';
import { filesIn } from '../../../../../shared/workspace/archives/unpack.ts';
import { writeZip } from '../../../../../shared/workspace/archives/zip/write.ts';
import { each, limits, whole } from './archive-files.ts';

/* Requirements: BT2. */

const refusalOf = (archive: Buffer, more: Partial<typeof limits> = {}): string => {
  try {
    filesIn(archive, { ...limits, ...more });
    return 'read';
  } catch (error) {
    if (error instanceof ArchiveRefused) return error.message;
    throw error;
  }
};

type Entry = { name: string | Buffer; type?: string; body?: Buffer; size?: number; mode?: number };

const tarred = (...entries: Entry[]): Buffer => {
  const blocks = entries.flatMap(({ name, type = '0', body = Buffer.alloc(0), size = body.length, mode = 0o644 }) => {
    const header = headerOf({ name: 'x', type, size, mode }, 0);
    header.fill(0, 0, 100);
    Buffer.from(name).copy(header, 0);
    // The sum is of what is there now.
    header.fill(0x20, 148, 156);
    header.write(
      `${header
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0')}\0 `,
      148,
    );
    return [header, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
};

const zipped = async (
  name: string,
  change: (zip: Buffer, line: number) => void = () => undefined,
  content = 'some text '.repeat(20),
) => {
  const zip = await whole(writeZip(each([{ path: name, content: Buffer.from(content), executable: false, at: 0 }])));
  change(zip, zip.readUInt32LE(zip.length - 6));
  return zip;
};

const packed = (objects: GitObject[], more: Buffer[] = []): Buffer => {
  const head = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
  head.writeUInt32BE(objects.length + more.length, 8);
  const entries = objects.map(({ kind, bytes }) => {
    const size = Buffer.from([
      (kinds[kind] << 4) | 0x80 | (bytes.length & 15),
      ((bytes.length >> 4) & 127) | 0x80,
      bytes.length >> 11,
    ]);
    return Buffer.concat([size, deflateSync(bytes)]);
  });
  const pack = Buffer.concat([head, ...entries, ...more]);
  return Buffer.concat([pack, sha1(pack)]);
};
const blob: GitObject = { kind: 'blob', bytes: Buffer.from('text') };
const bundled = (mode: string, name: string | Buffer, lines = ''): Buffer => {
  const tree = treeOf([{ mode, name: Buffer.from(name), id: idOf(blob) }]);
  return bundleOf(tree, [blob], lines);
};
const bundleOf = (tree: GitObject, others: GitObject[], lines = '', more: Buffer[] = []): Buffer => {
  const commit: GitObject = { kind: 'commit', bytes: Buffer.from(`tree ${idOf(tree)}\nauthor a <> 0 +0000\n\nx\n`) };
  const header = `# v2 git bundle\n${lines}${idOf(commit)} HEAD\n\n`;
  return Buffer.concat([Buffer.from(header), packed([commit, tree, ...others], more)]);
};

describe('a tar archive', () => {
  test.each<[string, Entry[], RegExp]>([
    ['leads out of the tree', [{ name: '../up.txt' }], /\.\.\/up\.txt: Not a valid file path/],
    ['is absolute', [{ name: '/etc/motd' }], /\/etc\/motd: Not a valid/],
    ['has a backslash', [{ name: 'a\\b' }], /Not a valid/],
    ['is a symbolic link', [{ name: 'fine' }, { name: 'link', type: '2' }], /link: It is a link/],
    ['is a hard link', [{ name: 'link', type: '1' }], /link: It is a link/],
    ['is a device', [{ name: 'null', type: '3' }], /null: It is a device/],
    ['is a pipe', [{ name: 'pipe', type: '6' }], /pipe: It is a device/],
    [
      'is of a kind of GNU tar’s own',
      [{ name: 'sparse', type: 'S' }],
      /sparse: It is a device, a pipe or of another kind/,
    ],
    ['is there twice', [{ name: 'a' }, { name: './a' }], /\.\/a: It is in the archive twice/],
    ['is not UTF-8', [{ name: Buffer.from([0x66, 0xfc, 0x72]) }], /für: Its name is not UTF-8/],
    ['is longer than the archive', [{ name: 'long', size: 5_000 }], /long: It is damaged or cut off/],
    [
      'is larger than a file may be',
      [{ name: 'large', body: Buffer.alloc(100_001) }],
      /large: A file of the workspace has at most/,
    ],
    [
      'has a path that is too long',
      [{ name: 'p', type: 'x', body: recordOf('path', 'x'.repeat(513)) }, { name: 'p' }],
      /is too long: it may have 512 bytes/,
    ],
    [
      'leads out by a long name',
      [{ name: 'p', type: 'L', body: Buffer.from('../../up\0') }, { name: 'p' }],
      /\.\.\/\.\.\/up: Not/,
    ],
    [
      'has a size of its own in a record',
      [{ name: 'p', type: 'x', body: recordOf('size', '99999') }, { name: 'p' }],
      /p: It is damaged/,
    ],
    [
      'is stored with holes',
      [{ name: 'p', type: 'x', body: recordOf('GNU.sparse.major', '1') }, { name: 'p' }],
      /with holes/,
    ],
    [
      'gets its path from the archive',
      [{ name: 'g', type: 'g', body: recordOf('path', 'evil') }, { name: 'p' }],
      /one name or size to all/,
    ],
  ])('with an entry that %s is refused', (_why, entries, refusal) => {
    expect(refusalOf(tarred(...entries))).toMatch(refusal);
  });

  test('that unpacks to more than a workspace holds is refused before it is unpacked', () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const before = process.memoryUsage().arrayBuffers;
    expect(refusalOf(bomb)).toMatch(/have at most 1000000 bytes together/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60 * 1024 * 1024);
  });

  test('with more entries than any workspace has is refused', () => {
    const many = (count: number, type: string) =>
      tarred(...Array.from({ length: count }, (_, at) => ({ name: `n${at}`, type })));
    expect(refusalOf(many(2_001, '0'))).toMatch(/n2000: A workspace has at most 2000 files/);
    expect(refusalOf(many(10_001, '5'))).toMatch(/n10000: An archive has at most 10000 entries/);
  });

  test('with files that are too much together is refused', () => {
    const body = Buffer.alloc(90_000);
    const entries = Array.from({ length: 12 }, (_, at) => ({ name: `n${at}`, body }));
    expect(refusalOf(tarred(...entries))).toMatch(/n11: The files of a workspace have at most 1000000 bytes/);
  });

  test('without files is refused', () => {
    expect(refusalOf(tarred({ name: 'folder', type: '5' }))).toBe('The archive holds no files.');
  });
});

describe('a zip archive', () => {
  /** Fields of the entry itself, and of its line in the list at the end. */
  test.each<[string, string, (zip: Buffer, line: number) => void, RegExp]>([
    ['leads out of the tree', '../up.txt', () => undefined, /\.\.\/up\.txt: Not a valid/],
    ['is absolute', '/up.txt', () => undefined, /\/up\.txt: Not a valid/],
    ['is encrypted', 'a', (zip, line) => zip.writeUInt16LE(0x801, line + 8), /a: It is encrypted/],
    ['is a symbolic link', 'a', (zip, line) => zip.writeUInt16LE(0o120777, line + 40), /a: It is a link/],
    ['is a device', 'a', (zip, line) => zip.writeUInt16LE(0o020666, line + 40), /a: It is a device/],
    [
      'unpacks to more than it says',
      'a',
      (zip, line) => zip.writeUInt32LE(10, line + 24),
      /a: It does not unpack to as many/,
    ],
    [
      'unpacks to less than it says',
      'a',
      (zip, line) => zip.writeUInt32LE(9_999, line + 24),
      /a: It does not unpack to as many/,
    ],
    [
      'says it is large',
      'a',
      (zip, line) => zip.writeUInt32LE(0xfffffff0, line + 24),
      /a: A file of the workspace has at most/,
    ],
    ['has a wrong checksum', 'a', (zip, line) => zip.writeUInt32LE(1, line + 16), /a: It is damaged/],
    ['is packed in another way', 'a', (zip, line) => zip.writeUInt16LE(12, line + 10), /another method than "deflate"/],
    ['has another name before its bytes', 'a', (zip) => zip.write('b', 30), /a: It has two different names/],
    ['lies past the end', 'a', (zip, line) => zip.writeUInt32LE(0xffff, line + 42), /a: It is damaged/],
    ['has a name that is not UTF-8', 'a', (zip, line) => zip.writeUInt8(0xff, line + 46), /Its name is not UTF-8/],
  ])('with an entry that %s is refused', async (_why, name, change, refusal) => {
    expect(refusalOf(await zipped(name, change))).toMatch(refusal);
  });

  test('whose entries share their bytes is refused', async () => {
    const zip = await zipped('a');
    const begin = zip.readUInt32LE(zip.length - 6);
    const line = zip.subarray(begin, zip.length - 22);
    const end = Buffer.from(zip.subarray(zip.length - 22));
    for (const field of [8, 10]) end.writeUInt16LE(2, field);
    end.writeUInt32LE(line.length * 2, 12);
    expect(refusalOf(Buffer.concat([zip.subarray(0, begin), line, line, end]))).toMatch(/a: It shares bytes/);
  });

  test('for more than this can hold is refused', async () => {
    expect(refusalOf(await zipped('a', (zip) => zip.writeUInt16LE(0xffff, zip.length - 12)))).toMatch(/Zip64/);
  });

  test('that expands a thousandfold is unpacked as far as a file may be, and no further', async () => {
    const content = Buffer.alloc(8 * 1024 * 1024);
    const zip = await zipped('a', (bytes, line) => bytes.writeUInt32LE(100_000, line + 24), content.toString());
    expect(deflateRawSync(content).length).toBeLessThan(10_000);
    expect(crc32(content)).not.toBe(0);
    expect(refusalOf(zip)).toMatch(/a: It does not unpack to as many/);
  });
});

describe('a bundle of git', () => {
  test.each<[string, Buffer, RegExp]>([
    ['leads out of the tree', bundled(FILE, '..'), /\.\.: Not a valid/],
    ['has a slash in its name', bundled(FILE, 'a/../../b'), /Not a valid/],
    ['is a symbolic link', bundled('120000', 'link'), /link: It is a link/],
    ['is a submodule', bundled('160000', 'module'), /module: It is a submodule/],
    ['is of an unknown kind', bundled('20666', 'device'), /device: It is a device/],
    ['is not UTF-8', bundled(FILE, Buffer.from([0xff])), /Its name is not UTF-8/],
    ['is a folder in the list and a file in fact', bundled(FOLDER, 'folder'), /folder: It is damaged/],
  ])('with an entry that %s is refused', (_why, archive, refusal) => {
    expect(refusalOf(archive)).toMatch(refusal);
  });

  test.each<[string, Buffer, RegExp]>([
    ['that needs other commits', bundled(FILE, 'a', `-${'0'.repeat(40)} x\n`), /needs commits that it does not hold/],
    [
      'without some of its objects',
      bundleOf(treeOf([{ mode: FILE, name: Buffer.from('a'), id: '0'.repeat(40) }]), []),
      /a: It is damaged/,
    ],
    ['of a later version', Buffer.from('# v9 git bundle\n\nPACK'), /version that is not known/],
    ['of other digests', bundled(FILE, 'a', '@object-format=sha256\n'), /object-format=sha256/],
  ])('%s is refused', (_why, archive, refusal) => {
    expect(refusalOf(archive)).toMatch(refusal);
  });

  test('whose folders hold each other many times over is refused at the limit', () => {
    const objects: GitObject[] = [blob];
    let inner = { mode: FILE, id: idOf(blob) };
    for (let level = 0; level < 5; level += 1) {
      const tree = treeOf(Array.from({ length: 10 }, (_, at) => ({ ...inner, name: Buffer.from(`d${at}`) })));
      objects.push(tree);
      inner = { mode: FOLDER, id: idOf(tree) };
    }
    const root = objects.pop()!;
    expect(refusalOf(bundleOf(root, objects))).toMatch(/at most (2000 files|10000 entries)/);
  });

  test('whose differences make much of little is refused', () => {
    // A delta of a few bytes that says its result is large; and one that would copy a base again and again.
    const delta = Buffer.from([4, 0x80, 0x80, 0x80, 0x40, 0x90, 4]);
    const entry = Buffer.concat([
      Buffer.from([(7 << 4) | delta.length]),
      Buffer.from(idOf(blob), 'hex'),
      deflateSync(delta),
    ]);
    const tree = treeOf([{ mode: FILE, name: Buffer.from('a'), id: idOf(blob) }]);
    expect(refusalOf(bundleOf(tree, [blob], '', [entry]))).toMatch(/history unpacks to more than 1500000 bytes/);
  });

  test('that holds more than a workspace twice over is refused', async () => {
    const files = Array.from({ length: 17 }, (_, at) => ({
      path: `f${at}`,
      content: Buffer.alloc(90_000, at),
      executable: false,
      at: 0,
    }));
    const bundle = await whole(writeBundle(each(files), { by: 'alice', at: 0, reason: 'x' }));
    expect(refusalOf(bundle)).toMatch(/history unpacks to more than/);
  });
});

test('what is no archive is refused', () => {
  expect(refusalOf(Buffer.from('hello'))).toMatch(/^An archive is a tar archive in gzip, a zip archive, or a bundle/);
  expect(refusalOf(Buffer.alloc(0))).toMatch(/^An archive is/);
});
