/* Requirements: BT4. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesOfEdits } from '../../../../../shared/builder/hunt/edits.ts';
import { addLogs } from '../../../../../shared/builder/hunt/logs.ts';
import { hasMarker, markerOf, withoutMarkers } from '../../../../../shared/builder/hunt/marker.ts';
import { newLines } from '../../../../../shared/builder/hunt/new-lines.ts';
import type { HuntEdit } from '../../../../../shared/builder/roles/bug-hunter.ts';
import { draftedFiles, filesFrom } from '../../../../support/builder/drafted-files.ts';
import { RecordedSteps } from '../../../../support/builder/recorded-steps.ts';

const FILES = filesFrom({
  'src/a.js': 'one();\ntwo();\ntwo();\nthree();',
  'page.css': 'a {}\n',
  'test/run.js': 'x',
  'package.json': '{ "scripts": { "test": "node --test", "build": "node build.js" } }',
});
const draft = { base: 1, changes: [] };
const steps = () => new RecordedSteps({ files: FILES, answer: () => undefined });
const MARKER = markerOf('a hunt');

describe('edits of a fix', () => {
  const edits = (...all: HuntEdit[]) => changesOfEdits(steps(), { name: 'e', draft, edits: all });

  test('are applied one after the other', async () => {
    const result = await edits(
      { path: 'src/a.js', find: 'one', replace: 'four' },
      { path: 'src/a.js', find: 'four();\n', replace: '' },
      { path: 'src/b.js', content: 'new' },
    );
    expect(result).toEqual({
      changes: [
        { path: 'src/a.js', content: 'two();\ntwo();\nthree();' },
        { path: 'src/b.js', content: 'new' },
      ],
    });
  });

  test.each<[string, HuntEdit, RegExp]>([
    ['of a text that is not there', { path: 'src/a.js', find: 'five', replace: '' }, /does not stand there/],
    ['of a text that is there twice', { path: 'src/a.js', find: 'two', replace: '' }, /several times/],
    ['of a file that is not there', { path: 'src/c.js', find: 'a', replace: '' }, /no such text file/],
    ['that replace a whole file', { path: 'src/a.js', content: '' }, /this file exists/],
    ['that leave the project', { path: '../a.js', content: '' }, /not a path/],
    ['of a test', { path: 'test/run.js', find: 'x', replace: 'y' }, /tests say what is right/],
    ['of a test beside the code', { path: 'src/a.test.ts', content: 'y' }, /tests say what is right/],
    ['of a test that is named as one', { path: 'test.mjs', content: 'y' }, /tests say what is right/],
    ['of a test with a dash', { path: 'src/a-test.js', content: 'y' }, /tests say what is right/],
    ['of a test in front', { path: 'test-a.cjs', content: 'y' }, /tests say what is right/],
    ['of what the tests run', { path: 'package.json', find: 'node --test', replace: 'true' }, /what the tests run/],
    ['that change nothing', { path: 'src/a.js', find: 'one', replace: 'one' }, /change nothing/],
  ])('%s are refused', async (_, edit, wrong) => {
    expect(await edits(edit)).toEqual({ wrong: expect.stringMatching(wrong) });
  });
});

describe('files that are no tests', () => {
  test.each(['latest.js', 'src/contest.ts', 'protest/a.js'])('such as %s are mended', async (path) => {
    const edits: HuntEdit[] = [{ path, content: 'y' }];
    expect(await changesOfEdits(steps(), { name: 'e', draft, edits })).toEqual({ changes: edits });
  });

  test('of a package another script can be mended', async () => {
    const edits: HuntEdit[] = [{ path: 'package.json', find: 'build.js', replace: 'make.js' }];
    const result = await changesOfEdits(steps(), { name: 'e', draft, edits });
    expect(result).toMatchObject({ changes: [{ path: 'package.json' }] });
  });
});

describe('logs', () => {
  const log = (line: number, text: string, more: { path?: string; expression?: string } = {}) => ({
    path: 'src/a.js',
    line,
    text,
    label: 'x',
    expression: '1',
    ...more,
  });
  const added = (...logs: ReturnType<typeof log>[]) => addLogs(steps(), { name: 'l', draft, marker: MARKER, logs });
  const textOf = (changed: { changes: Parameters<typeof draftedFiles>[1]['changes'] }, path = 'src/a.js') =>
    Buffer.from(draftedFiles(FILES, changed).get(path)?.content ?? '').toString();

  test('stand before the lines they were wanted at, also where the number is wrong but the line is there once', async () => {
    const { draft: logged, refused } = await added(log(2, 'two();'), log(1, 'three();'));
    const lines = textOf(logged).split('\n');
    expect(lines.map(hasMarker)).toEqual([false, true, false, false, true, false]);
    expect(refused).toEqual([]);
  });

  test.each([
    ['at a line that is not there', log(1, 'four();'), /does not stand there/],
    ['at a line that is there twice, under a wrong number', log(1, 'two();'), /does not stand there/],
    ['in a style sheet', log(1, 'a {}', { path: 'page.css' }), /no such file with JavaScript/],
    ['of more than an expression', log(1, 'one();', { expression: '1; two()' }), /not one plain expression/],
  ])('are refused %s', async (_, wanted, wrong) => {
    const { draft: logged, refused } = await added(wanted);
    expect(logged.changes).toEqual([]);
    expect(refused).toEqual([expect.stringMatching(wrong)]);
  });

  test('are removed exactly', async () => {
    const line = fc.constantFrom('one();', 'two();', 'three();');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ line: fc.integer({ min: 1, max: 4 }), text: line })), async (wanted) => {
        const { draft: logged } = await added(...wanted.map((one) => log(one.line, one.text)));
        expect(withoutMarkers(textOf(logged))).toBe(textOf(draft));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a log that grows', () => {
  test('is read line by line, each line once, whatever has been written at each time', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', 'bc', '\n\n')), (writes) => {
        let [text, offset] = ['', 0];
        const read: string[] = [];
        for (const write of writes) {
          text += write;
          const next = newLines(text, offset);
          read.push(...next.lines);
          offset = next.offset;
        }
        expect(read).toEqual(text.split('\n').slice(0, -1));
      }),
    );
  });

  test('is read from its beginning once it was begun anew', () => {
    expect(newLines('new\n', 100)).toEqual({ lines: ['new'], offset: 4 });
  });
});
