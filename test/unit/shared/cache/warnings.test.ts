import { expect, test } from 'vitest';
import { hitsCollapsed, turnedOver } from '../../../../shared/cache/reporting/warnings.ts';

/* Requirements: CA8. */

const reads = (hits: number, misses: number) => ({ cache_memory_hits: hits, cache_memory_misses: misses });
const before = reads(900, 100);
const entries = 1_000;

test('an operator is warned when less than half of what was found is found', () => {
  expect(hitsCollapsed({ before, news: reads(100, 200), entries })).toBe(true);
  expect(hitsCollapsed({ before, news: reads(150, 150), entries })).toBe(false);
});

test('what the shared levels find counts as found', () => {
  expect(hitsCollapsed({ before, news: { ...reads(0, 300), cache_table_hits: 250 }, entries })).toBe(false);
});

test('a few reads say nothing, nor do those of a container that has just begun', () => {
  expect(hitsCollapsed({ before, news: reads(0, 199), entries })).toBe(false);
  expect(hitsCollapsed({ before: reads(900, 99), news: reads(0, 300), entries })).toBe(false);
});

test('an operator is warned when all that memory held was replaced within a minute', () => {
  expect(turnedOver({ before: {}, news: { cache_evictions: entries + 1 }, entries })).toBe(true);
  expect(turnedOver({ before: {}, news: { cache_evictions: entries }, entries })).toBe(false);
});
