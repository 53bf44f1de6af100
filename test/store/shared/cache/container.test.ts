import { expect, test } from 'vitest';
import { containerCache } from '../../../../shared/cache/index.ts';
import { ENV } from '../../../../shared/core/environment.ts';
import { inTable } from '../../../support/in-table.ts';
import { minute, somebody } from './in-cache.ts';

/* Requirements: CA2. */

inTable();

test('the memory of a container keeps what the settings say', async () => {
  process.env[ENV.cache] = JSON.stringify({ strategy: 'lru', entries: 2, megabytes: 3, seconds: 60 });
  const alice = somebody();
  const cache = containerCache();
  const ask = (key: string) => cache.getOrLoad(alice, key, { ...minute, level: 'memory' }, async () => key);
  for (const key of ['a', 'b', 'a', 'c']) await ask(key);
  expect(cache.figures().memory).toMatchObject({
    entries: 2,
    max_entries: 2,
    max_bytes: 3 * 1024 * 1024,
    evictions: 1,
  });
  await ask('a');
  expect(cache.figures().counts.loads).toBe(3);
});
