import { entryOf } from '../keeping.ts';
import { hold, type Parts } from '../parts.ts';
import { namesOf } from '../tags/names.ts';
import type { WriteBehind } from '../write-behind.ts';
import { checked, type Written } from './write.ts';

/** Keeps a value in this container now, and where others find it before the invocation ends. */
export const writeLater = async <V>(
  parts: Parts,
  behind: WriteBehind,
  { written, value: given }: { written: Written<V>; value: V },
): Promise<void> => {
  const { id, place, keep } = written;
  const { value, text } = checked(written, given);
  try {
    const versions = await parts.tags.recent(place.scope, namesOf(place, keep.tags, keep.immutable));
    const entry = entryOf(parts, written, { value, text, versions, load_ms: 0 });
    hold(parts, { id, place, level: keep.level }, { value, entry });
    if (keep.level !== 'memory') behind.add(id, { place, level: keep.level, entry });
  } catch {
    // The breaker has noted it.
    parts.figures.count('writes_dropped');
  }
};
