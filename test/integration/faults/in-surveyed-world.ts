import { afterAll, beforeAll } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import { ALL, type Ground, survey } from './points.ts';
import { startWorld, type World } from './world.ts';

/** For one test: a run for each call there is, or for a choice of them. */
export const SERIES_TIMEOUT = ALL ? 60 * MINUTE : 10 * MINUTE;

/** A world for a test file, and the calls of a run in it that nothing happens to. */
export const inSurveyedWorld = (): { world: World; ground: Ground } => {
  const here = {} as { world: World; ground: Ground };
  beforeAll(async () => {
    here.world = await startWorld();
    here.ground = await survey(here.world);
  });
  afterAll(() => here.world.stop());
  return here;
};
