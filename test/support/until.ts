import { MINUTE } from '../../shared/core/clock.ts';

/** Longer than anything but a standstill takes. */
const STANDSTILL = MINUTE;

/** Looks again and again until something holds. Each look asks the service, so nothing sleeps. */
export const until = async (
  holds: () => Promise<boolean>,
  complaint: () => string = () => 'It never came to that.',
): Promise<void> => {
  const begun = performance.now();
  while (!(await holds())) if (performance.now() - begun > STANDSTILL) throw new Error(complaint());
};
