import { aboutItem, type Placed } from '../records/placed.ts';
import type { Found, Invariant } from './invariant.ts';

/** Every item is of a kind that is known and reads as one. */
export const readableItems: Invariant = {
  name: 'readable items',
  moment: 'always',
  broken: ({ placed, unreadable }) => [
    ...unreadable.map((entry): Found => ({ about: aboutItem(entry), text: 'An item does not fit its schema.' })),
    ...placed
      .filter(({ place }) => place.kind === undefined)
      .map((entry): Found => ({ about: aboutItem(entry), text: 'An item lies under a key that nothing knows.' })),
  ],
};

/** Every key carries its user and project, and whatever an item says of its owner is the same. (store) */
export const owners: Invariant = {
  name: 'owners',
  moment: 'always',
  broken: ({ user, placed }) =>
    placed
      .filter((entry) => isForeign(user, entry))
      .map((entry) => ({ about: aboutItem(entry), text: 'An item names another owner than its key.' })),
};

const isForeign = (user: string, { item, place }: Placed): boolean =>
  (item.user_id !== undefined && item.user_id !== user) ||
  (place.project !== undefined && item.project_id !== undefined && item.project_id !== place.project);
