import { afterAll, beforeAll } from 'vitest';
import { startWorld, type World } from '../races/world.ts';
import { startProviderSecret } from './small-world.ts';

/** A table and queues for plans, with the secret that their planner asks for. */
export const inPlans = (): { world: World } => {
  const here = {} as { world: World };
  let secret: { stop(): Promise<void> };
  beforeAll(async () => {
    here.world = await startWorld();
    secret = await startProviderSecret();
  });
  afterAll(async () => {
    await secret.stop();
    await here.world.stop();
  });
  return here;
};
