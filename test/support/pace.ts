/** Milliseconds of work by which the machine is measured: some turns of its scheduler. */
const SAMPLE = 15;
const MICROSECONDS = 1_000;

/** Milliseconds that this thread has worked. What else the machine does, and for whom, counts for nothing. */
const worked = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / MICROSECONDS;
};

/** How long a moment's work takes now, as a multiple of the work: 1 on a machine that has nothing else to do. */
const slowness = (): number => {
  const [begun, workedBefore] = [performance.now(), worked()];
  while (worked() - workedBefore < SAMPLE);
  return Math.max(1, (performance.now() - begun) / SAMPLE);
};

/** Milliseconds that something takes, by a clock that goes as slowly as this machine does meanwhile. */
export const took = async (something: () => unknown): Promise<number> => {
  const before = slowness();
  const begun = performance.now();
  await something();
  const passed = performance.now() - begun;
  return passed / Math.max(before, slowness());
};

/** Milliseconds of work that something takes in this thread, whatever passes meanwhile. */
export const workOf = async (something: () => unknown): Promise<number> => {
  const before = worked();
  await something();
  return worked() - before;
};
