import { beforeEach, describe, expect, test } from 'vitest';
import { type Approval, ended, pendingApproval } from '../../support/approvals.ts';
import { typesOf } from '../../support/events.ts';
import { sendPlan, taskFor, team } from '../../support/plans.ts';
import { Conductor } from './conductor.ts';
import { inPlanWorld } from './in-plan-world.ts';

/* Requirements: PL5. */

const here = inPlanWorld();

beforeEach(() => new Conductor(here.artel).letAllGo());

type Thresholds = { max_tasks?: number; max_cost?: number; min_risk?: string };
const askAbout = async (approval: Thresholds): Promise<void> => {
  const changed = await here.alice.call('PUT', '/my/orchestrator/config', { approval });
  expect(changed.status).toBe(200);
};
const reasonsOf = ({ payload }: Approval): string[] => payload.reasons as string[];

const TWO = [taskFor('a'), taskFor('b', ['a'], 'ben')];

describe('a person is asked before a plan runs', () => {
  const asked = async (tasks = TWO): Promise<Approval> => {
    await sendPlan(here.alice, here.session, tasks);
    return pendingApproval(here.alice, here.session);
  };

  test('a person is asked before a plan with more tasks than their threshold runs', async () => {
    await askAbout({ max_tasks: 1 });
    expect(reasonsOf(await asked())).toEqual(['The plan has 2 tasks; you are asked above 1.']);
  });

  test('a person is asked before a plan whose agents exceed their risk threshold runs', async () => {
    await team(here.alice, ['scribe'], { tools: ['file_write'] });
    await askAbout({ min_risk: 'medium' });
    const approval = await asked([taskFor('a'), taskFor('b', ['a'], 'scribe')]);
    expect(reasonsOf(approval)).toEqual(['Its agents have tools of medium risk; you are asked from medium on.']);
    expect(approval.risk).toBe('medium');
  });

  test('a person is asked before a plan that is estimated above their cost threshold runs', async () => {
    await team(here.alice, ['priced'], { model: 'gpt-4.1' });
    await askAbout({ max_cost: 0.000_1 });
    const approval = await asked([taskFor('a', [], 'priced'), taskFor('b', ['a'], 'priced')]);
    expect(reasonsOf(approval)).toEqual([
      expect.stringMatching(/^It is estimated to cost \$0\.\d+; you are asked above \$0\.00010\.$/),
    ]);
    expect(approval.payload.estimated_cost).toBeGreaterThan(0.000_1);
  });

  test('a person with a cost threshold of zero is asked about a plan of unknown cost', async () => {
    await askAbout({ max_cost: 0 });
    expect(reasonsOf(await asked())).toEqual(['Its cost is not known, and you are asked about any cost.']);
  });

  test('a person is not asked about a plan below all thresholds', async () => {
    await askAbout({ max_tasks: 2, max_cost: 1, min_risk: 'medium' });
    await sendPlan(here.alice, here.session, TWO);
    expect(typesOf(await ended(here.alice, here.session))).not.toContain('approval_required');
  });
});
