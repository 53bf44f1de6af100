import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnswerText } from '../../../../shared/protocols/agents/answer-text.ts';

describe('an agent’s answer as one text', () => {
  test('an agent’s answer grows by what is new', () => {
    const text = new AnswerText();
    expect([text.delta(0, 'One'), text.delta(3, ' two'), text.whole('One two three')]).toEqual([
      'One',
      ' two',
      ' three',
    ]);
  });

  test('an agent’s answer that restarts with the same words continues where it was', () => {
    const text = new AnswerText();
    text.delta(0, 'One two');
    expect([text.delta(0, 'One'), text.delta(3, ' two'), text.delta(7, ' three')]).toEqual(['', '', ' three']);
  });

  test('an agent’s answer that restarts with other words follows in its own paragraph', () => {
    const text = new AnswerText();
    text.delta(0, 'Let me see.');
    expect(text.delta(0, 'It is 42.')).toBe('\n\nIt is 42.');
    expect(text.whole('It is 42.')).toBe('');
  });

  test('an agent’s answer waits for the whole when a part is missing', () => {
    const text = new AnswerText();
    expect([text.delta(5, 'later'), text.whole('All of it')]).toEqual(['', 'All of it']);
  });

  test('an agent’s answer is the same in any pieces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.nat(20)), (whole, cuts) => {
        const text = new AnswerText();
        let offset = 0;
        let sent = '';
        for (const length of cuts) {
          const piece = whole.slice(offset, offset + length);
          sent += text.delta(offset, piece);
          offset += piece.length;
        }
        expect(sent + text.whole(whole)).toBe(whole);
      }),
    );
  });
});
