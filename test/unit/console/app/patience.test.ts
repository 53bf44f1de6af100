import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { notices } from '../../../../console/src/app/frame/notices.ts';
import { patientFetch } from '../../../../console/src/app/person/patience.ts';

/* Requirements: WEB1. */

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const answering = (status: number, headers: Record<string, string> = {}) =>
  patientFetch(async () => new Response('{}', { status, headers }));
const said = (): string[] => notices.value.map(({ text }) => text);

test('too many requests are said once, however many wait, until the service may be asked again', async () => {
  const send = answering(429, { 'retry-after': '12' });
  expect((await send('/my')).status).toBe(429);
  await send('/my/runs');
  expect(said()).toEqual(['Too many requests just now. What is missing comes by itself in 12 seconds.']);
  vi.advanceTimersByTime(11_999);
  expect(said()).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(said()).toEqual([]);
});

test.each([
  ['a moment', 429, { 'retry-after': '1' }],
  ['an answer', 200, {}],
  ['a service that is not available', 503, { 'retry-after': '12' }],
])('nothing is said of %s', async (_, status, headers) => {
  await answering(status, headers as Record<string, string>)('/my');
  expect(said()).toEqual([]);
});
