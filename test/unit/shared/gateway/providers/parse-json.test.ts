import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from '../../../../../shared/gateway/providers/parse-json.ts';

test.each([
  '{"id":2512292042121000001}',
  '{"ids":[9007199254740993,-9007199254740993]}',
  '{"rate":0.12345678901234567890}',
  '{"text":"2512292042121000001","n":1}',
])('G10: numbers of many digits are written as they were: %s', (text) => {
  expect(JSON.stringify(parseJson(text))).toBe(text);
});

test('JSON reads as it always does where its numbers are short', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      if (!/\d{16}/.test(text)) expect(parseJson(text)).toEqual(JSON.parse(text));
      else expect(JSON.parse(JSON.stringify(parseJson(text)))).toEqual(JSON.parse(text));
    }),
  );
});

test('a row of digits is seen wherever it stands', () => {
  const digits = fc.stringMatching(/^[1-9]\d{0,39}$/);
  fc.assert(
    fc.property(fc.nat(40), digits, fc.nat(40), (before, number, behind) => {
      const text = `{"${'a'.repeat(before)}":${number},"z":"${'b'.repeat(behind)}"}`;
      expect(JSON.stringify(parseJson(text))).toBe(text);
    }),
  );
});
