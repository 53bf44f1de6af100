import { expect, test } from 'vitest';
import { codingFor } from '../../../../functions/routing/reply/coding.ts';

/* Requirements: API6. */

const both = { br: Buffer.from('b'), gzip: Buffer.from('g') };

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['GZIP', 'gzip'],
  ['*', 'br'],
  ['br;q=0.0, *', 'gzip'],
  ['*;q=0', undefined],
  ['identity', undefined],
  ['', undefined],
  [undefined, undefined],
])('to a client that takes %j the file is sent as %s', (accepted, coding) => {
  expect(codingFor(accepted, both)).toBe(coding);
});

test('what does not lie there is not promised', () => {
  expect(codingFor('br, gzip', { gzip: both.gzip })).toBe('gzip');
  expect(codingFor('br', { gzip: both.gzip })).toBeUndefined();
});
