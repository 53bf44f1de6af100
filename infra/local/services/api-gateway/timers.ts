/** Time as the gateway sees it, so that a test can let two hours pass at once. */
export type Timers = {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs once after `ms`; the returned function cancels. */
  after(ms: number, run: () => void): () => void;
};

export const systemTimers: Timers = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    // An open socket keeps the process alive by itself; its two-hour limit must not.
    timer.unref();
    return () => clearTimeout(timer);
  },
};
