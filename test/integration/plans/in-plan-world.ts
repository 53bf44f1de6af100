import { beforeEach, vi } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import { type InArtel, inArtel } from '../../support/in-artel.ts';
import { team } from '../../support/plans.ts';

/**
 * For one test. A plan passes through six functions, each of which starts a thread at its first call and more when it is
 * called at the same time; on a busy machine that takes many seconds.
 */
const PLAN_TIMEOUT = MINUTE;

/** The system for a test file of plans: for each test a new alice with these agents and a session. */
export const inPlanWorld = (agents: string[] = ['ann', 'ben']): InArtel & { session: string } => {
  vi.setConfig({ testTimeout: PLAN_TIMEOUT });
  const here = Object.assign(inArtel(), { session: '' });
  beforeEach(async () => {
    here.alice = await here.artel.register('alice');
    ({ session: here.session } = await team(here.alice, agents));
  });
  return here;
};
