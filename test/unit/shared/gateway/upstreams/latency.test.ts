import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Latency } from '../../../../../shared/gateway/upstreams/latency.ts';

const USUAL = 30_000;
const after = (waits: number[]): number => {
  const latency = new Latency();
  for (const wait of waits) latency.add(wait);
  return latency.timeout(USUAL);
};
const waits = (wait: number, count = 20): number[] => Array.from({ length: count }, () => wait);

test('the configured time-out holds until twenty response times were seen', () => {
  expect(after(waits(100, 19))).toBe(USUAL);
  expect(after(waits(100, 20))).toBe(10_000);
});

test('a fast model is waited for at least a third of the usual time', () => {
  expect(after(waits(1, 64))).toBe(USUAL / 3);
});

test('a model that always runs into its time-out is given more time, four times the usual at most', () => {
  expect(after(waits(USUAL, 20))).toBeGreaterThanOrEqual(3 * USUAL);
  expect(after(waits(10 * USUAL, 64))).toBe(4 * USUAL);
});

test('one slow answer in twenty does not count, two do', () => {
  expect(after([...waits(100, 19), 20_000])).toBe(10_000);
  expect(after([...waits(100, 18), 20_000, 20_000])).toBeGreaterThanOrEqual(60_000);
});

test('old response times are forgotten', () => {
  expect(after([...waits(20_000, 64), ...waits(100, 64)])).toBe(10_000);
});

test('the time-out covers three times nearly all waits, stays within its bounds, and has few values', () => {
  const seen = new Set<number>();
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200_000 }), { minLength: 20, maxLength: 64 }), (all) => {
      const timeout = after(all);
      seen.add(timeout);
      expect(timeout).toBeGreaterThanOrEqual(USUAL / 3);
      expect(timeout).toBeLessThanOrEqual(USUAL * 4);
      const p95 = all.toSorted((a, b) => a - b)[Math.ceil(all.length * 0.95) - 1]!;
      expect(timeout).toBeGreaterThanOrEqual(Math.min(3 * p95, 4 * USUAL) - 1);
    }),
  );
  expect(seen.size).toBeLessThanOrEqual(14);
});
