/** Where "now" comes from, in milliseconds since the epoch. Injected, so that tests own time. */
export type Clock = { now(): number };

export const systemClock: Clock = { now: () => Date.now() };

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** `2026-11-21T08:00:00.000Z` */
export const isoTime = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** DynamoDB's TTL attribute counts whole seconds. */
export const epochSeconds = (milliseconds: number): number => Math.ceil(milliseconds / SECOND);
