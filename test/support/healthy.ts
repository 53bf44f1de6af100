import { expect } from 'vitest';
import { inspect, type Moment, type Violation } from '../../shared/doctor/index.ts';
import type { Operator } from './operator.ts';

/** Every promise about a person's items holds. What is being written meanwhile may look wrong, but not for long. */
export const expectHealthy = async (
  operator: Operator,
  { id: user }: { id: string },
  moment: Moment = 'always',
): Promise<void> => {
  const found = async (): Promise<Violation[]> =>
    inspect({ user, items: await operator.itemsOf(''), now: Date.now() }, moment);
  await expect.poll(found).toEqual([]);
};
