import { describe, expect, test } from 'vitest';
import { inSurveyedWorld, SERIES_TIMEOUT } from './in-surveyed-world.ts';
import { ALL, isDecisive, isFirst, strikeEach } from './points.ts';

/* Requirements: BUS5, OPS7. */

const here = inSurveyedWorld();

describe(`a call of a run with three tools that fails${ALL ? '' : ' (a choice of the calls)'}`, () => {
  test(
    'a call that fails once, with an error, leaves a run that ends well',
    async () => {
      const which = here.ground.points.filter((point) => ALL || isFirst(point));
      const told = await strikeEach(here.world, here.ground, { name: 'Refused once', which, fault: 'refuse' });
      expect(told).toMatchObject({ failed: [], repeats: 0 });
    },
    SERIES_TIMEOUT,
  );

  test(
    'a call that fails once, after it was carried out, leaves a run that ends well, and nothing is carried out twice',
    async () => {
      const which = here.ground.points.filter((point) => ALL || (isDecisive(point) && isFirst(point)));
      const told = await strikeEach(here.world, here.ground, { name: 'Reply lost', which, fault: 'lose reply' });
      expect(told).toMatchObject({ failed: [], repeats: 0 });
    },
    SERIES_TIMEOUT,
  );

  test(
    'a call that keeps failing for a while ends the run with an answer or with an error that says why',
    async () => {
      const which = here.ground.points.filter((point) => isFirst(point) && (ALL || OUTAGES.test(point.kind)));
      const told = await strikeEach(here.world, here.ground, {
        name: 'Refused always',
        which,
        fault: 'refuse',
        always: true,
      });
      // Without the model, or the key to it, there is no answer, and without the store's writes none can be kept; all else can be done without.
      expect(
        told.failed.filter((point) => !/^(model POST .*chat|services GetSecret|dynamodb (Put|Transact))/.test(point)),
      ).toEqual([]);
    },
    SERIES_TIMEOUT,
  );
});

const OUTAGES =
  /TransactWriteItems|PutItem|GetSecretValue|SendMessage|embeddings|chat\/completions|initialize|query|orders|@connections/;
