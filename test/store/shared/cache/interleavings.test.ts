import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../../../shared/core/clock.ts';
import { chanceOf } from '../../../support/chance.ts';
import { type HeldWrites, startHeldWrites } from '../../../support/held-writes.ts';
import { inTable } from '../../../support/in-table.ts';
import { MEETING, SETTING, World } from './world.ts';

/* Requirements: CA3, CA4. */

const here = inTable();
let writes: HeldWrites;
beforeAll(async () => {
  writes = await startHeldWrites(here.table.url);
});
afterAll(() => writes.stop());

test('nothing is read that was invalidated before, whatever three containers do at the same time', async () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const chance = chanceOf(seed);
    writes.delay = () => chance.integer(0, 8);
    const world = new World(seed, seed % 4 === 0 ? SETTING : MEETING);
    await world.act(40);
    expect(world.wrong, `seed ${seed}`).toEqual([]);
    expect(world.reads).toBeGreaterThan(5);
  }
});

test('nothing is read that was invalidated before, through 24 hours in which clocks jump', async () => {
  const chance = chanceOf(24);
  writes.delay = () => 0;
  const world = new World(24);
  for (let half = 0; half < 48; half += 1) {
    await world.act(6);
    world.passSecond();
    world.jump(chance.integer(-2 * HOUR, 3 * HOUR) + 30 * MINUTE);
  }
  expect(world.wrong).toEqual([]);
  expect(world.reads).toBeGreaterThan(80);
});
