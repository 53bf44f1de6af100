import type { Write } from '../../store/index.ts';
import type { Entry } from '../entry.ts';
import { isMine, type Lease } from '../leases/lease.ts';
import type { Level, Place } from '../level.ts';
import type { Keep } from '../options.ts';
import type { Guarded, Parts } from '../parts.ts';
import type { TableLevel } from '../table/index.ts';

const isInTable = (level: Level | TableLevel): level is TableLevel => 'write' in level;
const fits = ({ max_bytes }: Level, { text }: Entry): boolean => Buffer.byteLength(text) <= max_bytes;

/** The put of a value as a part of a transaction; none where it lies outside of the table. */
export const writeOf = ({ shared: { level }, figures }: Parts, place: Place, entry: Entry): Write | undefined => {
  if (!isInTable(level) || !fits(level, entry)) return undefined;
  figures.levels[level.name].bytes_written += entry.text.length;
  return level.write(place, entry);
};

type Put = { level: Keep<unknown>['level']; entry: Entry };

/**
 * Puts a value into the levels outside of the table, before its lease is given back: whoever waits then finds it. No
 * condition holds such a put back, so its lease is looked at first; a put that is late all the same leaves a value there
 * that was loaded earlier than the one it replaces, and that is right as long as its versions are current.
 */
export const putOutside = async (parts: Parts, lease: Lease, { level, entry }: Put): Promise<void> => {
  const outside = levelsOutside(parts, { level, entry });
  if (outside.length > 0 && (await parts.table(() => isMine(lease))))
    await putInto(parts, outside, { place: lease.place, entry });
};

/** The levels outside of the table that are to have an entry and can take it. */
export const levelsOutside = ({ shared, persistent, figures }: Parts, { level, entry }: Put): Guarded[] => {
  const wanted = [shared, ...(level === 'persistent' && persistent ? [persistent] : [])].filter((one) =>
    fits(one.level, entry),
  );
  if (wanted.length === 0) figures.count('too_large');
  return wanted.filter((one) => !isInTable(one.level));
};

/** A level that fails has no value; nobody waits for it longer than its breaker does. */
export const putInto = async (
  parts: Parts,
  levels: readonly Guarded[],
  { place, entry }: { place: Place; entry: Entry },
): Promise<void> => {
  await Promise.allSettled(
    levels.map(async ({ level, breaker }) => {
      await breaker.run(() => level.put(place, entry));
      parts.figures.levels[level.name].bytes_written += entry.text.length;
    }),
  );
};
