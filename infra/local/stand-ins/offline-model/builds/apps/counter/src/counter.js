/** A number that goes up and down by a step. Counters are never changed, only replaced. */
export const newCounter = { count: 0, step: 1 };

export const up = (counter) => ({ ...counter, count: counter.count + counter.step });
export const down = (counter) => ({ ...counter, count: counter.count - counter.step });
export const reset = (counter) => ({ ...counter, count: 0 });

/** A step is a whole number from 1 to 1,000; anything else leaves it as it is. */
export const setStep = (counter, step) =>
  Number.isInteger(step) && step >= 1 && step <= 1_000 ? { ...counter, step } : counter;
