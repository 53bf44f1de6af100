import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DiffLine, linesBetween, shortened } from '../../../../console/src/screens/approvals/diff/lines.ts';

/* Requirements: WEB1. */

const written = (lines: readonly DiffLine[]): string[] =>
  lines.map(({ kind, text }) => `${{ same: ' ', added: '+', removed: '-' }[kind]}${text}`);

const side = (lines: readonly DiffLine[], gone: DiffLine['kind']): string =>
  lines
    .filter(({ kind }) => kind !== gone)
    .map(({ text }) => text)
    .join('\n');

const anyText = fc
  .array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 12 })
  .map((all) => all.join('\n'));

describe('what was changed', () => {
  test('a changed line is the old one and the new one', () => {
    expect(written(linesBetween('one\ntwo\nthree', 'one\n2\nthree'))).toEqual([' one', '-two', '+2', ' three']);
  });

  test('a line feed at the end is no change', () => {
    expect(written(linesBetween('one\n', 'one'))).toEqual([' one']);
  });

  test('both texts can be read from it', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const lines = linesBetween(before, after);
        expect(side(lines, 'added').replace(/\n+$/, '')).toBe(before.replace(/\n+$/, ''));
        expect(side(lines, 'removed').replace(/\n+$/, '')).toBe(after.replace(/\n+$/, ''));
      }),
    );
  });

  test('far from a change lines are counted instead of shown', () => {
    const before = Array.from({ length: 20 }, (_, at) => `line ${at}`);
    const lines = shortened(linesBetween(before.join('\n'), [...before.slice(0, 19), 'other'].join('\n')));
    expect(lines[0]).toMatchObject({ text: 'line 16', skipped: 16 });
    expect(lines.slice(-2)).toMatchObject([
      { kind: 'removed', text: 'line 19' },
      { kind: 'added', text: 'other' },
    ]);
  });
});
