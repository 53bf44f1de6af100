import { expect } from 'vitest';
import type { Item, Key } from '../../../../shared/store/index.ts';
import { NOW } from './items.ts';

/** Changes one fact of otherwise healthy data. */
export type Damage = (items: Item[]) => Item[];

const isAt =
  ({ pk, sk }: Key) =>
  (item: Item): boolean =>
    item.pk === pk && item.sk === sk;

/** The item with other attributes; `undefined` takes one away. */
export const change =
  (key: Key, attributes: Record<string, unknown>): Damage =>
  (items) => {
    expect(items.filter(isAt(key))).toHaveLength(1);
    const kept = (item: Item) => Object.entries({ ...item, ...attributes }).filter(([, value]) => value !== undefined);
    return items.map((item) => (isAt(key)(item) ? (Object.fromEntries(kept(item)) as Item) : item));
  };
export const add =
  (key: Key, attributes: Record<string, unknown> = {}): Damage =>
  (items) => [...items, { ...key, ...attributes }];
export const remove =
  (key: Key): Damage =>
  (items) =>
    items.filter((item) => !isAt(key)(item));

export const all =
  (...damages: Damage[]): Damage =>
  (items) =>
    damages.reduce((changed, damage) => damage(changed), items);

export const NOT_DUE = { due_at: undefined, due_shard: undefined };

/** An item of a log that tells these events, each with its number, its type and its run. */
export const told = (...events: [number, string, string][]) => ({
  n: events.length,
  lines: events.map(([event_id, event_type, run]) =>
    JSON.stringify({ event_id, event_type, timestamp: new Date(NOW).toISOString(), payload: { run_id: `run_${run}` } }),
  ),
});

/** What is damaged, and the invariants that see it: the first is the one it is made for, others follow from it. */
export type DamagedFact = [what: string, damage: Damage, seenBy: string[]];
