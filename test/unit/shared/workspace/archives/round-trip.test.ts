import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeBundle } from '../../../../../shared/workspace/archives/git/write.ts';
import { writeTar } from '../../../../../shared/workspace/archives/tar/write.ts';
import { writeZip } from '../../../../../shared/workspace/archives/zip/write.ts';
import { each, given, someFiles, taken, whole } from './archive-files.ts';

/* Requirements: BT2. */

const commit = { by: 'alice <a@b>', at: 1_767_225_600_000, reason: 'First\n\nWith a body' };
const writers = {
  'tar.gz': async (files: Parameters<typeof each>[0]) => gzipSync(await whole(writeTar(each(files)))),
  zip: (files: Parameters<typeof each>[0]) => whole(writeZip(each(files))),
  bundle: (files: Parameters<typeof each>[0]) => whole(writeBundle(each(files), commit)),
};

describe.each(Object.entries(writers))('%s', (format, write) => {
  test(`the files of a ${format} are those that were put into it, byte for byte`, async () => {
    await fc.assert(
      fc.asyncProperty(someFiles, async (files) => {
        const archive = await write(files);
        expect(taken(archive)).toEqual(given(files));
        expect(archive).toEqual(await write(files));
      }),
      { numRuns: 40 },
    );
  });

  test(`a ${format} that is damaged anywhere is refused, or has the same files`, async () => {
    await fc.assert(
      fc.asyncProperty(someFiles, fc.nat(), fc.integer({ min: 1, max: 255 }), async (files, where, flip) => {
        const archive = await write(files);
        const at = where % archive.length;
        archive[at] = archive[at]! ^ flip;
        expect(outcomeOf(archive)).toMatch(/^(refused|read)$/);
        const cut = archive.subarray(0, at);
        expect(outcomeOf(cut)).toBe('refused');
      }),
      { numRuns: 60 },
    );
  });
});

/** Anything but a refusal would be a defect. */
const outcomeOf = (archive: Buffer): string => {
  try {
    taken(archive);
    return 'read';
  } catch (error) {
    if (error instanceof Error && error.name === 'Unprocessable') return 'refused';
    throw error;
  }
};

const has = (command: string): boolean => spawnSync(command, ['--help'], { stdio: 'ignore' }).error === undefined;

describe('other programs', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'archives-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const at = (path: string): string => join(folder, path);
  const run = (command: string, ...args: string[]): void =>
    void execFileSync(command, args, {
      cwd: folder,
      stdio: 'pipe',
      env: { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
    });
  const files = [
    { path: 'src/é.txt', content: Buffer.from('one\n'.repeat(500)), executable: false, at: commit.at },
    { path: `${'deep/'.repeat(30)}run.sh`, content: Buffer.from('#!/bin/sh\n'), executable: true, at: commit.at },
    { path: 'src.md', content: Buffer.from('two\n'), executable: false, at: commit.at },
  ];
  const expectUnpacked = (root: string): void => {
    for (const { path, content, executable } of files) {
      expect(readFileSync(at(`${root}/${path}`))).toEqual(content);
      expect((statSync(at(`${root}/${path}`)).mode & 0o100) !== 0).toBe(executable);
    }
  };

  // A program that is not installed here is named by the test that is skipped.
  test.skipIf(!has('git'))(
    'git clones a bundle and finds nothing wrong with it, and its own bundle is read',
    async () => {
      writeFileSync(at('a.bundle'), await writers.bundle(files));
      run('git', 'clone', '--quiet', 'a.bundle', 'clone');
      expectUnpacked('clone');
      run('git', '-C', 'clone', 'fsck', '--strict');
      const commits = [
        '-c',
        'user.name=alice',
        '-c',
        'user.email=alice@example.com',
        'commit',
        '--quiet',
        '-am',
        'More',
      ];
      writeFileSync(at('clone/src/é.txt'), `${'one\n'.repeat(250)}changed\n${'one\n'.repeat(250)}`);
      run('git', '-C', 'clone', ...commits);
      run('git', '-C', 'clone', 'gc', '--quiet');
      run('git', '-C', 'clone', 'bundle', 'create', '--quiet', '../b.bundle', 'HEAD');
      const [first, ...rest] = files;
      const changed = { ...first!, content: readFileSync(at('clone/src/é.txt')) };
      expect(taken(readFileSync(at('b.bundle')))).toEqual(given([changed, ...rest]));
    },
  );

  test.skipIf(!has('tar'))('tar unpacks a tar.gz, and what it packs itself is read', async () => {
    writeFileSync(at('a.tar.gz'), await writers['tar.gz'](files));
    run('mkdir', 'out');
    run('tar', '-xzf', 'a.tar.gz', '-C', 'out');
    expectUnpacked('out');
    for (const style of ['gnu', 'pax', 'ustar']) {
      run('tar', `--format=${style}`, '-czf', 'b.tar.gz', '-C', 'out', '.');
      expect(taken(readFileSync(at('b.tar.gz')))).toEqual(given(files));
    }
  });

  test.skipIf(!has('zip') || !has('unzip'))('unzip unpacks a zip, and what zip packs itself is read', async () => {
    writeFileSync(at('a.zip'), await writers.zip(files));
    run('unzip', '-q', 'a.zip', '-d', 'out');
    expectUnpacked('out');
    execFileSync('zip', ['-q', '-r', '../b.zip', '.'], { cwd: at('out') });
    expect(taken(readFileSync(at('b.zip')))).toEqual(given(files));
  });
});
