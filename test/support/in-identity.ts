import { afterAll, beforeAll } from 'vitest';
import { startIdentity } from './identity.ts';

type Identity = Awaited<ReturnType<typeof startIdentity>>;

/** Identity served in this process for a test file, with nobody registered. */
export const inIdentity = (): { identity: Identity } => {
  const here = {} as { identity: Identity };
  beforeAll(async () => {
    here.identity = await startIdentity();
  });
  afterAll(() => here.identity?.stop());
  return here;
};
