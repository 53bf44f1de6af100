import { describe, expect, test } from 'vitest';
import { inSurveyedWorld, SERIES_TIMEOUT } from './in-surveyed-world.ts';
import { ALL, isDecisive, isFirst, strikeEach } from './points.ts';

/* Requirements: WS8, BUS7, GW9, OPS7. */

const here = inSurveyedWorld();

describe(`a worker that is killed once, at each call of a run with three tools${ALL ? '' : ' (a choice of the calls)'}`, () => {
  test(
    'a worker killed before a call: the run ends once and right, nothing happens twice, and the person is not asked needlessly',
    async () => {
      const which = here.ground.points.filter((point) => ALL || (isFirst(point) && !isDecisive(point)));
      const told = await strikeEach(here.world, here.ground, { name: 'Killed before', which, fault: 'kill before' });
      expect(told.failed).toEqual([]);
    },
    SERIES_TIMEOUT,
  );

  test(
    'a worker killed between a call and its reply: the run ends once, and an effect of unknown outcome is not repeated',
    async () => {
      const which = here.ground.points.filter((point) => ALL || isDecisive(point));
      const told = await strikeEach(here.world, here.ground, { name: 'Killed after', which, fault: 'kill after' });
      expect(told).toMatchObject({ failed: [], repeats: 0 });
    },
    SERIES_TIMEOUT,
  );

  test(
    'a worker killed after a tool did its work repeats it only because the person says so',
    async () => {
      const which = here.ground.points.filter(({ kind }) => /tools\/call|\/orders/.test(kind));
      const told = await strikeEach(here.world, here.ground, {
        name: 'Killed after a tool',
        which,
        fault: 'kill after',
        onDoubt: 'approve',
      });
      // Of the three tools one only reads, and is asked again without a word.
      expect(told).toMatchObject({ failed: [], hits: 3, repeats: 2 });
    },
    SERIES_TIMEOUT,
  );
});
