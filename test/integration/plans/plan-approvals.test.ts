import { beforeEach, describe, expect, test } from 'vitest';
import { type Approval, decide, ended, pendingApproval } from '../../support/approvals.ts';
import type { Run } from '../../support/artel.ts';
import { typesOf } from '../../support/events.ts';
import { historyOf, send } from '../../support/gates.ts';
import { planOf, sendPlan, taskFor } from '../../support/plans.ts';
import { Conductor } from './conductor.ts';
import { inPlanWorld } from './in-plan-world.ts';
import { expectNothingLeft } from './leftovers.ts';
import { drafted, Planner } from './planner.ts';

/* Requirements: PL5, AP1, AP5. */

const here = inPlanWorld();

beforeEach(async () => {
  // Every plan is asked about.
  await here.alice.call('PUT', '/my/orchestrator/config', { approval: { max_tasks: 0 } });
});

const answered = (planner = new Planner()): Conductor => {
  const conductor = new Conductor(here.artel, planner.answer);
  conductor.letAllGo();
  return conductor;
};
const runOf = async (id: string): Promise<Run> => (await here.alice.call<Run>('GET', `/my/runs/${id}`)).body;

const TWO = [taskFor('a'), taskFor('b', ['a'], 'ben')];

describe('a plan that waits for its person', () => {
  test('a plan that waits for approval does nothing and holds nothing; approved, it runs', async () => {
    const conductor = answered();
    const { body } = await sendPlan(here.alice, here.session, TWO);
    const approval = await pendingApproval(here.alice, here.session);
    expect(approval).toMatchObject({ kind: 'plan', status: 'pending', payload: { round: 1 } });
    expect(approval.payload.tasks).toMatchObject([
      { id: 'a', description: 'Do a', agent: 'ann', depends_on: [] },
      { id: 'b', description: 'Do b', agent: 'ben', depends_on: ['a'] },
    ]);
    expect(await planOf(here.alice, body.run.id)).toMatchObject({
      state: 'waiting',
      round: 0,
      approval_id: approval.id,
      tasks: [{ task_id: null }, { task_id: null }],
    });
    const items = await here.operator.itemsOf(`USER#${here.alice.id}#PRJ#`);
    expect(items.filter(({ sk }) => sk.startsWith('TSK#'))).toEqual([]);
    expect(items.filter(({ sk, live }) => sk === 'LANE' && live !== 0)).toEqual([]);
    expect(conductor.parts).toEqual([]);

    expect(await decide(here.alice, approval.id, { decision: 'approve' })).toMatchObject({
      status: 200,
      body: { status: 'approved' },
    });
    const events = await ended(here.alice, here.session);
    expect(await runOf(body.run.id)).toMatchObject({ state: 'completed' });
    expect(typesOf(events).indexOf('approval_resolved')).toBeLessThan(typesOf(events).indexOf('plan_created'));
    expect((await planOf(here.alice, body.run.id)).approval_id).toBeNull();
    await expectNothingLeft(here.operator, here.alice);
  });

  test('a rejected plan ends as cancelled, and nothing ran', async () => {
    const conductor = answered();
    const { body } = await sendPlan(here.alice, here.session, TWO);
    const { id } = await pendingApproval(here.alice, here.session);
    await decide(here.alice, id, { decision: 'reject' });
    const events = await ended(here.alice, here.session);
    expect(await runOf(body.run.id)).toMatchObject({ state: 'cancelled', error: { error_code: 'plan_rejected' } });
    expect(typesOf(events)).not.toContain('plan_created');
    expect(conductor.parts).toEqual([]);
    await expectNothingLeft(here.operator, here.alice);
  });

  test('a plan rejected with a reason is drawn up again by a planner that reads it; the third time it ends', async () => {
    const planner = new Planner(
      drafted(...TWO),
      drafted(taskFor('c'), taskFor('d')),
      drafted(taskFor('e'), taskFor('f')),
    );
    answered(planner);
    const { body } = await send(here.alice, here.session, 'Do it.');
    const reasons = ['Too slow.', 'Too dear.', 'Too dull.'];
    for (const [place, reason] of reasons.entries()) {
      const { id, payload } = await pendingApproval(here.alice, here.session, place + 1);
      expect((payload.tasks as { id: string }[]).map((one) => one.id).join('')).toBe(['ab', 'cd', 'ef'][place]);
      expect((await decide(here.alice, id, { decision: 'reject', reason })).status).toBe(200);
    }
    await ended(here.alice, here.session);
    expect(await runOf(body.run.id)).toMatchObject({ state: 'cancelled', error: { error_code: 'plan_rejected' } });
    expect(planner.asked).toHaveLength(3);
    const told = planner.asked.map((prompt) => reasons.filter((reason) => prompt.includes(`- "${reason}"`)));
    expect(told).toEqual([[], ['Too slow.'], ['Too slow.', 'Too dear.']]);
  });

  test('an edited plan is checked like any other, and runs as edited', async () => {
    const conductor = answered();
    const { body } = await sendPlan(here.alice, here.session, TWO);
    const { id } = await pendingApproval(here.alice, here.session);
    const edit = (tasks: unknown[]) => decide(here.alice, id, { decision: 'edit', arguments: { tasks } });
    expect(await edit([taskFor('a', ['b']), taskFor('b', ['a'])])).toMatchObject({
      status: 422,
      body: {
        errors: [{ path: 'arguments.tasks.0.depends_on', message: 'These tasks wait for each other: a → b → a.' }],
      },
    });
    expect(await edit([taskFor('a', [], 'zoe')])).toMatchObject({ status: 422 });
    expect((await decide(here.alice, id, { decision: 'edit' })).status).toBe(422);
    expect((await here.alice.call<Approval>('GET', `/my/approvals/${id}`)).body.status).toBe('pending');

    expect((await edit([taskFor('x'), taskFor('y', ['x'], 'ben'), taskFor('z', ['x', 'y'])])).status).toBe(200);
    await ended(here.alice, here.session);
    expect((await planOf(here.alice, body.run.id)).tasks.map((one) => [one.id, one.state])).toEqual([
      ['x', 'completed'],
      ['y', 'completed'],
      ['z', 'completed'],
    ]);
    expect(conductor.parts.map((part) => part.task)).toEqual(['Do x', 'Do y', 'Do z']);
    expect((await historyOf(here.alice, here.session)).at(-1)).toEqual(['assistant', 'Result of Do z.']);
    await expectNothingLeft(here.operator, here.alice);
  });

  test('an edited plan that an approval cannot hold is refused by its field', async () => {
    answered();
    await here.alice.call('PUT', '/my/orchestrator/config', { approval: { max_tasks: 0 }, max_tasks: 200 });
    await sendPlan(here.alice, here.session, TWO);
    const { id } = await pendingApproval(here.alice, here.session);
    const tasks = Array.from({ length: 110 }, (_, at) => ({ ...taskFor(`t${at}`), description: 'x'.repeat(4_000) }));
    expect(await decide(here.alice, id, { decision: 'edit', arguments: { tasks } })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'arguments', message: expect.stringMatching(/^Must be at most/) }] },
    });
    expect((await decide(here.alice, id, { decision: 'reject' })).status).toBe(200);
  });

  test('a plan that is not decided in time ends', async () => {
    const conductor = answered();
    const { body } = await sendPlan(here.alice, here.session, TWO);
    const { id } = await pendingApproval(here.alice, here.session);
    const items = await here.operator.itemsOf(`USER#${here.alice.id}#PRJ#`);
    const stored = items.find((item) => item.kind === 'approval');
    if (!stored) throw new Error('There is no approval.');
    await here.operator.put({ ...stored, open_until: Date.now() - 1, due_at: Date.now() - 1 });
    await here.artel.cloud.sweep();
    const events = await ended(here.alice, here.session);
    expect(await runOf(body.run.id)).toMatchObject({ state: 'failed', error: { error_code: 'plan_expired' } });
    expect(typesOf(events)).not.toContain('plan_created');
    expect(conductor.parts).toEqual([]);
    expect((await decide(here.alice, id, { decision: 'approve' })).status).toBe(409);
    await expectNothingLeft(here.operator, here.alice);
  });

  test('a plan is decided once: the same decision again succeeds, another is refused', async () => {
    const conductor = answered();
    await sendPlan(here.alice, here.session, TWO);
    const { id } = await pendingApproval(here.alice, here.session);
    const both = await Promise.all([
      decide(here.alice, id, { decision: 'approve' }),
      decide(here.alice, id, { decision: 'approve' }),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await decide(here.alice, id, { decision: 'reject' })).status).toBe(409);
    const events = await ended(here.alice, here.session);
    expect(typesOf(events).filter((type) => type === 'approval_resolved')).toHaveLength(1);
    expect(conductor.parts.map((part) => part.task)).toEqual(['Do a', 'Do b']);
  });

  test('a plan’s approval cannot be seen or decided by anyone else', async () => {
    answered();
    const { body } = await sendPlan(here.alice, here.session, TWO);
    const { id } = await pendingApproval(here.alice, here.session);
    const bob = await here.artel.register('bob');
    expect((await bob.call('GET', `/my/approvals/${id}`)).status).toBe(404);
    expect((await bob.call('GET', `/my/plans/${body.run.id}`)).status).toBe(404);
    expect((await decide(bob, id, { decision: 'approve' })).status).toBe(404);
    expect((await decide(bob, id, { decision: 'edit', arguments: { tasks: TWO } })).status).toBe(404);
    expect((await bob.call<{ items: unknown[] }>('GET', '/my/approvals')).body.items).toEqual([]);
    expect((await here.alice.call<Approval>('GET', `/my/approvals/${id}`)).body.status).toBe('pending');
  });
});
