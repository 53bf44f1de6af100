import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JournalStep, ToolStep } from '../../../shared/bus/index.ts';
import { type FileTouched, openToolbox, type Toolbox } from '../../../shared/tools/index.ts';
import { knownFiles } from '../../../shared/turns/calls/files.ts';
import { inTable } from '../../support/in-table.ts';
import { startTestObjects } from '../../support/objects.ts';
import { callBy, projectOf, someAgent } from '../../support/tool-call.ts';

/* Requirements: BT2, AG5. */

inTable();
let objects: Awaited<ReturnType<typeof startTestObjects>>;
let toolbox: Toolbox;

beforeAll(async () => {
  objects = await startTestObjects();
  const names = [
    'file_read',
    'file_list',
    'file_write',
    'file_edit',
    'file_move',
    'file_delete',
    'file_search',
  ] as const;
  toolbox = await openToolbox(projectOf('alice'), someAgent, [...names]);
});
afterAll(() => objects.stop());

const answer: JournalStep = { kind: 'model', text: '', calls: [], usage: {} as never };
const stepOf = (touched: readonly FileTouched[]): ToolStep => ({
  ...{ kind: 'tool', call: { id: 'c', name: 't', arguments: '' }, arguments: '', content: '', outcome: 'done' },
  touched,
});

/** A task at work in a project of its own: each call may be in an answer of its own. */
const taskIn = (name: string) => {
  const project = projectOf('alice', name);
  const journal: JournalStep[] = [answer];
  const call = async (tool: string, args: object): Promise<string> => {
    const result = await toolbox.find(tool)!.run(args, callBy(project, { files: knownFiles(journal) }));
    journal.push(stepOf(result.touched ?? []));
    return result.isError ? `refused: ${result.content}` : result.content;
  };
  return { call, nextAnswer: () => void journal.push(answer) };
};

/** A file that somebody else has made, and what they make of it. */
const withFile = async (name: string, content: string) => {
  const other = taskIn(name);
  await other.call('file_write', { path: 'a.txt', content });
  other.nextAnswer();
  return { ...taskIn(name), other };
};

describe('editing a file', () => {
  test('a piece of a file that was read is replaced, again and again', async () => {
    const { call } = await withFile('edited', 'one two three\n');
    await call('file_read', { path: 'a.txt' });
    expect(await call('file_edit', { path: 'a.txt', find: 'two', replace: '2' })).toContain('"edited":"a.txt"');
    expect(await call('file_edit', { path: './a.txt', find: '2', replace: '$&' })).toContain('"version":3');
    expect(await call('file_read', { path: 'a.txt' })).toBe('one $& three\n');
  });

  test('a file that was not read in the task, or has changed since, is not edited', async () => {
    const { call, other } = await withFile('unread', 'one two\n');
    const edit = () => call('file_edit', { path: 'a.txt', find: 'two', replace: '2' });
    expect(await edit()).toBe('refused: You have not read a.txt in this task. Read it first.');
    await call('file_read', { path: 'a.txt' });
    await other.call('file_write', { path: 'b.txt', content: 'another file' });
    await other.call('file_edit', { path: 'a.txt', find: 'one', replace: 'two' });
    expect(await edit()).toBe('refused: a.txt has changed since you read it. Read it again.');
    await call('file_read', { path: 'a.txt' });
    expect(await edit()).toMatch(/^refused: The piece to replace occurs several times in a\.txt/);
    expect(await call('file_edit', { path: 'a.txt', find: 'six', replace: '6' })).toMatch(
      /^refused: .* does not occur/,
    );
    expect(await call('file_edit', { path: 'none.txt', find: 'a', replace: 'b' })).toMatch(
      /^refused: There is no text/,
    );
    expect(await call('file_read', { path: 'a.txt' })).toBe('two two\n');
  });

  test('a change of another file does not stand in the way of an edit', async () => {
    const { call, other } = await withFile('others', 'one\n');
    await call('file_read', { path: 'a.txt' });
    await other.call('file_write', { path: 'b.txt', content: 'another file' });
    expect(await call('file_edit', { path: 'a.txt', find: 'one', replace: 'two' })).toContain('"version":3');
  });

  test('a file is not written twice in one answer, and is in two', async () => {
    const { call, nextAnswer } = taskIn('twice');
    await call('file_write', { path: 'a.txt', content: 'one' });
    expect(await call('file_write', { path: './a.txt', content: 'two' })).toMatch(/^refused: You have written/);
    expect(await call('file_edit', { path: 'a.txt', find: 'one', replace: 'three' })).toContain('edited');
    nextAnswer();
    expect(await call('file_write', { path: 'a.txt', content: 'four' })).toContain('"version":3');
  });
});

describe('moving and removing', () => {
  test('files and folders are moved and removed, and what is not there is said', async () => {
    const { call } = taskIn('moved');
    await call('file_write', { path: 'src/a.txt', content: 'a' });
    await call('file_write', { path: 'src/b.txt', content: 'b' });
    await call('file_move', { path: 'src', to: 'lib' });
    expect(await call('file_list', {})).toMatch(/lib\/a\.txt.*lib\/b\.txt/);
    expect(await call('file_move', { path: 'lib/a.txt', to: 'lib/b.txt' })).toMatch(
      /^refused: There is a file lib\/b\.txt/,
    );
    expect(await call('file_delete', { path: 'lib/a.txt' })).toContain('"files_left":1');
    expect(await call('file_delete', { path: 'lib/a.txt' })).toBe('refused: There is no file lib/a.txt.');
    expect(await call('file_delete', { path: '../x' })).toMatch(/^refused: Not a valid file path/);
    expect(await call('file_read', { path: 'lib/a.txt', version: 3 })).toBe('a');
  });
});

describe('searching', () => {
  type Found = { lines: { path: string; line: number; text: string }[]; stopped_after?: string };

  const someFiles = async () => {
    const { call } = taskIn('searched');
    await call('file_write', { path: 'a.ts', content: 'const one = 1;\nconst two = one;\n' });
    await call('file_write', { path: 'src/b.ts', content: '// One more\nlet three = 3;\n' });
    await call('file_write', { path: 'src/long.txt', content: `${'a'.repeat(100_000)}b\n` });
    const search = async (args: object): Promise<Found> => JSON.parse(await call('file_search', args));
    const where = async (args: object) => (await search(args)).lines.map(({ path, line }) => `${path}:${line}`);
    return { call, search, where };
  };

  test('lines are found by a text, by an expression, in a folder, and page by page', async () => {
    const { search, where } = await someFiles();
    expect(await where({ query: 'one' })).toEqual(['a.ts:1', 'a.ts:2']);
    expect(await where({ query: 'ONE', ignore_case: true })).toEqual(['a.ts:1', 'a.ts:2', 'src/b.ts:1']);
    expect(await where({ query: '^(const|let) \\w+ = \\d;$', regex: true })).toEqual(['a.ts:1', 'src/b.ts:2']);
    expect(await where({ query: 'e', folder: 'src/' })).toEqual(['src/b.ts:1', 'src/b.ts:2']);
    const page = await search({ query: 'one', ignore_case: true, limit: 2 });
    expect(page.stopped_after).toBe('a.ts');
    expect(await where({ query: 'one', ignore_case: true, after: 'a.ts' })).toEqual(['src/b.ts:1']);
    expect(await search({ query: 'nowhere' })).toEqual({ version: 3, lines: [] });
  });

  test('an expression that would take for ever elsewhere takes no longer here, and one that is none is refused', async () => {
    const { call, where } = await someFiles();
    expect(await where({ query: '^(a+)+$', regex: true })).toEqual(['src/long.txt:1']);
    expect(await where({ query: '^(a|aa)+c', regex: true })).toEqual([]);
    expect(await call('file_search', { query: '(a', regex: true })).toMatch(/^refused: Not a regular expression/);
    expect(await call('file_search', { query: '(?=a)', regex: true })).toMatch(/^refused: Not a regular expression/);
    expect(await call('file_search', { query: '((a{30}){30}){30}', regex: true })).toMatch(/^refused: /);
  });
});
