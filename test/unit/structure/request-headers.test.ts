import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { MEANINGFUL_HEADERS } from '../../../functions/middleware/idempotency.ts';
import { ROOT, sourcesIn } from './source-tree.ts';

/* Requirements: API5. */

/** Read from requests without a say in what a write does: who asks, from where, in which form, and for which answer. */
const NEUTRAL = [
  ...['authorization', 'x-api-key', 'cookie', 'origin', 'user-agent'],
  ...['accept', 'accept-encoding', 'content-type', 'idempotency-key', 'if-none-match', 'last-event-id', 'range'],
  // Of requests for previews, which only read; and of those for programs, which are handed on whole.
  ...['if-range', 'service-worker', 'sec-fetch-dest', 'host', 'x-forwarded-proto'],
  ...['access-control-request-method', 'access-control-request-headers', 'content-encoding'],
];

const READ = /\bheaders(?:\?)?(?:\.([a-z]+)\b(?!')|\[\s*'([a-z-]+)'\s*\])(?!\s*=[^=])|headerOf\([^()]*'([a-z-]+)'\)/g;

const headersRead = (text: string): string[] =>
  [...text.matchAll(READ)].map(([, plain, quoted, named]) => (plain ?? quoted ?? named) as string);

test('R7: every header that a function reads is in the fingerprint of a request, or has no say in what it does', () => {
  const files = sourcesIn('functions').map((file) => file.split(sep).join('/'));
  const read = new Set(files.flatMap((file) => headersRead(readFileSync(join(ROOT, file), 'utf8'))));
  expect(read).toContain('x-artel-session');
  const known = [...NEUTRAL, ...MEANINGFUL_HEADERS];
  expect([...read].filter((name) => !known.includes(name))).toEqual([]);
  expect(known.filter((name) => !read.has(name))).toEqual([]);
});

test.each([
  "request.headers['x-model-route']",
  'const { headers } = request; headers.route',
  "headerOf(event.headers, 'x-route')",
])('a header that is read as in %s would be found', (line) => {
  expect(headersRead(line)).toHaveLength(1);
});
