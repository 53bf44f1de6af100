import { describe, expect, test } from 'vitest';
import { detect, RedactingStream, redact, SessionPlaceholders } from '../../../../shared/pii/index.ts';
import { everyday } from '../../../data/pii/everyday.ts';
import { generate } from '../../../data/pii/generate.ts';
import { readDevSet, score } from '../../../data/pii/score.ts';
import { units } from './texts.ts';

const prose = ['NAME', 'ADDRESS'];
const sets = {
  'the dev set': readDevSet(),
  'the generated set': generate(20_240_517, 40),
  'the everyday set': everyday(20_261_129, 20),
};

describe.each(Object.entries(sets))('on %s', (_, texts) => {
  const scores = [...score(texts, detect)].filter(([type]) => type !== 'ALL');

  test('structured types reach a recall and a precision of 0.97', () => {
    const weak = scores.filter(
      ([type, { recall, precision }]) => !prose.includes(type) && (recall < 0.97 || precision < 0.97),
    );
    expect(weak).toEqual([]);
    const structured = new Set(texts.flatMap(({ spans }) => spans.map(({ type }) => type)));
    expect(scores.length).toBeGreaterThanOrEqual(structured.size);
    expect(structured.size).toBeGreaterThan(3);
  });

  test('names and addresses reach an F2 of 0.85', () => {
    const weak = scores.filter(([type, { f2 }]) => prose.includes(type) && f2 < 0.85);
    expect(weak).toEqual([]);
    expect(scores.filter(([type]) => prose.includes(type))).toHaveLength(2);
  });

  test('every value split over chunks is caught as in the whole text', () => {
    for (const { text } of texts.slice(0, 400)) {
      const stream = new RedactingStream(new SessionPlaceholders());
      const streamed =
        units(text)
          .map((unit) => stream.push(unit))
          .join('') + stream.end();
      expect(streamed).toBe(redact(text, new SessionPlaceholders()).text);
    }
  });
});

test('no negative of the dev set loses a character', () => {
  const negatives = readDevSet().filter(({ spans }) => spans.length === 0);
  expect(negatives).toHaveLength(16);
  expect(negatives.filter(({ text }) => redact(text, new SessionPlaceholders()).text !== text)).toEqual([]);
});
