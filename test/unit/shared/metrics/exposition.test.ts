import { expect, test } from 'vitest';
import { exposition, gauge, histogram } from '../../../../shared/metrics/index.ts';
import { scrapeIn } from '../../../support/scrape.ts';

/* Requirements: OPS1. */

test('a label is read back as it was, whatever is in it', () => {
  const odd = 'a "quoted" \\ back\nslash';
  const text = exposition([{ ...gauge('artel_things', 'Things.', 1), samples: [{ labels: { name: odd }, value: 1 }] }]);
  expect(scrapeIn(text).series('artel_things')).toEqual([{ labels: { name: odd }, value: 1 }]);
});

test('the buckets of a histogram include those before them, and the last all', () => {
  const text = exposition([
    histogram('artel_wait_seconds', 'Waits.', {
      bounds: [100, 1_000],
      durations: { buckets: [2, 1, 4], milliseconds: 12_500 },
    }),
  ]);
  expect(scrapeIn(text).families[0]?.metrics).toEqual([
    { buckets: { '0.1': '2', '1': '3', '+Inf': '7' }, sum: '12.5', count: '7' },
  ]);
});

test('a figure nobody has measured is left out', () => {
  expect(exposition([gauge('artel_things', 'Things.', undefined)])).toBe('');
});
