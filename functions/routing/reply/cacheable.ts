import { sha256 } from '../../../shared/core/digest.ts';
import type { RequestFacts } from '../operation.ts';
import { type Coded, codingFor } from './coding.ts';
import { emptyReply, type Reply, reply } from './reply.ts';

/** `immutable`: another version has another address. With a `maxAgeSeconds` of 0 it is kept, and asked for each time. */
type Kept = { maxAgeSeconds: number; immutable?: boolean; headers?: Record<string, string> };

/** For operations that answer with an entity tag: the client's copy, named by `If-None-Match`, is current. */
export const UNCHANGED = { status: 304, means: 'Unchanged: `If-None-Match` names the current version.' };

/** A document that clients and proxies may keep. */
export const cacheable = <R>(request: RequestFacts, body: R, { maxAgeSeconds, immutable, headers }: Kept): Reply<R> =>
  tagged(request, body, { ...headers, 'cache-control': ageOf({ maxAgeSeconds, immutable }) });

const ageOf = ({ maxAgeSeconds, immutable }: Kept): string =>
  maxAgeSeconds === 0 ? 'no-cache' : `public, max-age=${maxAgeSeconds}${immutable ? ', immutable' : ''}`;

/**
 * A text that lies there compressed too: as the client takes it. Each coding is a version of its own, with a tag of its own
 * (RFC 9110, 8.8.3.3), and proxies keep them apart.
 */
export const cacheableFile = (
  request: RequestFacts,
  { text, codings }: { text: string; codings: Coded },
  { headers, ...kept }: Kept,
): Reply<string> => {
  const coding = codingFor(request.headers['accept-encoding'], codings);
  const bytes = coding && codings[coding];
  const all = { ...headers, vary: 'accept-encoding', 'cache-control': ageOf(kept) };
  if (!bytes) return tagged(request, text, all);
  const etag = tagOf(bytes);
  if (holds(request, etag)) return unchanged(etag, all);
  return { ...emptyReply(200, { headers: { ...all, 'content-encoding': coding, etag } }), bytes };
};

/**
 * An answer with its entity tag: 304 to a client that already has this version (RFC 9110, 13.1.2). The 304 carries the
 * other headers too, since a client replaces the ones it stored with them.
 */
export const tagged = <R>(request: RequestFacts, body: R, headers: Record<string, string>): Reply<R> => {
  const etag = tagOf(typeof body === 'string' ? body : JSON.stringify(body));
  return holds(request, etag) ? unchanged(etag, headers) : reply(200, body, { headers: { ...headers, etag } });
};

const tagOf = (version: string | Buffer): string => `"${sha256(version).slice(0, 32)}"`;

const holds = ({ headers }: RequestFacts, etag: string): boolean => {
  const held = (headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return held.includes(etag) || held.includes('*');
};

const unchanged = (etag: string, { 'content-type': _, ...kept }: Record<string, string>): Reply<never> =>
  emptyReply(304, { headers: { ...kept, etag } });
