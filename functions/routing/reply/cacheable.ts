import { sha256 } from '../../../shared/core/digest.ts';
import type { RequestFacts } from '../operation.ts';
import { emptyReply, type Reply, reply } from './reply.ts';

/** `immutable`: another version has another address. */
type Kept = { maxAgeSeconds: number; immutable?: boolean; headers?: Record<string, string> };

/** For operations that answer with an entity tag: the client's copy, named by `If-None-Match`, is current. */
export const UNCHANGED = { status: 304, means: 'Unchanged: `If-None-Match` names the current version.' };

/** A document that clients and proxies may keep. */
export const cacheable = <R>(request: RequestFacts, body: R, { maxAgeSeconds, immutable, headers }: Kept): Reply<R> =>
  tagged(request, body, {
    ...headers,
    'cache-control': `public, max-age=${maxAgeSeconds}${immutable ? ', immutable' : ''}`,
  });

/**
 * An answer with its entity tag: 304 to a client that already has this version (RFC 9110, 13.1.2). The 304 carries the
 * other headers too, since a client replaces the ones it stored with them.
 */
export const tagged = <R>(request: RequestFacts, body: R, headers: Record<string, string>): Reply<R> => {
  const etag = `"${sha256(typeof body === 'string' ? body : JSON.stringify(body)).slice(0, 32)}"`;
  const held = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!held.includes(etag) && !held.includes('*')) return reply(200, body, { headers: { ...headers, etag } });
  const { 'content-type': _, ...kept } = headers;
  return emptyReply(304, { headers: { ...kept, etag } });
};
