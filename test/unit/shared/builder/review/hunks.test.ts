/* Requirements: BT1. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyHunks } from '../../../../../shared/builder/review/apply.ts';
import { type Hunk, hunksBetween, linesOf } from '../../../../../shared/builder/review/hunks.ts';

const hunks = (before: string, after: string): Hunk[] => hunksBetween(before, after) ?? [];

/** Any text of few different lines, with every kind of line break, and none at the end. */
const text = fc
  .array(
    fc.tuple(
      fc.constantFrom('a', 'b', '', ' ', '\\ No newline at end of file', '-', '+', 'é'),
      fc.constantFrom('\n', '\r\n', '\r'),
    ),
  )
  .chain((lines) =>
    fc.boolean().map((isOpen) => {
      const whole = lines.map(([line, end]) => line + end).join('');
      return isOpen ? whole.replace(/[\r\n]+$/, '') : whole;
    }),
  );

/** Places that are changed, far enough apart to be a hunk each, and what is said in them before and after. */
type Place = { above: string; below: string; old: string; new: string };
const places = fc
  .array(fc.record({ old: fc.nat(2), new: fc.nat(2), end: fc.constantFrom('\n', '\r\n') }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((all) =>
    all.map(({ old, new: now, end }, index): Place => {
      const lines = (kind: string, count: number): string =>
        Array.from({ length: count }, (_, line) => `${kind} ${index}.${line}${end}`).join('');
      return {
        above: lines('above', 4),
        below: lines('below', 4),
        old: lines('old', old),
        new: lines('new', old + now === 0 ? 1 : now),
      };
    }),
  );
const END = 'the end, without a line break';
const told = (all: readonly Place[], isNew: (index: number) => boolean, extra = ''): string =>
  all.map((place, index) => place.above + extra + place.below + (isNew(index) ? place.new : place.old)).join('') + END;

describe('hunks of a change', () => {
  test('all of them make the new text, none leaves the old one, in whatever order they come', () => {
    fc.assert(
      fc.property(text, text, fc.infiniteStream(fc.nat()), (before, after, order) => {
        const all = hunks(before, after);
        const mixed = all.toSorted(() => ((order.next().value ?? 0) % 2) - 0.5);
        expect(applyHunks({ hunks: mixed, from: before, to: before })).toEqual({ text: after, refused: [] });
        expect(applyHunks({ hunks: [], from: before, to: before }).text).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  test('some of them change what they name and nothing else, in whatever order they come', () => {
    fc.assert(
      fc.property(places, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (all, chosen) => {
        const [before, after] = [told(all, () => false), told(all, () => true)];
        const some = hunks(before, after).filter((_, index) => chosen[index]);
        const expected = told(all, (index) => chosen[index] === true);
        expect(hunks(before, after)).toHaveLength(all.length);
        for (const ordered of [some, some.toReversed()])
          expect(applyHunks({ hunks: ordered, from: before, to: before })).toEqual({ text: expected, refused: [] });
      }),
      { numRuns: 200 },
    );
  });

  test('where lines were added around them since, they are found', () => {
    fc.assert(
      fc.property(places, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (all, chosen) => {
        const before = told(all, () => false);
        const made = hunks(
          before,
          told(all, () => true),
        );
        const drifted = told(all, (index) => chosen[index] === true, 'a new line\n');
        const rest = made.filter((_, index) => !chosen[index]);
        const result = applyHunks({ hunks: rest, from: before, to: drifted });
        expect(result.text).toBe(told(all, () => true, 'a new line\n'));
        expect(result.refused).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['are changed themselves', (lines: string) => lines.replace('two\n', 'zwei\n')],
    ['stand there twice', (lines: string) => lines + lines],
    ['are gone', () => 'something else\n'],
  ])('where its lines %s, a hunk is refused and the text stays', (_, drift) => {
    const before = 'one\ntwo\nthree\n';
    const to = drift(before);
    const made = hunks(before, 'one\ntwo\n3\n');
    expect(applyHunks({ hunks: made, from: before, to })).toEqual({ text: to, refused: made });
  });

  test('hunks that would change the same lines are refused together', () => {
    const before = 'one\ntwo\nthree\n';
    const both = [...hunks(before, 'one\n2\nthree\n'), ...hunks(before, 'one\ntwo\n3\n')];
    expect(applyHunks({ hunks: both, from: before, to: before })).toEqual({ text: before, refused: both });
  });

  test('lines of a text keep their breaks', () => {
    expect(linesOf('a\r\nb\n\nc')).toEqual(['a\r\n', 'b\n', '\n', 'c']);
    expect(linesOf('')).toEqual([]);
  });
});
