import { expect, test } from 'vitest';
import { visible } from '../../../../console/src/design/show/visible.ts';
import { contentOf, forEditing, forSaving, lineEndsIn } from '../../../../console/src/screens/files/content/text.ts';
import { numbered } from '../../../../console/src/screens/files/history/numbered.ts';
import { versionIn } from '../../../../console/src/screens/files/version-in.ts';

/* Requirements: WEB1. */

const bytes = (text: string) => new TextEncoder().encode(text);

test('bytes are text where UTF-8 reads them, and binary with a zero or anything else', () => {
  expect(contentOf(bytes('größe\n'), 8)).toEqual({ kind: 'text', text: 'größe\n', isWhole: true });
  expect(contentOf(bytes('\ufeffa'), 4)).toMatchObject({ text: '\ufeffa' });
  expect(contentOf(new Uint8Array([97, 0]), 2)).toEqual({ kind: 'binary' });
  expect(contentOf(new Uint8Array([97, 255]), 2)).toEqual({ kind: 'binary' });
});

test('of a part the letter that its end cuts through is left out, of a whole file it is no text', () => {
  const half = bytes('aö').subarray(0, 2);
  expect(contentOf(half, 100)).toEqual({ kind: 'text', text: 'a', isWhole: false });
  expect(contentOf(half, 2)).toEqual({ kind: 'binary' });
});

test('a file keeps its line ends through a text area', () => {
  for (const text of ['a\r\nb\r\n', 'a\nb', '']) {
    expect(forSaving(forEditing(text), lineEndsIn(text))).toBe(text);
  }
  expect(lineEndsIn('a\r\nb\n')).toBe('mixed');
  expect(lineEndsIn('a\rb')).toBe('mixed');
});

test('signs that turn the direction or take no room are shown by their numbers', () => {
  expect(visible('if (a\u202e\u2066)')).toBe('if (a⟨U+202E⟩⟨U+2066⟩)');
});

test('lines of a hunk have their numbers on both sides', () => {
  const lines = [' a', '-b', '+c', '+d', '\\ No newline at end of file'];
  expect(numbered({ old_start: 3, old_lines: 2, new_start: 5, new_lines: 3, lines })).toEqual([
    { sign: ' ', text: 'a', before: 3, after: 5 },
    { sign: '-', text: 'b', before: 4 },
    { sign: '+', text: 'c', after: 6 },
    { sign: '+', text: 'd', after: 7 },
    { sign: ' ', text: '\\ No newline at end of file' },
  ]);
});

test('only what can be a version is one', () => {
  expect(['1', '042', '0', '-1', '1e3', '1234567890', undefined].map(versionIn)).toEqual([
    1,
    ...Array(6).fill(undefined),
  ]);
});
