import { type Clock, systemClock } from '../../core/clock.ts';

/** A loop of promises that never lets the event loop turn sees time move after so many looks all the same. */
const LOOKS = 1_000;

/**
 * The time of this turn of the event loop (what libuv calls its "now"): reading the system's clock takes longer than all the
 * rest of a hit. It is read again after the turn, which ends before the process waits for anything: a container that was
 * frozen while it waited sees the time of its waking.
 */
export const loopClock = (clock: Clock = systemClock): Clock => {
  let now = 0;
  let left = 0;
  const turnEnded = (): void => {
    left = 0;
  };
  const read = (): number => {
    now = clock.now();
    left = LOOKS;
    setImmediate(turnEnded);
    return now;
  };
  return {
    now: () => {
      if (left === 0) return read();
      left -= 1;
      return now;
    },
  };
};
