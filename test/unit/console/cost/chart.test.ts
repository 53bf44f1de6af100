import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf, topOf } from '../../../../console/src/screens/cost/bars.ts';
import { daysOf, lastDays, rangeIn } from '../../../../console/src/screens/cost/range.ts';
import { savedBy } from '../../../../console/src/screens/cost/saved.ts';

/* Requirements: WEB1. */

describe('the scale of the chart', () => {
  test.each([
    [[], 1],
    [[0, 0], 1],
    [[0.0035, 0.0017], 0.004],
    [[1], 1],
    [[1.01], 1.5],
    [[2.3], 2.5],
    [[7, 45, 4], 50],
    [[0.1 + 0.2], 0.3],
    [[99], 100],
    [[0.1 * 3 * 10], 3],
  ])('of %j ends at %d', (values, top) => expect(topOf(values)).toBe(top));

  test('ends at no less than the highest value, and at less than twice it', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1e-7, max: 1e7, noNaN: true }), { minLength: 1 }), (values) => {
        const [top, most] = [topOf(values), Math.max(...values)];
        expect(top).toBeGreaterThanOrEqual(most * (1 - 1e-9));
        expect(top).toBeLessThan(most * 2);
      }),
    );
  });
});

describe('the columns of the chart', () => {
  const box = { width: 100, height: 50, top: 10 };

  test('stand side by side on the ground, as high as their values', () => {
    expect(columnsOf([10, 5, 0], { ...box, width: 30 })).toEqual([
      { x: 1, y: 0, width: 8, height: 50 },
      { x: 11, y: 25, width: 8, height: 25 },
      { x: 21, y: 50, width: 8, height: 0 },
    ]);
  });

  test('of the smallest values can still be seen, and none leaves the picture', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true })), (values) => {
        for (const [at, { x, y, width, height }] of columnsOf(values, box).entries()) {
          expect(height > 0).toBe((values[at] ?? 0) > 0);
          expect([x >= 0, y >= 0, x + width <= box.width + 1e-9, y + height <= box.height + 1e-9]).not.toContain(false);
        }
      }),
    );
  });
});

describe('the days of the chart', () => {
  const now = Date.parse('2026-11-29T23:59:00Z');

  test('are those of the address, and where it names none the last thirty', () => {
    expect(rangeIn({ since: '2026-11-03', until: '2026-11-05' }, now)).toEqual({
      since: '2026-11-03',
      until: '2026-11-05',
    });
    expect(rangeIn({ since: 'yesterday', until: '2026-13-40' }, now)).toEqual({
      since: '2026-10-31',
      until: '2026-11-29',
    });
    expect(daysOf(lastDays(30, now))).toHaveLength(30);
  });

  test('go over the ends of months and of February, and are none where the end comes first', () => {
    expect(daysOf({ since: '2028-02-28', until: '2028-03-01' })).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
    expect(daysOf({ since: '2026-11-02', until: '2026-11-01' })).toEqual([]);
  });
});

test('what caches saved is summed up of calls that say so', () => {
  const read = [null, 0, 1_000, 24].map((cache_read_tokens) => ({ cache_read_tokens }));
  expect(savedBy(read)).toEqual({ tokens: 1_024, calls: 2 });
});
