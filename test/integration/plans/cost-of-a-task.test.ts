import { expect, test } from 'vitest';
import { measure, teamFor } from '../../bench/plans/measured.ts';
import type { Shape } from '../../bench/plans/shapes.ts';
import { awsCalls, readUnits, writeUnits } from '../../bench/prices.ts';
import { inPlanWorld } from './in-plan-world.ts';

/* Requirements: PL3. */

const here = inPlanWorld([]);

const WIDTH = 18;
const names = Array.from({ length: WIDTH }, (_, index) => `ray${index}`);
const job = (id: string, depends_on: string[] = []) => ({ id, agent: 'ann', time: 0, depends_on });
const FAN: Shape = {
  name: 'fan',
  limits: { ann: 10 },
  jobs: [job('out'), ...names.map((name) => job(name, ['out'])), job('in', names)],
};

/** As measured (58 calls, 44 and 79 units), and a fifth for hints that come too late and claims that lose a race. */
const MOST = { calls: 70, readUnits: 53, writeUnits: 95 };

/** More come too late on a busy machine, never fewer: the first measurement that is good enough stands. */
const MEASUREMENTS = 4;

test('a task of a plan takes no more calls and units of the table than it did', async () => {
  const who = await teamFor(here.artel, FAN);
  await measure(here.artel, who, FAN);
  const measured: (typeof MOST)[] = [];
  const isEnough = ({ calls, readUnits: reads, writeUnits: writes }: typeof MOST): boolean =>
    calls <= MOST.calls && reads <= MOST.readUnits && writes <= MOST.writeUnits;
  while (measured.length < MEASUREMENTS && !measured.some(isEnough)) {
    const { counts, tasks } = await measure(here.artel, who, FAN);
    const each = (whole: number): number => whole / tasks.size;
    measured.push({
      calls: each(awsCalls(counts)),
      readUnits: each(readUnits(counts)),
      writeUnits: each(writeUnits(counts)),
    });
  }
  expect(measured.some(isEnough), JSON.stringify(measured)).toBe(true);
});
