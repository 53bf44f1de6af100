import { expect, test } from 'vitest';
import { productHits, productTrace } from '../../../data/traces/product.ts';

/* Requirements: CA6. */

const trace = productTrace();

test("of what 200 people's work reads, memory of a default size finds 73 %, and of what is read most 88 %, if changes are written through", () => {
  const { overall, hot } = productHits(trace, 'written through');
  expect([overall.toFixed(3), hot.toFixed(3)]).toEqual(['0.735', '0.884']);
});

test('where every change only invalidates, it finds 44 % and 63 %: runs and sessions change too often for that', () => {
  const { overall, hot } = productHits(trace, 'invalidating');
  expect([overall.toFixed(3), hot.toFixed(3)]).toEqual(['0.443', '0.631']);
});
