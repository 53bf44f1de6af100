import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openToolbox, type Toolbox } from '../../../shared/tools/index.ts';
import { inTable } from '../../support/in-table.ts';
import { startTestObjects } from '../../support/objects.ts';
import { callBy, projectOf, someAgent } from '../../support/tool-call.ts';

const alice = projectOf('alice');
const bob = projectOf('bob');
inTable();
let objects: Awaited<ReturnType<typeof startTestObjects>>;
let toolbox: Toolbox;

beforeAll(async () => {
  objects = await startTestObjects();
  toolbox = await openToolbox(alice, someAgent, ['file_read', 'file_list', 'file_write']);
});
afterAll(() => objects.stop());

const run = async (name: string, args: unknown, project = alice) => {
  const { content, isError } = await toolbox.find(name)!.run(args, callBy(project));
  return { content, isError };
};
const write = (path: string, content: string, project = alice) => run('file_write', { path, content }, project);
const listed = async (args: object = {}, project = alice): Promise<string[]> =>
  JSON.parse((await run('file_list', args, project)).content).files.map(({ path }: { path: string }) => path);

describe('the files of a workspace', () => {
  test('the files of a workspace are read as they were written', async () => {
    expect(JSON.parse((await write('notes/today.md', 'Grüße')).content)).toEqual({
      written: 'notes/today.md',
      bytes: 7,
      version: 1,
    });
    expect(await run('file_read', { path: 'notes/today.md' })).toEqual({ content: 'Grüße', isError: false });
    expect(await run('file_read', { path: './notes/today.md' })).toEqual({ content: 'Grüße', isError: false });
  });

  test('the files of a workspace lie below their user and project, and no one else sees them', async () => {
    expect(objects.keys()).not.toEqual([]);
    expect(objects.keys().filter((key) => !key.startsWith('u/alice/default/'))).toEqual([]);
    expect(await run('file_read', { path: 'notes/today.md' }, bob)).toMatchObject({ isError: true });
    expect(await run('file_read', { path: 'notes/today.md' }, projectOf('alice', 'second'))).toMatchObject({
      isError: true,
    });
    expect(await listed({}, bob)).toEqual([]);
  });

  test.each(['../../bob/default/files/a', '/etc/passwd', 'a/../../b', 'a\\b'])(
    'a file of a workspace cannot lie at %s',
    async (path) => {
      const before = objects.keys();
      const refusal = { isError: true, content: expect.stringContaining('Not a valid file path') };
      expect(await write(path, 'x')).toMatchObject(refusal);
      expect(await run('file_read', { path })).toMatchObject(refusal);
      expect(await run('file_list', { folder: path })).toMatchObject(refusal);
      expect(objects.keys()).toEqual(before);
    },
  );

  test('a file of a workspace that does not exist is reported as missing', async () => {
    expect(await run('file_read', { path: 'none.txt' })).toEqual({
      content: 'There is no file none.txt.',
      isError: true,
    });
  });

  test('files of before there were versions are read where they lie, and become the first version', async () => {
    const carol = projectOf('carol');
    await objects.overwrite('u/carol/default/files/old/notes.md', Buffer.from('from before'));
    expect(await listed({}, carol)).toEqual(['old/notes.md']);
    expect(await run('file_read', { path: 'old/notes.md' }, carol)).toEqual({ content: 'from before', isError: false });
    expect(JSON.parse((await write('new.md', 'new', carol)).content)).toMatchObject({ version: 2 });
    expect(await listed({}, carol)).toEqual(['new.md', 'old/notes.md']);
    expect(await listed({ version: 1 }, carol)).toEqual(['old/notes.md']);
    expect(await run('file_read', { path: 'old/notes.md' }, carol)).toEqual({ content: 'from before', isError: false });
    await write('old/notes.md', 'from now', carol);
    expect(await run('file_read', { path: 'old/notes.md', version: 2 }, carol)).toMatchObject({
      content: 'from before',
    });
  });

  test('what an agent and somebody else changed in different lines is merged, and in the same line shown to it', async () => {
    const dave = projectOf('dave');
    const lines = (one: string, three: string) => `${one}\ntwo\n${three}\n`;
    const { version: base } = JSON.parse((await write('a.txt', lines('one', 'three'), dave)).content);
    await write('a.txt', lines('ONE', 'three'), dave);
    const mine = { path: 'a.txt', content: lines('one', 'THREE'), base };
    expect(JSON.parse((await run('file_write', mine, dave)).content)).toMatchObject({ merged: true, version: 3 });
    expect(await run('file_read', { path: 'a.txt' }, dave)).toMatchObject({ content: lines('ONE', 'THREE') });
    const refusal = await run('file_write', { ...mine, content: lines('uno', 'three') }, dave);
    expect(refusal).toMatchObject({ isError: true, content: expect.stringContaining('ONE') });
    expect(refusal.content).toContain('uno');
    expect(await run('file_read', { path: 'a.txt' }, dave)).toMatchObject({ content: lines('ONE', 'THREE') });
  });

  test.each(['NOTES/today.md', 'notes', 'notes/today.md/more'])(
    'a file cannot be told from notes/today.md on every system at %s',
    async (path) => {
      await write('notes/today.md', 'here');
      expect(await write(path, 'x')).toMatchObject({ isError: true, content: expect.stringMatching(/differ|folder/) });
      expect((await listed()).filter((one) => one === path)).toEqual([]);
    },
  );

  test('a file of a workspace may be empty', async () => {
    await write('empty.txt', '');
    expect(await run('file_read', { path: 'empty.txt' })).toEqual({ content: '', isError: false });
  });

  test('the files of a workspace are read in pieces that lose and repeat nothing', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).filter((one) => !one.includes('\0'));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 4, max: 20 }), async (content, length) => {
        await write('pieces.txt', content);
        let whole = '';
        let offset = 0;
        for (let piece = 0; piece < 100; piece += 1) {
          const answer = (await run('file_read', { path: 'pieces.txt', offset, length })).content;
          const more = /\n\[bytes \d+ to \d+ of \d+; go on at offset (\d+)\]$/.exec(answer);
          whole += more ? answer.slice(0, more.index) : answer;
          if (!more) break;
          offset = Number(more[1]);
        }
        expect(whole).toBe(content);
      }),
      { numRuns: 20 },
    );
  });

  test('the files of a workspace are listed in order, by folder and page by page', async () => {
    for (const path of ['b.txt', 'a/2.txt', 'a/1.txt', 'ab.txt']) await write(path, path, bob);
    expect(await listed({}, bob)).toEqual(['a/1.txt', 'a/2.txt', 'ab.txt', 'b.txt']);
    expect(await listed({ folder: 'a/' }, bob)).toEqual(['a/1.txt', 'a/2.txt']);
    const page = JSON.parse((await run('file_list', { limit: 2 }, bob)).content);
    expect(page.more).toBe(true);
    expect(await listed({ after: page.files.at(-1).path }, bob)).toEqual(['ab.txt', 'b.txt']);
  });

  test('the files of a workspace are texts of 256 KB at most', async () => {
    expect(await write('large.txt', 'x'.repeat(256 * 1024))).toMatchObject({ isError: false });
    expect(await write('large.txt', 'x'.repeat(256 * 1024 + 1))).toMatchObject({ isError: true });
    expect(await write('binary', 'a\0b')).toMatchObject({ isError: true });
    const { content } = await run('file_read', { path: 'large.txt' });
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(64 * 1024);
    expect(content).toMatch(/go on at offset \d+\]$/);
  });
});
