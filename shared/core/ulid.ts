import { monotonicFactory } from 'ulid';

/** A ULID (https://github.com/ulid/spec); of one millisecond, each that a process makes sorts after the one before. */
export const ulid = monotonicFactory();
