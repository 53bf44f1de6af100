import type { Clock } from '../core/clock.ts';
import type { Entry } from './entry.ts';
import type { Keep, Terms } from './options.ts';

type Kept<V> = { value: V; text: string } & Pick<Entry, 'versions' | 'load_ms'>;

/** What the shared levels keep of a value from now on. */
export const entryOf = <V>(
  { clock }: { clock: Clock },
  { keep, terms }: { keep: Keep<V>; terms: Terms },
  { value, ...kept }: Kept<V>,
): Entry => {
  const now = clock.now();
  const revision = keep.revision?.(value);
  return {
    ...kept,
    stored_at_ms: now,
    fresh_until_ms: now + terms.ttl,
    ends_at_ms: now + terms.ttl + terms.grace,
    ...(revision !== undefined && { revision }),
  };
};
