import { randomUUID } from 'node:crypto';
import { cacheSettingsSchema, DEFAULT_CACHE } from '../core/cache-settings.ts';
import { atEndOfInvocations } from '../observability/invocation.ts';
import { optional } from '../platform/configuration.ts';
import { once } from '../platform/once.ts';
import { Cache } from './cache.ts';
import { objectsLevel } from './objects/index.ts';
import { Reporter } from './reporting/report.ts';

const MEGABYTE = 1024 * 1024;

const configured = () => {
  const text = optional('cache');
  return text === undefined ? DEFAULT_CACHE : cacheSettingsSchema.parse(JSON.parse(text));
};

/**
 * The cache of this container: what keeps its values in objects needs the rights to the bucket. From its first use on every
 * invocation ends with what waits being written.
 */
export const containerCache = once(() => {
  const { strategy, entries, megabytes, seconds } = configured();
  const memory = { strategy, max_entries: entries, max_bytes: megabytes * MEGABYTE, ttl_s: seconds };
  const cache = new Cache({ memory, persistent: objectsLevel(), warming: {} });
  const reporter = new Reporter({ cache, container: randomUUID() });
  atEndOfInvocations(() => Promise.all([cache.flush(), cache.recordAccess(), reporter.report()]));
  return cache;
});
