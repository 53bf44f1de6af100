import { contradicted, type Dated, keysOf } from '../facts/facts.ts';
import type { Payload } from '../record/payload.ts';
import { allOf } from '../store/all.ts';
import type { TenantVectors } from '../store/tenant-vectors.ts';
import { reviveFrom } from './revive.ts';

const PAGE = 500;
const FIELDS = ['memory_id', 'text', 'type', 'subject', 'position', 'superseded'] as const satisfies (keyof Payload)[];

/** A memory as facts are compared. */
export const datedOf = ({ memory_id, text, type, subject, position }: Payload): Dated => ({
  id: memory_id,
  text,
  type,
  subject,
  at: position,
});

/**
 * Marks what is contradicted among the memories that state the same facts as these, which are written already. What was
 * marked before stays so. It may be repeated, and an older memory that comes later is marked itself.
 *
 * Two containers that write contradicting facts at the same time:
 *
 *     A writes "Lisbon"                     A compares
 *              B writes "Porto"   B compares
 *
 * Both have written before they compare, so at least the one that compares last sees both, and both would mark the same one.
 */
export const supersede = async (store: TenantVectors, written: readonly Payload[]): Promise<void> => {
  const keys = new Set(written.flatMap(({ facts = [] }) => facts));
  if (keys.size === 0) return;
  const sharing = await stating(store, [...keys]);
  // Whether one that states more is contradicted as a whole depends on its other facts too.
  const others = new Set(sharing.flatMap(keysOf).filter((key) => !keys.has(key)));
  const known = new Map([...sharing, ...(await stating(store, [...others]))].map((one) => [one.memory_id, one]));
  const marks = [...contradicted([...known.values()].map(datedOf))].filter(([id]) => !known.get(id)?.superseded);
  for (const [by, some] of Map.groupBy(marks, ([, newer]) => newer.id)) {
    await markSuperseded(
      store,
      some.map(([id]) => id),
      by,
    );
  }
};

export const markSuperseded = async (store: TenantVectors, ids: string[], by: string): Promise<void> => {
  if (ids.length === 0) return;
  await store.update({ must: [store.named(ids)] }, { superseded: true, superseded_by: by });
  await reviveFrom(store, [by]);
};

const stating = async (store: TenantVectors, keys: string[]): Promise<Payload[]> => {
  const found: Payload[] = [];
  for (let from = 0; from < keys.length; from += PAGE) {
    const filter = { must: [{ key: 'facts', match: { any: keys.slice(from, from + PAGE) } }] };
    found.push(...(await allOf(store, filter, [...FIELDS])));
  }
  return found;
};
