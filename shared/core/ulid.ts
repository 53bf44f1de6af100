import { monotonicFactory, ulid as unordered } from 'ulid';

export { decodeTime, encodeTime } from 'ulid';

/** A ULID (https://github.com/ulid/spec); of one millisecond, each that a process makes sorts after the one before. */
export const ulid = monotonicFactory();

/** One of exactly this time, in no order within its millisecond. */
export const ulidAt = (at: number): string => unordered(at);
