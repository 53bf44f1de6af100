import { afterAll, beforeAll } from 'vitest';
import { type Artel, type Person, sharedArtel } from './artel.ts';
import { type Operator, operatorOf } from './operator.ts';

export type InArtel = { artel: Artel; operator: Operator; alice: Person };

/** The system for a test file, the shared one unless it starts another, with alice in it and an eye on its table. */
export const inArtel = (start: () => Promise<Artel> = sharedArtel): InArtel => {
  const here = {} as InArtel;
  beforeAll(async () => {
    here.artel = await start();
    here.operator = operatorOf(here.artel.cloud);
    here.alice = await here.artel.register('alice');
  });
  afterAll(async () => {
    here.operator?.stop();
    await here.artel?.stop();
  });
  return here;
};
