/**
 * The shell and its JavaScript engine, two threads, hand each other calls through shared memory. The shell writes an answer first
 * and wakes the engine then; an engine that has seen the answer meanwhile, and waits for its next one, is woken by this too early,
 * and takes it for the failure of that call: on a busy machine a `console.log` threw “Error code: 0” once in thousands of times.
 * With this, whoever is woken looks whether anything has changed, and waits on where nothing has.
 */
const waitForChange = (): void => {
  const { wait } = Atomics;
  // Both are taken away before a script runs.
  const now = performance.now.bind(performance);
  const patient = (array: Int32Array, index: number, value: number, timeout = Number.POSITIVE_INFINITY) => {
    const end = now() + timeout;
    for (;;) {
      const ended = wait(array, index, value, Math.max(0, end - now()));
      if (ended !== 'ok' || Atomics.load(array, index) !== value) return ended;
    }
  };
  Atomics.wait = patient as typeof Atomics.wait;
};

/** A module that changes the thread which imports it before anything else. */
export const PATIENT_WAITS = `data:text/javascript,${encodeURIComponent(`(${waitForChange})();`)}`;
