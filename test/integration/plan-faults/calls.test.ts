import { beforeAll, describe, expect, test } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import { say } from '../../support/reporting/say.ts';
import { converge } from './converge.ts';
import { asked, startDiamond, subjectOf, thinker } from './diamond.ts';
import { inPlanFaults } from './in-plan-faults.ts';
import { ALL, expectDiamond, isDecisive, type Point, strikeEach, survey } from './points.ts';

const here = inPlanFaults({ answers: thinker });

let points: Point[];

beforeAll(async () => {
  points = await survey(here.world);
  say(`A diamond with a failing branch and a second round makes ${points.length} calls`);
});

const LONGEST = ALL ? 120 * MINUTE : 10 * MINUTE;

/** Every `some`-th of the decisive calls. */
const choice = (some: number, from = 0): Point[] =>
  ALL ? points : points.filter(isDecisive).filter((_, place) => place % some === from);

describe(`a plan of two rounds, struck once at each of its calls${ALL ? '' : ' (a choice of the calls)'}`, () => {
  test(
    'a function killed before a call of a plan: the plan ends the same, and each event is announced once',
    async () => {
      await strikeEach(here.world, 'Killed before', choice(28), 'kill before');
    },
    LONGEST,
  );

  test(
    'a function killed after a call of a plan: the plan ends the same, and each event is announced once',
    async () => {
      await strikeEach(here.world, 'Killed after', choice(16, 5), 'kill after');
    },
    LONGEST,
  );

  test.each([
    ['the planner', 'planner', 'Plan'],
    ['a worker', 'agent-worker', 'Left'],
  ] as const)(
    'the death of %s while its model answers makes the plan ask it once more',
    async (_who, part, what) => {
      let isStruck = false;
      here.world.begin(() => undefined);
      here.world.artel.model.always((request) => {
        if (isStruck || !subjectOf(request).startsWith(`${what} #`)) return thinker(request);
        isStruck = true;
        void here.world.kill(part);
        return { hang: true };
      });
      const diamond = await startDiamond(here.world);
      await converge(here.world, diamond);
      here.world.artel.model.always(thinker);
      await expectDiamond(here.world, diamond);
      const counts = asked(here.world, diamond);
      expect(counts.get(`${what} ${diamond.ref}`)).toBe(2);
      // A worker's machine may have been at another task of the plan as well.
      expect(Math.max(...counts.values())).toBe(2);
    },
    LONGEST,
  );

  test(
    'a call of a plan that fails with an error is retried, and the plan ends the same',
    async () => {
      await strikeEach(here.world, 'Refused once', choice(40, 3), 'refuse');
    },
    LONGEST,
  );

  test(
    'a connection that breaks after a call was carried out has nothing done twice',
    async () => {
      await strikeEach(here.world, 'Reply lost', choice(40, 7), 'lose reply');
    },
    LONGEST,
  );
});
