import { beforeEach } from 'vitest';
import { type InArtel, inArtel } from '../../support/in-artel.ts';
import { team } from '../../support/plans.ts';

/** The system for a test file of plans: for each test a new alice with these agents and a session. */
export const inPlanWorld = (agents: string[] = ['ann', 'ben']): InArtel & { session: string } => {
  const here = Object.assign(inArtel(), { session: '' });
  beforeEach(async () => {
    here.alice = await here.artel.register('alice');
    ({ session: here.session } = await team(here.alice, agents));
  });
  return here;
};
