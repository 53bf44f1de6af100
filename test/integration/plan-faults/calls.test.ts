import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import { converge } from './converge.ts';
import { asked, startDiamond, subjectOf, thinker } from './diamond.ts';
import { ALL, expectDiamond, isDecisive, type Point, strikeEach, survey } from './points.ts';
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
      await strikeEach(world, 'Killed before', choice(28), 'kill before');
    },
    LONGEST,
  );

  test(
    'by the death of the function after the call: it ends the same, and everybody is told once',
    async () => {
      await strikeEach(world, 'Killed after', choice(16, 5), 'kill after');
    },
    LONGEST,
  );

  test.each([
    ['the planner', 'planner', 'Plan'],
    ['a worker', 'agent-worker', 'Left'],
  ] as const)(
    'by the death of %s while its model answers: it is asked once more',
    async (_who, part, what) => {
      let isStruck = false;
      world.begin(() => undefined);
      world.artel.model.always((request) => {
        if (isStruck || !subjectOf(request).startsWith(`${what} #`)) return thinker(request);
        isStruck = true;
        void world.kill(part);
        return { hang: true };
      });
      const diamond = await startDiamond(world);
      await converge(world, diamond);
      world.artel.model.always(thinker);
      await expectDiamond(world, diamond);
      const counts = asked(world, diamond);
      expect(counts.get(`${what} ${diamond.ref}`)).toBe(2);
      // A worker's machine may have been at another task of the plan as well.
      expect(Math.max(...counts.values())).toBe(2);
    },
    LONGEST,
  );

  test(
    'by an error: it is tried again, and ends the same',
    async () => {
      await strikeEach(world, 'Refused once', choice(40, 3), 'refuse');
    },
    LONGEST,
  );

  test(
    'by a line that breaks after the call was carried out: nothing is done twice',
    async () => {
      await strikeEach(world, 'Reply lost', choice(40, 7), 'lose reply');
    },
    LONGEST,
  );
});
