import { describe, expect, test } from 'vitest';
import { previewOf, pruningOf } from '../../../../console/src/screens/memory/pruning/preview.ts';
import { type Weighed, worthAtLeast } from '../../../../console/src/screens/memory/pruning/worth.ts';
import { worth } from '../../../../shared/memory/upkeep/prune.ts';

/* Requirements: WEB1. */

const NOW = Date.parse('2026-11-29T12:00:00Z');
const DAY = 24 * 60 * 60 * 1_000;
const memory = (days: number, more: Partial<Weighed> = {}): Weighed => ({
  importance: 0.5,
  created_at: new Date(NOW - days * DAY).toISOString(),
  superseded_by: null,
  pinned: false,
  ...more,
});

describe('the preview of a pruning', () => {
  test('weighs a memory by the service’s own rule', () => {
    for (const one of [memory(0), memory(30), memory(400, { importance: 1 }), memory(3, { superseded_by: 'mem_2' })]) {
      const { importance, created_at } = one;
      const own = { importance, created_at: Date.parse(created_at), superseded: one.superseded_by !== null };
      expect(worthAtLeast(one, NOW)).toBe(worth(own, NOW));
    }
  });

  test('of a size: as many as are too many, and never pinned ones', () => {
    const known = { count: 100, pinned: 95, memories: [] };
    expect(previewOf({ max_vectors: 98 }, known, NOW)).toEqual({ goes: 2, stays: 98, sureness: 'exactly' });
    expect(previewOf({ max_vectors: 10 }, known, NOW)).toEqual({ goes: 5, stays: 95, sureness: 'exactly' });
    expect(previewOf({ max_vectors: 200 }, known, NOW).goes).toBe(0);
  });

  test('of a day: those from before it, and at least as many where not all were read', () => {
    const memories = [memory(1), memory(5), memory(9), memory(9, { pinned: true })];
    const before = new Date(NOW - 4 * DAY).toISOString();
    expect(previewOf({ before }, { count: 4, pinned: 1, memories }, NOW)).toEqual({
      goes: 2,
      stays: 2,
      sureness: 'exactly',
    });
    expect(previewOf({ before }, { count: 9, pinned: 1, memories }, NOW).sureness).toBe('at_least');
  });

  test('of a worth: at most those, since what was of use lately is worth more', () => {
    const memories = [memory(0), memory(300), memory(0, { superseded_by: 'mem_2' }), memory(300, { pinned: true })];
    expect(previewOf({ min_worth: 0.3 }, { count: 4, pinned: 1, memories }, NOW)).toEqual({
      goes: 2,
      stays: 2,
      sureness: 'at_most',
    });
  });
});

describe('what is asked of the service', () => {
  test('is what was filled in, and nothing where that means nothing', () => {
    expect(pruningOf('max_vectors', ' 20 ')).toEqual({ max_vectors: 20 });
    expect(pruningOf('min_worth', '0.25')).toEqual({ min_worth: 0.25 });
    expect(pruningOf('before', '2026-11-01')).toEqual({ before: new Date('2026-11-01T00:00:00').toISOString() });
    for (const [way, text] of [
      ['max_vectors', ''],
      ['max_vectors', '1.5'],
      ['max_vectors', '-1'],
      ['min_worth', '2'],
      ['before', 'soon'],
    ] as const)
      expect([text, pruningOf(way, text)]).toEqual([text, undefined]);
  });
});
