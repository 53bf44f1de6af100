import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import { thinker } from './diamond.ts';
import { ALL, isDecisive, type Point, strikeEach, survey } from './points.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let points: Point[];

beforeAll(async () => {
  world = await startWorld();
  world.artel.model.always(thinker);
  points = await survey(world);
  process.stdout.write(`A diamond with a failing branch and a second round makes ${points.length} calls\n`);
}, MINUTE);
afterAll(() => world.stop());

const LONGEST = ALL ? 120 * MINUTE : 3 * MINUTE;

/** Every `some`-th of the decisive calls. */
const choice = (some: number, from = 0): Point[] =>
  ALL ? points : points.filter(isDecisive).filter((_, place) => place % some === from);

describe(`a plan of two rounds, struck once at each of its calls${ALL ? '' : ' (a choice of the calls)'}`, () => {
  test(
    'by the death of the function before the call: it ends the same, and everybody is told once',
    async () => {
      await strikeEach(world, 'Killed before', choice(20), 'kill before');
    },
    LONGEST,
  );

  test(
    'by the death of the function after the call: it ends the same, and everybody is told once',
    async () => {
      await strikeEach(world, 'Killed after', choice(12, 5), 'kill after');
    },
    LONGEST,
  );

  test(
    'by an error: it ends the same without a minute passing',
    async () => {
      const told = await strikeEach(world, 'Refused once', choice(30, 3), 'refuse');
      expect(told.minutes).toBe(0);
    },
    LONGEST,
  );

  test(
    'by a line that breaks after the call was carried out: nothing is done twice',
    async () => {
      const told = await strikeEach(world, 'Reply lost', choice(30, 7), 'lose reply');
      expect(told.minutes).toBe(0);
    },
    LONGEST,
  );
});
