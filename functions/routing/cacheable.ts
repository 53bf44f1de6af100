import { sha256 } from '../../shared/core/digest.ts';
import type { RequestFacts } from './operation.ts';
import { type Reply, reply } from './reply.ts';

type Kept = { maxAgeSeconds: number; headers?: Record<string, string> };

/** A document that clients and proxies may keep: 304 to whoever holds this very version (RFC 9110, 13.1.2). */
export const cacheable = ({ headers }: RequestFacts, body: unknown, { maxAgeSeconds, headers: more }: Kept): Reply => {
  const etag = `"${sha256(typeof body === 'string' ? body : JSON.stringify(body)).slice(0, 32)}"`;
  const caching = { etag, 'cache-control': `public, max-age=${maxAgeSeconds}` };
  const held = (headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (held.includes(etag) || held.includes('*')) return reply(304, undefined, caching);
  return reply(200, body, { ...more, ...caching });
};
