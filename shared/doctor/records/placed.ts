import * as z from 'zod';
import { type Item, type ItemPlace, placeOf } from '../../store/index.ts';

/** An item with where it lies and what it is. */
export type Placed = { item: Item; place: ItemPlace };

export const placedOf = (user: string, items: readonly Item[]): Placed[] =>
  items.flatMap((item) => {
    const place = placeOnce(item);
    return place?.user === user ? [{ item, place }] : [];
  });

/** Reads items by their rooms' schemas, and keeps those that do not fit: one damaged item hides no other. */
export class Reader {
  readonly unreadable: Placed[] = [];

  read<T>(placed: readonly Placed[], one: (item: Item, place: ItemPlace) => T): T[] {
    return placed.flatMap((entry) => {
      try {
        return [readOnce(entry, one)];
      } catch (error) {
        if (!(error instanceof z.ZodError)) throw error;
        this.unreadable.push(entry);
        return [];
      }
    });
  }
}

/** Whose keys end in a name that a person chose. */
const NAMED: readonly unknown[] = ['agent name', 'secret'];

/** Which item, in ids. */
export const aboutItem = ({ place }: Placed): Record<string, string> => ({
  ...(place.project !== undefined && { project: place.project }),
  ...(place.owner !== undefined && { in: place.owner }),
  item: [place.kind ?? 'unknown item', NAMED.includes(place.kind) ? '' : place.id].join(' ').trim(),
});

const places = new WeakMap<Item, ItemPlace | undefined>();

const placeOnce = (item: Item): ItemPlace | undefined => {
  if (!places.has(item)) places.set(item, placeOf(item));
  return places.get(item);
};

type ReadingOf = (item: Item, place: ItemPlace) => unknown;
const readings = new WeakMap<ReadingOf, WeakMap<Item, unknown>>();

/** An item of a snapshot never changes, and whoever looks at a system again and again shows most of them again. */
const readOnce = <T>({ item, place }: Placed, one: (item: Item, place: ItemPlace) => T): T => {
  const ofReader = readings.get(one) ?? new WeakMap<Item, unknown>();
  readings.set(one, ofReader);
  if (!ofReader.has(item)) ofReader.set(item, one(item, place));
  return ofReader.get(item) as T;
};
