/** The uses of a value since they were last written down. Whoever serves it counts here; that is all it costs. */
export type Use = { uses: number; bytes: number; load_ms: number; lasts: boolean };
