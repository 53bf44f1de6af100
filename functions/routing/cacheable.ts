import { sha256 } from '../../shared/core/digest.ts';
import type { RequestFacts } from './operation.ts';
import { emptyReply, type Reply, reply } from './reply.ts';

type Kept = { maxAgeSeconds: number; headers?: Record<string, string> };

/** A document that clients and proxies may keep. */
export const cacheable = <R>(request: RequestFacts, body: R, { maxAgeSeconds, headers }: Kept): Reply<R> =>
  tagged(request, body, { ...headers, 'cache-control': `public, max-age=${maxAgeSeconds}` });

/**
 * An answer with the tag of its version: 304 to whoever holds this very version (RFC 9110, 13.1.2). That carries the other
 * headers too, since a client puts those of a 304 in the place of the ones it stored.
 */
export const tagged = <R>(request: RequestFacts, body: R, headers: Record<string, string>): Reply<R> => {
  const etag = `"${sha256(typeof body === 'string' ? body : JSON.stringify(body)).slice(0, 32)}"`;
  const held = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!held.includes(etag) && !held.includes('*')) return reply(200, body, { headers: { ...headers, etag } });
  const { 'content-type': _, ...kept } = headers;
  return emptyReply(304, { headers: { ...kept, etag } });
};
