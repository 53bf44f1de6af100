import { malformed } from './refusal.ts';

export type PointId = number | string;
export type Payload = Record<string, unknown>;
export type Point = { id: PointId; payload: Payload; version: number };

const uuid = /^(?:urn:uuid:)?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})$/i;

/** Ids are unsigned integers or UUIDs; every spelling of a UUID is stored hyphenated and in lower case, as Qdrant does. */
export function parsePointId(value: unknown): PointId {
  if (typeof value === 'number') {
    // Beyond 2^53 JSON has already lost the exact number, so the id would silently be another one.
    if (Number.isSafeInteger(value) && value >= 0) return value;
  } else if (typeof value === 'string') {
    const parts = uuid.exec(value);
    if (parts) return parts.slice(1).join('-').toLowerCase();
  }
  throw malformed(
    `value ${JSON.stringify(value)} is not a valid point ID, valid values are either an unsigned integer or a UUID`,
  );
}

export function parsePointIds(values: unknown[]): PointId[] {
  return values.map(parsePointId);
}

/** Numbers first, then UUIDs: the order of a scroll. */
export function compareIds(a: PointId, b: PointId): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
