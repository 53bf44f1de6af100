import * as z from 'zod';
import { type Item, type ItemPlace, placeOf } from '../../store/index.ts';

/** An item with where it lies and what it is. */
export type Placed = { item: Item; place: ItemPlace };

export const placedOf = (user: string, items: readonly Item[]): Placed[] =>
  items.flatMap((item) => {
    const place = placeOf(item);
    return place?.user === user ? [{ item, place }] : [];
  });

/** Reads items by their rooms' schemas, and keeps those that do not fit: one damaged item hides no other. */
export class Reader {
  readonly unreadable: Placed[] = [];

  read<T>(placed: readonly Placed[], one: (item: Item, place: ItemPlace) => T): T[] {
    return placed.flatMap((entry) => {
      try {
        return [one(entry.item, entry.place)];
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
