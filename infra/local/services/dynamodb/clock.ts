/** Milliseconds since the epoch in memory that two threads share, so that a test can move the server's time. */
export type SharedClock = { readonly memory: SharedArrayBuffer; set(milliseconds: number): void };

export function sharedClock(milliseconds: number): SharedClock {
  const memory = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  const cell = new Float64Array(memory);
  cell[0] = milliseconds;
  const set = (to: number) => {
    cell[0] = to;
  };
  return { memory, set };
}

/** The time a thread reads: the shared clock if there is one, else the machine's. */
export function clockOf(memory: SharedArrayBuffer | undefined): () => number {
  if (!memory) return Date.now;
  const cell = new Float64Array(memory);
  return () => cell[0]!;
}
