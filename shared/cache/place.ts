import { sha256 } from '../core/digest.ts';
import type { CacheScope } from '../store/index.ts';
import type { Place } from './level.ts';
import { checkText } from './options.ts';

/** What memory knows a value by. No prefix of a scope holds a line break, so no key of one scope is that of another. */
export const memoryKey = (scope: CacheScope, key: string): string => `${scope.prefix}\n${key}`;

/** Where the shared levels have it. The same key of two scopes has two names, so that nobody who sees them learns of it. */
export const placeOfKey = (scope: CacheScope, key: string): Place => {
  checkText(key);
  return { scope, name: sha256(memoryKey(scope, key)) };
};
