import type { ProjectScope, UserScope } from '../../core/scope.ts';
import { partOfKey } from '../../core/scope.ts';
import { key } from './key.ts';

declare const configured: unique symbol;

/**
 * The scope of what is configured for everybody, and of nothing else: what is kept under it, every user's request can get.
 */
export const CONFIGURATION = { prefix: 'CONFIGURATION#' } as { readonly prefix: string; readonly [configured]: true };

/** Whose a cached value is. Its items lie in the scope's own partition and go when the user or the project goes. */
export type CacheScope = UserScope | ProjectScope | typeof CONFIGURATION;

export const cacheKeys = {
  /** A cached value; `name` is the digest of the caller's key. */
  entry: (scope: CacheScope, name: string) => key(scope.prefix, `CACHE#${partOfKey(name)}`),
  /** That somebody is loading it. */
  load: (scope: CacheScope, name: string) => key(scope.prefix, `LOAD#${partOfKey(name)}`),
  /** What was asked for, and how often. */
  pattern: (scope: CacheScope) => key(scope.prefix, 'CACHE_PATTERN'),
  /** When the objects of a cached value are over. */
  object: (scope: CacheScope, name: string) => key(scope.prefix, `CACHED_OBJECT#${partOfKey(name)}`),
  /** The version that entries remember. */
  tag: (scope: CacheScope, name: string) => key(scope.prefix, `TAG#${partOfKey(name)}`),
};
