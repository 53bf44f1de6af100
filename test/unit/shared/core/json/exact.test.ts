import { describe, expect, test } from 'vitest';
import { isDeeperThan } from '../../../../../shared/core/json/bounds.ts';
import { isSameJson, nativeOf, parseExact } from '../../../../../shared/core/json/exact.ts';

describe('JSON as it is spelled', () => {
  test.each([
    ['whole numbers beyond 2^53', '[9007199254740993,-9007199254740993,123456789012345678901234567890]'],
    ['large and small ones', '[1e300,1E+2,1e-300,5e-324,1e400,0.1e-7]'],
    ['other spellings', '[1.0,-0,0.10,100,1e2]'],
    ['names special to JavaScript', '{"__proto__":{"a":1.0},"constructor":2,"toString":null}'],
  ])('R4: %s are written out as they were read', (_what, text) => {
    expect(JSON.stringify(parseExact(text))).toBe(text);
    expect(nativeOf(parseExact(text))).toEqual(JSON.parse(text));
  });

  test('R4: two texts are the same if they spell the same values, whatever the order of names', () => {
    expect(isSameJson('{"a":1,"b":{"__proto__":[2.0]}}', '{ "b": {"__proto__": [2.0]}, "a": 1 }')).toBe(true);
    expect(isSameJson('{"a":9007199254740993}', '{"a":9007199254740992}')).toBe(false);
    expect(isSameJson('{"__proto__":1}', '{}')).toBe(false);
    expect(isSameJson('{', '{')).toBe(false);
  });

  test('R4: the depth of a value is counted without walking it by recursion', () => {
    const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
    expect([isDeeperThan(64, nested(64)), isDeeperThan(64, nested(65)), isDeeperThan(64, 1)]).toEqual([
      false,
      true,
      false,
    ]);
    expect(isDeeperThan(64, nested(200_000))).toBe(true);
    expect(isDeeperThan(1, { a: 1, b: [] })).toBe(true);
  });
});
