import { expect, test } from 'vitest';
import { bundle } from '../../../../infra/bundle.ts';

/* Requirements: WEB1. */

/** With gzip, since not every browser behind every proxy takes Brotli. */
const LIMIT = 60_000;

test('what a browser loads before the console shows anything has at most 60 kB', () => {
  const { console: sizes } = bundle();
  expect(sizes?.firstLoad).toBeGreaterThan(0);
  expect(sizes?.firstLoad).toBeLessThanOrEqual(LIMIT);
  expect(sizes?.all).toBeGreaterThanOrEqual(sizes?.firstLoad ?? Number.POSITIVE_INFINITY);
});
