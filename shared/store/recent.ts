import { SECOND, systemClock } from '../core/clock.ts';
import { invocationFields } from '../observability/invocation.ts';
import type { Key } from './keys/index.ts';
import { getItem, type Item } from './table.ts';

/** How old an item may be that this invocation has read already, in milliseconds. */
const RECENT = SECOND;

type Reading = { item: Promise<Item | undefined>; at: number };

/** By the object that stands for an invocation, so that nothing outlives it and no other sees it. */
const readings = new WeakMap<object, Map<string, Reading>>();

/**
 * An item that one piece of work asks for again and again, such as the account at each call of a model: read at most once a
 * second in one invocation. The next request reads it anew, and so does whoever belongs to none.
 */
export const recentItem = (key: Key): Promise<Item | undefined> => {
  const fields = invocationFields();
  if (Object.keys(fields).length === 0) return getItem(key);
  const own = readings.get(fields) ?? new Map<string, Reading>();
  readings.set(fields, own);
  const name = `${key.pk} ${key.sk}`;
  const now = systemClock.now();
  const before = own.get(name);
  if (before && now - before.at < RECENT) return before.item;
  const item = getItem(key);
  own.set(name, { item, at: now });
  // The caller sees a failure; the next one asks again.
  item.catch(() => own.delete(name));
  return item;
};
