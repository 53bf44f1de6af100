import { describe, expect, test } from 'vitest';
import { entryBytes, valueBytes } from '../../../../../shared/cache/memory/index.ts';

/* Requirements: CA6. What a process really takes for them is measured by `npm run bench -- cache`. */

describe('the bytes of a value', () => {
  test('a text takes a byte for each character, two if there are others than Latin ones', () => {
    expect(valueBytes('x'.repeat(10_000))).toBeCloseTo(10_000, -2);
    expect(valueBytes('й'.repeat(10_000))).toBeCloseTo(20_000, -2);
  });

  test('numbers in an array and in a buffer take what they are stored as', () => {
    expect(valueBytes(Array.from({ length: 1_536 }, () => Math.random()))).toBeCloseTo(8 * 1_536, -2);
    expect(valueBytes(new Float32Array(1_536))).toBeCloseTo(4 * 1_536, -3);
    expect(valueBytes(Buffer.alloc(5_000))).toBeCloseTo(5_000, -3);
  });

  test('an object that is met twice, or in itself, counts once', () => {
    const text = { text: 'x'.repeat(1_000) };
    const round: Record<string, unknown> = { text };
    round.self = round;
    expect(valueBytes([text, text])).toBeLessThan(1_300);
    expect(valueBytes(round)).toBeLessThan(1_300);
  });

  test('of a long list some elements stand for all, within a tenth', () => {
    const element = (at: number) => ({ name: 'x'.repeat(50 + (at % 7)), at });
    const list = Array.from({ length: 20_000 }, (_, at) => element(at));
    const each = valueBytes(element(3)) + 8;
    expect(valueBytes(list) / (each * list.length)).toBeGreaterThan(0.9);
    expect(valueBytes(list) / (each * list.length)).toBeLessThan(1.1);
  });

  test('what is nested a hundred thousand deep is counted too', () => {
    let nested: unknown[] = [];
    for (let depth = 0; depth < 100_000; depth += 1) nested = [nested];
    expect(valueBytes(nested)).toBeGreaterThan(0);
  });

  test('maps, sets and large tables count what is in them', () => {
    const text = (at: number): string => `${'x'.repeat(100)}${at}`;
    const texts = Array.from({ length: 200 }, (_, at) => text(at));
    for (const held of [
      new Map(texts.map((one, at) => [at, one])),
      new Set(texts),
      Object.fromEntries(texts.map((one) => [one, 1])),
    ]) {
      expect(valueBytes(held)).toBeGreaterThan(200 * 100);
      expect(valueBytes(held)).toBeLessThan(200 * 220);
    }
  });

  test('nothing, and what is no data, takes no more than its place', () => {
    expect([undefined, null, true, 7, () => 1].map(valueBytes)).toEqual([0, 0, 0, 0, 0]);
  });
});

test('an entry counts its key and the level’s own part besides', () => {
  expect(entryBytes('k'.repeat(100), 'v'.repeat(100))).toBeGreaterThan(300);
  expect(entryBytes('', undefined)).toBeGreaterThan(100);
});
