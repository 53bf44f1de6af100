import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { audit } from './audit.ts';
import { Place, startWorld, type World } from './world.ts';

/** A world for a test file and a place in it for each test; after each test everything in its place adds up. */
export const inWorld = (): { world: World; place: Place } => {
  const here = {} as { world: World; place: Place };
  beforeAll(async () => {
    here.world = await startWorld();
  });
  afterAll(() => here.world.stop());
  beforeEach(() => {
    here.place = new Place();
  });
  afterEach(async () => expect(await audit(here.place)).toEqual([]));
  return here;
};
