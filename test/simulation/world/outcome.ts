/** `lost`: the container died, or the function's time was over. */
export type Outcome = { kind: 'returned'; value: unknown } | { kind: 'threw'; error: Error } | { kind: 'lost' };
