import { expect, test } from 'vitest';
import { inRecorded, question, taken } from './in-recorded.ts';

/* Requirements: GW1. */

const { says, upstream, chat } = inRecorded();

test('G25: a length beyond the tier is lowered to it, and a header says so', async () => {
  says();
  const long = await chat([question], { max_tokens: 128_000 });
  expect(long).toMatchObject(taken);
  expect(long.headers.get('x-artel-max-tokens')).toBe('32768');
  expect(upstream()).toMatchObject({ max_tokens: 32_768 });
  says();
  const short = await chat([question], { max_tokens: 1_000 });
  expect(short.headers.get('x-artel-max-tokens')).toBeNull();
  expect(upstream()).toMatchObject({ max_tokens: 1_000 });
});
