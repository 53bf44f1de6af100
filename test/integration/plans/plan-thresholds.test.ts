import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Approval, ended, pendingApproval } from '../../support/approvals.ts';
import { type Artel, type Person, startArtel } from '../../support/artel.ts';
import { typesOf } from '../../support/events.ts';
import { sendPlan, team } from '../../support/plans.ts';
import { Conductor } from './conductor.ts';
import { PATIENCE } from './patience.ts';

let artel: Artel;
let alice: Person;
let session: string;

vi.setConfig({ testTimeout: PATIENCE });

beforeAll(async () => {
  artel = await startArtel();
});
afterAll(() => artel.stop());
beforeEach(async () => {
  alice = await artel.register('alice');
  ({ session } = await team(alice, ['ann', 'ben']));
  new Conductor(artel).letAllGo();
});

type Thresholds = { max_tasks?: number; max_cost?: number; min_risk?: string };
const askAbout = async (approval: Thresholds): Promise<void> => {
  const changed = await alice.call('PUT', '/my/orchestrator/config', { approval });
  expect(changed.status).toBe(200);
};
const reasonsOf = ({ payload }: Approval): string[] => payload.reasons as string[];

const task = (id: string, depends_on: string[] = [], agent = 'ann') => ({
  id,
  description: `Do ${id}`,
  agent,
  depends_on,
});
const TWO = [task('a'), task('b', ['a'], 'ben')];

describe('a person is asked before a plan runs', () => {
  const asked = async (tasks = TWO): Promise<Approval> => {
    await sendPlan(alice, session, tasks);
    return pendingApproval(alice, session);
  };

  test('if it has more tasks than they said', async () => {
    await askAbout({ max_tasks: 1 });
    expect(reasonsOf(await asked())).toEqual(['The plan has 2 tasks; you are asked above 1.']);
  });

  test('if its agents may do something riskier than they said', async () => {
    await team(alice, ['scribe'], { tools: ['file_write'] });
    await askAbout({ min_risk: 'medium' });
    const approval = await asked([task('a'), task('b', ['a'], 'scribe')]);
    expect(reasonsOf(approval)).toEqual(['Its agents have tools of medium risk; you are asked from medium on.']);
    expect(approval.risk).toBe('medium');
  });

  test('if it is estimated to cost more than they said', async () => {
    await team(alice, ['priced'], { model: 'gpt-4.1' });
    await askAbout({ max_cost: 0.000_1 });
    const approval = await asked([task('a', [], 'priced'), task('b', ['a'], 'priced')]);
    expect(reasonsOf(approval)).toEqual([
      expect.stringMatching(/^It is estimated to cost \$0\.\d+; you are asked above \$0\.00010\.$/),
    ]);
    expect(approval.payload.estimated_cost).toBeGreaterThan(0.000_1);
  });

  test('if they want to hear of any cost, and it is not known', async () => {
    await askAbout({ max_cost: 0 });
    expect(reasonsOf(await asked())).toEqual(['What it costs is not known, and you want to be asked about any cost.']);
  });

  test('and is not below all of that', async () => {
    await askAbout({ max_tasks: 2, max_cost: 1, min_risk: 'medium' });
    await sendPlan(alice, session, TWO);
    expect(typesOf(await ended(alice, session))).not.toContain('approval_required');
  });
});
