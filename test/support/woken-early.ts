import { serve } from '../../shared/sandbox/light/program/thread.ts';

/** Where the shell's protocol keeps what is asked for, and how far that is. */
const [OPERATION, STATUS] = [0, 1];
const { load, notify } = Atomics;
const now = performance.now.bind(performance);

/** Longer than a thread needs to fall asleep after it has asked. */
const ASLEEP_MS = 1;

// A thread that runs the shell and, whenever it looks what it is asked for, wakes whoever waits for the answer.
Atomics.load = ((array: Int32Array, index: number) => {
  if (index === OPERATION) {
    const end = now() + ASLEEP_MS;
    while (now() < end);
    notify(array, STATUS);
  }
  return load(array, index);
}) as typeof Atomics.load;

serve();
