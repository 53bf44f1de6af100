const MINUTE = 60_000;

/** A countdown. It runs if it has an end; times are milliseconds, and whoever calls says what time it is. */
export const newTimer = { minutes: 5, left: 5 * MINUTE, endsAt: null };

export const isRunning = ({ endsAt }) => endsAt !== null;

export const start = (timer, now) =>
  isRunning(timer) || timer.left === 0 ? timer : { ...timer, endsAt: now + timer.left };

export const tick = (timer, now) => {
  if (!isRunning(timer)) return timer;
  const left = Math.max(0, timer.endsAt - now);
  return { ...timer, left, endsAt: left === 0 ? null : timer.endsAt };
};

export const pause = (timer, now) => ({ ...tick(timer, now), endsAt: null });

export const reset = ({ minutes }) => ({ minutes, left: minutes * MINUTE, endsAt: null });

/** Whole minutes, 1 to 180; anything else leaves the timer as it is. */
export const setMinutes = (timer, minutes) =>
  Number.isInteger(minutes) && minutes >= 1 && minutes <= 180 ? reset({ minutes }) : timer;

/** Minutes and seconds: 05:00. A second that has begun counts whole, so it shows 00:00 only at the end. */
export const clockOf = ({ left }) => {
  const seconds = Math.ceil(left / 1_000);
  return [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');
};
