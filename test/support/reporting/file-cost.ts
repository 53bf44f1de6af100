import { afterAll } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** CPU time this file took in its process, all threads together, in seconds. */
    cpuSeconds?: number;
  }
}

const MICROSECONDS = 1_000_000;

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / MICROSECONDS;
};

declare global {
  var cpuSecondsCharged: number | undefined;
}

// The first file of a process pays for its start.
const charged = globalThis.cpuSecondsCharged ?? 0;

// biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures a hook wants
afterAll(({}, { file }) => {
  const now = cpuSeconds();
  globalThis.cpuSecondsCharged = now;
  file.meta.cpuSeconds = now - charged;
});
