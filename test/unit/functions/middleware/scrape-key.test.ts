import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { restHandler } from '../../../../functions/middleware/rest-handler.ts';
import { operation, reply } from '../../../../functions/routing/operation.ts';
import { ENV } from '../../../../shared/core/environment.ts';
import { notSignedIn } from '../../../../shared/identity/index.ts';
import { caller } from '../../../support/rest.ts';

/* Requirements: OPS1. */

const KEY = 'a-long-random-key-of-the-monitoring-system';
const figures = {
  method: 'GET',
  summary: 'figures',
  access: 'admin',
  success: { status: 200, schema: z.object({ ok: z.boolean() }) },
  handle: async () => reply(200, { ok: true }),
} as const;
const call = caller(
  restHandler(
    [operation({ ...figures, path: '/figures', takesScrapeKey: true }), operation({ ...figures, path: '/users' })],
    {
      authenticate: async () => {
        throw notSignedIn('nobody');
      },
    },
  ),
);
const status = async (path: string, token?: string) =>
  (await call('GET', path, token === undefined ? {} : { token })).status;

beforeEach(() => {
  process.env[ENV.scrapeKeyHash] = createHash('sha256').update(KEY).digest('hex');
});
afterEach(() => {
  delete process.env[ENV.scrapeKeyHash];
});

test('the scrape key opens the figures, and nothing else', async () => {
  expect(await status('/figures', KEY)).toBe(200);
  expect(await status('/users', KEY)).toBe(401);
});

test('another key, the hash itself or none is refused', async () => {
  for (const wrong of [`${KEY}x`, process.env[ENV.scrapeKeyHash] ?? '', undefined])
    expect(await status('/figures', wrong)).toBe(401);
});

test('without the setting no key opens them, however short its hash', async () => {
  for (const setting of ['', 'e3', 'no hash']) {
    process.env[ENV.scrapeKeyHash] = setting;
    expect(await status('/figures', KEY)).toBe(401);
    expect(await status('/figures', 'x')).toBe(401);
  }
});
