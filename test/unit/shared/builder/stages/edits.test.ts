import { expect, test } from 'vitest';
import { changesOf } from '../../../../../shared/builder/stages/edits.ts';
import { planned } from '../../../../../shared/builder/stages/graph.ts';

/* Requirements: BT1. */

const TEXT = 'one\ntwo\ntwo\n';
const files = { paths: ['a.js', 'unseen.js'], shown: new Map([['a.js', TEXT]]) };

test('edits become changes: a whole file, lines that stand there once, a file that goes', () => {
  const edits = [
    { path: 'new.js', content: 'new\n' },
    { path: 'a.js', replacements: [{ find: 'one\n', replace: '$& and\n' }] },
  ];
  expect(changesOf(edits, files)).toEqual({
    changes: [
      { path: 'new.js', content: 'new\n' },
      { path: 'a.js', content: '$& and\ntwo\ntwo\n' },
    ],
  });
  expect(changesOf([{ path: 'a.js', remove: true }], files)).toEqual({ changes: [{ path: 'a.js', remove: true }] });
});

const REFUSED: Record<string, [Parameters<typeof changesOf>[0], RegExp]> = {
  'of a file it was not shown': [[{ path: 'unseen.js', content: 'x' }], /unseen\.js: you have not seen/],
  'of the same file twice': [
    [
      { path: 'a.js', content: 'x' },
      { path: 'a.js', content: 'y' },
    ],
    /a\.js: it is edited twice/,
  ],
  'of lines that are not there': [
    [{ path: 'a.js', replacements: [{ find: 'three', replace: '' }] }],
    /stand there 0 times/,
  ],
  'of lines that are there twice': [
    [{ path: 'a.js', replacements: [{ find: 'two\n', replace: '' }] }],
    /stand there 2 times/,
  ],
  'of a file that is not there': [[{ path: 'b.js', remove: true }], /b\.js: there is no such file/],
  'outside of the project': [[{ path: '../b.js', content: 'x' }], /a path is relative/],
};

test.each(Object.keys(REFUSED))('an edit %s is refused with the reason, and none beside it is made', (name) => {
  const [edits, reason] = REFUSED[name]!;
  const edited = changesOf([{ path: 'fine.js', content: 'x' }, ...edits], files);
  expect(edited).toEqual({ faults: [expect.stringMatching(reason)] });
});

test('a graph with a circle, a loose end and a double id is mended as those of plans are', () => {
  const task = (id: string, depends_on: string[]) => ({ id, title: id, description: `Do ${id}.`, depends_on });
  const checked = planned({ tasks: [task('a', ['b']), task('b', ['a', 'nobody']), task('b', [])] });
  expect(checked).toMatchObject({
    tasks: [
      { id: 'a', depends_on: [] },
      { id: 'b', depends_on: ['a'] },
      { id: 'b-2', depends_on: [] },
    ],
  });
});
