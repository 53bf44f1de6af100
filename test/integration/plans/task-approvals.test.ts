import { describe, expect, test } from 'vitest';
import { decide, ended, pendingApproval } from '../../support/approvals.ts';
import type { Run } from '../../support/artel.ts';
import { planOf, sendPlan, taskFor, team } from '../../support/plans.ts';
import { Conductor } from './conductor.ts';
import { inPlanWorld } from './in-plan-world.ts';
import { expectNothingLeft } from './leftovers.ts';

const here = inPlanWorld();

const runOf = async (id: string): Promise<Run> => (await here.alice.call<Run>('GET', `/my/runs/${id}`)).body;

describe('a task of a plan whose tool call waits for its person', () => {
  test('a task whose tool call waits for approval keeps its slot in the plan but not its agent’s, and the others continue', async () => {
    await team(here.alice, ['scribe'], { tools: ['file_write'], concurrency_limit: 1 });
    const conductor = new Conductor(here.artel);
    conductor.calls.set('Do a', { name: 'file_write', arguments: { path: 'a.txt', content: 'a' } });
    conductor.letAllGo();
    const { body } = await sendPlan(here.alice, here.session, [
      taskFor('a', [], 'scribe'),
      taskFor('b', [], 'scribe'),
      taskFor('c', ['b'], 'ben'),
      taskFor('d', ['a', 'c'], 'ben'),
    ]);
    const approval = await pendingApproval(here.alice, here.session);
    expect(approval).toMatchObject({ kind: 'tool', risk: 'medium' });
    await conductor.answers('Do c');
    const states = (await planOf(here.alice, body.run.id)).tasks.map((one) => [one.id, one.state]);
    expect(states).toContainEqual(['a', 'waiting']);
    expect(states).toContainEqual(['b', 'completed']);
    expect(states).toContainEqual(['d', 'blocked']);

    expect((await decide(here.alice, approval.id, { decision: 'approve' })).status).toBe(200);
    await ended(here.alice, here.session);
    expect(await runOf(body.run.id)).toMatchObject({ state: 'completed' });
    expect(conductor.parts.map((part) => part.task)).toEqual(['Do b', 'Do c', 'Do a', 'Do d']);
    await expectNothingLeft(here.operator, here.alice);
  });
});
