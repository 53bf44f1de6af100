import { Unavailable } from '../../core/errors.ts';
import type { CacheScope } from '../../store/index.ts';
import type { Place } from '../level.ts';
import type { Parts } from '../parts.ts';
import { shardName, tagName } from '../tags/names.ts';

/** An invalidation that was not done would leave a wrong value: unlike a read, it fails when the table does not work. */
export const orUnavailable = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw new Unavailable('Something this depends on does not work at the moment.', { cause: error, retryAfter: 1 });
  }
};

/**
 * Makes one value wrong in every level, wherever it lies, by one write, and then removes it. A value that is immutable
 * remembers no version: it is gone from this container and from the shared levels.
 */
export const invalidate = async (parts: Parts, { id, place }: { id: string; place: Place }): Promise<void> => {
  parts.memory.delete(id);
  parts.figures.count('invalidations');
  await orUnavailable(parts.raises.raise(place.scope, shardName(place)));
  const levels = [parts.warmed, parts.shared, parts.persistent].filter((one) => one !== undefined);
  // What cannot be removed is wrong all the same, and ends by itself.
  await Promise.allSettled(levels.map(({ level, breaker }) => breaker.run(() => level.delete(place))));
};

/** Makes all values of the scope with this tag wrong, however many: one write. */
export const invalidateTag = async (parts: Parts, scope: CacheScope, tag: string): Promise<void> => {
  parts.figures.count('invalidations');
  await orUnavailable(parts.raises.raise(scope, tagName(tag)));
};
