import { CACHED_OBJECT } from '../../cache/index.ts';
import { HOUR, isoTime } from '../../core/clock.ts';
import { FOLLOWED_SESSION } from '../../events/index.ts';
import { DELIVERY, NOTIFICATIONS, WEBHOOK } from '../../notifications/index.ts';
import { PREVIEW } from '../../previews/index.ts';
import { MACHINE } from '../../sandbox/index.ts';
import { dueShard, EXPIRING_TEXT, type Item, keyOfItem, LAST_LOOKS, REMOVED_USER } from '../../store/index.ts';
import { WORKSPACE } from '../../workspace/index.ts';
import { aboutItem } from '../records/placed.ts';
import type { Found, Invariant } from './invariant.ts';

/** The kinds of items for which the sweeper has a program. */
const SWEPT = [
  ...['task', 'run', 'round', 'lane', 'approval', 'health', 'project', 'session', 'reservation'],
  EXPIRING_TEXT,
  CACHED_OBJECT,
  REMOVED_USER,
  WORKSPACE,
  PREVIEW,
  MACHINE,
  FOLLOWED_SESSION,
  DELIVERY,
  WEBHOOK,
  NOTIFICATIONS,
  ...LAST_LOOKS,
];

/** Whatever is due is in the index that the sweeper reads, with the owner and the kind it goes by. (bus: "what is due") */
export const dueIndex: Invariant = {
  name: 'due index',
  moment: 'always',
  broken: ({ placed }) =>
    placed.flatMap((entry): Found[] => {
      const text = misplaced(entry.item);
      return text === undefined ? [] : [{ about: aboutItem(entry), text }];
    }),
};

const misplaced = (item: Item): string | undefined => {
  if (item.due_at === undefined && item.due_shard === undefined) return undefined;
  if (item.due_at === undefined || item.due_shard !== dueShard(keyOfItem(item)))
    return 'A due item is not in its shard of the index, so the sweeper does not see it.';
  if (!SWEPT.includes(String(item.kind)))
    return `A due item is of the kind ${String(item.kind)}, which nothing handles.`;
  return item.user_id === undefined || item.project_id === undefined ? 'A due item has no owner.' : undefined;
};

/** Longer than the sweeper ever leaves an item that cannot go on, half an hour. */
const OVERDUE_AFTER = HOUR;

/** The sweeper makes whatever is due go on: nothing is due for ever. Known only where it is known when it last ran. */
export const overdue: Invariant = {
  name: 'overdue items',
  moment: 'always',
  broken: ({ placed, sweptAt }) => {
    if (sweptAt === undefined) return [];
    return placed
      .filter(({ item }) => typeof item.due_at === 'number' && item.due_at < sweptAt - OVERDUE_AFTER)
      .map((entry) => ({
        about: aboutItem(entry),
        text: `An item is due since ${isoTime(Number(entry.item.due_at))}, and nothing moves it.`,
      }));
  },
};
