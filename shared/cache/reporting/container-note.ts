import * as z from 'zod';
import { MINUTE, SECOND } from '../../core/clock.ts';
import { pointerKeys, queryAll, ranges, SCHEMA_VERSION, updateItem } from '../../store/index.ts';
import type { CacheFigures } from '../figures.ts';

/** A container that has said nothing for so long is gone, or stands still. */
const BELIEVED_FOR = 5 * MINUTE;
/** Notes that are read at most; thousands of containers would each still have their say in the counters. */
const MOST_READ = 1_000;

const count = z.int().min(0);

/** What the memory of one container holds, and which levels it skips: that no sum of counts can tell. */
const noteSchema = z.object({
  reported_at: count,
  entries: count,
  bytes: count,
  max_bytes: count,
  bytes_in_an_hour: count,
  skips: z.array(z.string()),
});
export type ContainerNote = z.infer<typeof noteSchema>;

export const noteOf = ({ memory, breakers }: CacheFigures, now: number): ContainerNote => ({
  reported_at: now,
  entries: memory.entries,
  bytes: memory.bytes,
  max_bytes: memory.max_bytes,
  bytes_in_an_hour: memory.forecast.bytes_in_an_hour,
  skips: breakers.filter(({ isOpen }) => isOpen).map(({ level }) => level),
});

/** Replaces what this container said before; it ends by itself. */
export const writeNote = async (container: string, note: ContainerNote): Promise<void> => {
  const names = Object.keys(note);
  await updateItem(
    pointerKeys.cacheContainer(container),
    `SET #v = :v, #expires_at = :expires_at, ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
    {
      values: { v: SCHEMA_VERSION, expires_at: Math.ceil((note.reported_at + BELIEVED_FOR) / SECOND), ...note },
    },
  );
};

/** Of all containers that have said something in the last minutes. */
export const readNotes = async (now: number): Promise<ContainerNote[]> => {
  const notes: ContainerNote[] = [];
  for await (const item of queryAll(ranges.cacheContainers())) {
    const note = noteSchema.safeParse(item).data;
    if (note && note.reported_at + BELIEVED_FOR > now) notes.push(note);
    if (notes.length >= MOST_READ) break;
  }
  return notes;
};
