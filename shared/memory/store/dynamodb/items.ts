import { randomUUID } from 'node:crypto';
import { MEMORY_TABLE_SCHEMA, vectorAttributeOf } from '../../../core/memory-table-schema.ts';
import type { MemoryItem } from '../../../platform/vector-table/index.ts';
import type { Payload } from '../../record/payload.ts';
import type { Vector } from '../tenant-vectors.ts';

/** Everything about a memory but its text. */
export const WITHOUT_TEXT = ['sk', 'tenant', 'memory', 'dimensions', 'revision'];
export const WITH_TEXT = [...WITHOUT_TEXT, 'text'];

/**
 * `memory` holds the fields of a payload in one map, so that the index of time carries those that come later too. Terms are
 * left out: they follow from the text, and might not fit into an item.
 */
export const itemOf = ({ payload, vector }: Vector): MemoryItem => {
  const { text, terms, ...memory } = payload;
  return {
    pk: payload.tenant,
    sk: payload.memory_id,
    tenant: payload.tenant,
    position: payload.position,
    memory,
    text,
    dimensions: vector.length,
    revision: randomUUID(),
    ...inlineOf(payload),
    [vectorAttributeOf(vector.length)]: vector.map(inSinglePrecision),
  };
};

/** What is compared by the index stands beside the map, where the index can see it. */
export const inlineOf = (payload: Partial<Payload>): Record<string, string> =>
  Object.fromEntries(
    MEMORY_TABLE_SCHEMA.inlineFilters.flatMap((name) => (payload[name] === undefined ? [] : [[name, payload[name]]])),
  );

/** What is set beside the map when fields of it change. */
export const besideOf = ({ text, position, ...fields }: Partial<Payload>): Record<string, unknown> => ({
  ...inlineOf(fields),
  ...(text !== undefined && { text }),
  ...(position !== undefined && { position }),
  revision: randomUUID(),
});

/** The text is empty where it was not read. */
export const payloadIn = ({ memory, text = '' }: MemoryItem): Payload => ({
  ...(memory as Omit<Payload, 'text'>),
  text,
});

/** As the index keeps it, in the fewest digits that say it: a long number takes more of an item's 400 KB, and says no more. */
const inSinglePrecision = (value: number): number => Number(Math.fround(value).toPrecision(9));
