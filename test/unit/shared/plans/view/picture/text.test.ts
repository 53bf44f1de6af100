import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { between, durationText } from '../../../../../../shared/plans/view/picture/duration.ts';
import { textWidth } from '../../../../../../shared/plans/view/picture/glyphs.ts';
import { linesOf } from '../../../../../../shared/plans/view/picture/text.ts';
import { clean, content } from '../../../../../../shared/plans/view/picture/xml.ts';
import { anyText } from './views.ts';

describe('a description in a box', () => {
  test('a description never takes more lines than it may, nor more width than a line has', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 60, max: 400 }), (text, most, width) => {
        const lines = linesOf(text, { width, size: 12, most });
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('a description is shown whole where it fits, in its own words', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,9}( [a-z]{1,9}){0,5}$/), (text) => {
        expect(linesOf(text, { width: 220, size: 12, most: 9 }).join(' ')).toBe(text);
      }),
    );
  });

  test('a description breaks between words, and ends in an ellipsis where it is cut', () => {
    expect(
      linesOf('Compare both drafts and list what only one of them claims', { width: 120, size: 12, most: 2 }),
    ).toEqual(['Compare both', 'drafts and list wh…']);
  });

  test('a description breaks a word that is longer than a line, and text without spaces', () => {
    expect(linesOf('x'.repeat(60), { width: 120, size: 12, most: 2 }).map(({ length }) => length)).toEqual([16, 16]);
    expect(linesOf('説明文'.repeat(20), { width: 120, size: 12, most: 2 }).map(({ length }) => length)).toEqual([9, 9]);
  });

  test('a description does not cut a sign that is made of several characters', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(linesOf(family.repeat(20), { width: 100, size: 12, most: 1 })[0]!.replaceAll(family, '')).toBe('…');
  });

  test('a description shows a heap of marks on one letter as one unknown sign', () => {
    const heap = (marks: number) => linesOf(`a${'\u0301'.repeat(marks)}b`, { width: 100, size: 12, most: 1 });
    expect([heap(2), heap(40), heap(500)]).toEqual([['a\u0301\u0301b'], ['\ufffdb'], ['\ufffd…']]);
  });
});

describe('somebody’s text in a document', () => {
  test('an embedded text holds no tag, no reference of its own and no character that a document cannot hold', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = content(text);
        expect(written).not.toMatch(
          /[<>]|&(?!amp;|lt;|gt;)|\p{Surrogate}|\p{Bidi_Control}|(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u,
        );
      }),
    );
  });

  test('an embedded text is otherwise unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(content(text).replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')).toBe(text);
      }),
    );
    expect(clean('שלום 日本 👩‍👧 é\n\tz')).toBe('שלום 日本 👩‍👧 é\n\tz');
  });
});

describe('how long something took', () => {
  test.each([
    [0, '0.0 s'],
    [1_400, '1.4 s'],
    [9_960, '10 s'],
    [59_400, '59 s'],
    [59_600, '1 min 00 s'],
    [125_000, '2 min 05 s'],
    [3_599_600, '1 h 00 min'],
    [3_840_000, '1 h 04 min'],
    [86_399_000, '1 d 00 h'],
    [183_600_000, '2 d 03 h'],
    [-5_000, '0.0 s'],
  ])('a duration of %i ms is written %s', (milliseconds, text) => {
    expect(durationText(milliseconds)).toBe(text);
  });

  test('a duration is counted from one time to another', () => {
    expect(between('2026-03-01T10:00:00.000Z', '2026-03-01T10:00:01.500Z')).toBe(1_500);
  });
});
