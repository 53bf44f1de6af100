import { expect, test } from 'vitest';
import { isWebAddress } from '../../../../console/src/screens/previews/addresses.ts';
import type { PreviewError } from '../../../../console/src/screens/previews/api.ts';
import { newPreviewOf, placeOf, wishFor } from '../../../../console/src/screens/previews/order.ts';

/* Requirements: BT6, WEB1. */

const fields = { version: '', folder: '', hasFallback: false, lifetime: 'day' as const };

test('without a version a preview follows the files, and without a folder it shows all of them', () => {
  expect(newPreviewOf(fields)).toEqual({ version: 'newest', fallback: false, ttl_seconds: 86_400 });
  expect(newPreviewOf({ version: '3', folder: ' dist ', hasFallback: true, lifetime: 'week' })).toEqual({
    version: 3,
    folder: 'dist',
    fallback: true,
    ttl_seconds: 604_800,
  });
});

test('an error names its place as far as the browser told it', () => {
  expect(placeOf({ source: 'app.js', line: 3, column: null })).toBe('app.js:3');
  expect(placeOf({ source: null, line: 3, column: 1 })).toBeUndefined();
});

test('a wish names the errors one a line, and is never longer than an address takes', () => {
  const error = { message: 'x is not defined', source: 'app.js', line: 3, column: 1 } as PreviewError;
  expect(wishFor('Mend:', [error])).toBe('Mend:\n- x is not defined · app.js:3:1');
  expect(wishFor('Mend:', Array(20).fill({ ...error, message: 'y'.repeat(1_000) }))).toHaveLength(2_000);
});

test('only an address of the web becomes a link', () => {
  expect(
    ['https://a.example/', 'http://x.localhost:4001/', 'javascript:alert(1)', 'data:text/html,x'].map(isWebAddress),
  ).toEqual([true, true, false, false]);
});
