import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compared, sideOf } from '../../../../console/src/screens/policies/compare/marks.ts';
import {
  answerPair,
  askedAbout,
  bodyOf,
  NOTHING,
  type Result,
  sentPair,
} from '../../../../console/src/screens/policies/try-out/supposed.ts';

/* Requirements: WEB1, GW3. */

const textOf = (pieces: readonly { text: string }[]): string => pieces.map(({ text }) => text).join('');

describe('what differs between two texts', () => {
  test('is marked by words, and what is the same is not', () => {
    expect(compared('I am carol@example.org now', 'I am <EMAIL_1> now')).toEqual([
      { kind: 'same', text: 'I am ' },
      { kind: 'removed', text: 'carol@example.org' },
      { kind: 'added', text: '<EMAIL_1>' },
      { kind: 'same', text: ' now' },
    ]);
    expect(compared('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
    expect(compared('', '')).toEqual([]);
    expect(compared('', 'new')).toEqual([{ kind: 'added', text: 'new' }]);
  });

  test('leaves both texts as they are, to the last sign', () => {
    const words = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '<script>', '\u202e', '🙂', 'Falcon.'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [before, after] = [one.join(''), other.join('')];
        const pieces = compared(before, after);
        expect(textOf(sideOf(pieces, 'before'))).toBe(before);
        expect(textOf(sideOf(pieces, 'after'))).toBe(after);
      }),
    );
  });

  test('of two long texts that have nothing in common is found out soon', () => {
    const long = (mark: string) => Array.from({ length: 20_000 }, (_, at) => `${mark}${at}`).join(' ');
    const pieces = compared(long('a'), long('b'));
    expect([textOf(sideOf(pieces, 'before')).length, textOf(sideOf(pieces, 'after')).length]).toEqual([
      long('a').length,
      long('b').length,
    ]);
  });
});

describe('a rehearsal', () => {
  const given = { ...NOTHING, message: 'Tell Carol', answer: 'Told.', tool: ' send ', isAgent: true };
  const result = (more: Partial<Result>): Result => ({
    outcome: 'answered',
    decisions: [],
    details: { findings: [], changes: [], truncated: false },
    ...more,
  });

  test('is asked for with what was typed, and without what was not', () => {
    expect(bodyOf({ ...NOTHING, message: 'Hi' })).toEqual({
      messages: [{ role: 'user', content: 'Hi' }],
      answer: '',
      agent: false,
    });
    expect(bodyOf({ ...given, model: ' m ' })).toMatchObject({
      agent: true,
      model: 'm',
      calls: [{ name: 'send', arguments: '{}' }],
    });
  });

  test('compares the message with what would be sent, and the answer and its tool with what would arrive', () => {
    const answer = { text: 'Told.', calls: [{ id: 'call_0', name: 'send', arguments: '{"to":1}', ask: true }] };
    const shown = result({ sent: { messages: [{ role: 'user', content: 'Tell <NAME_1>' }] }, answer });
    expect(sentPair(given, shown)).toEqual({ before: 'Tell Carol', after: 'Tell <NAME_1>' });
    expect(answerPair(given, shown)).toEqual({ before: 'Told.\nsend({})', after: 'Told.\nsend({"to":1})' });
    expect(askedAbout(shown)).toEqual(['send']);
  });

  test('has nothing to compare where nothing would be sent', () => {
    const refused = result({ outcome: 'refused' });
    expect([sentPair(given, refused), answerPair(given, refused), askedAbout(refused)]).toEqual([
      undefined,
      undefined,
      [],
    ]);
  });
});
