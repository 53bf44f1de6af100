import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Approval, decide, ended, pendingApproval } from '../../support/approvals.ts';
import { type Artel, type Person, type Run, startArtel } from '../../support/artel.ts';
import { typesOf } from '../../support/events.ts';
import { historyOf, send } from '../../support/gates.ts';
import { type Operator, operatorOf } from '../../support/operator.ts';
import { planOf, sendPlan, team } from '../../support/plans.ts';
import { Conductor } from './conductor.ts';
import { expectNothingLeft } from './leftovers.ts';
import { PATIENCE } from './patience.ts';
import { drafted, Planner } from './planner.ts';

let artel: Artel;
let operator: Operator;
let alice: Person;
let session: string;

vi.setConfig({ testTimeout: PATIENCE });

beforeAll(async () => {
  artel = await startArtel();
  operator = operatorOf(artel.cloud);
});
afterAll(async () => {
  operator.stop();
  await artel.stop();
});
beforeEach(async () => {
  alice = await artel.register('alice');
  ({ session } = await team(alice, ['ann', 'ben']));
  // Every plan is asked about.
  await alice.call('PUT', '/my/orchestrator/config', { approval: { max_tasks: 0 } });
});

const answered = (planner = new Planner()): Conductor => {
  const conductor = new Conductor(artel, planner.answer);
  conductor.letAllGo();
  return conductor;
};
const runOf = async (id: string): Promise<Run> => (await alice.call<Run>('GET', `/my/runs/${id}`)).body;

const task = (id: string, depends_on: string[] = [], agent = 'ann') => ({
  id,
  description: `Do ${id}`,
  agent,
  depends_on,
});
const TWO = [task('a'), task('b', ['a'], 'ben')];

describe('a plan that waits for its person', () => {
  test('does nothing and holds nothing; approved, it runs', async () => {
    const conductor = answered();
    const { body } = await sendPlan(alice, session, TWO);
    const approval = await pendingApproval(alice, session);
    expect(approval).toMatchObject({ kind: 'plan', status: 'pending', payload: { round: 1 } });
    expect(approval.payload.tasks).toMatchObject([
      { id: 'a', description: 'Do a', agent: 'ann', depends_on: [] },
      { id: 'b', description: 'Do b', agent: 'ben', depends_on: ['a'] },
    ]);
    expect(await planOf(alice, body.run.id)).toMatchObject({
      state: 'waiting',
      round: 0,
      approval_id: approval.id,
      tasks: [{ task_id: null }, { task_id: null }],
    });
    const items = await operator.itemsOf(`USER#${alice.id}#PRJ#`);
    expect(items.filter(({ sk }) => sk.startsWith('TSK#'))).toEqual([]);
    expect(items.filter(({ sk, live }) => sk === 'LANE' && live !== 0)).toEqual([]);
    expect(conductor.parts).toEqual([]);

    expect(await decide(alice, approval.id, { decision: 'approve' })).toMatchObject({
      status: 200,
      body: { status: 'approved' },
    });
    const events = await ended(alice, session);
    expect(await runOf(body.run.id)).toMatchObject({ state: 'completed' });
    expect(typesOf(events).indexOf('approval_resolved')).toBeLessThan(typesOf(events).indexOf('plan_created'));
    expect((await planOf(alice, body.run.id)).approval_id).toBeNull();
    await expectNothingLeft(operator, alice);
  });

  test('and is rejected ends as cancelled: nothing ran', async () => {
    const conductor = answered();
    const { body } = await sendPlan(alice, session, TWO);
    const { id } = await pendingApproval(alice, session);
    await decide(alice, id, { decision: 'reject' });
    const events = await ended(alice, session);
    expect(await runOf(body.run.id)).toMatchObject({ state: 'cancelled', error: { error_code: 'plan_rejected' } });
    expect(typesOf(events)).not.toContain('plan_created');
    expect(conductor.parts).toEqual([]);
    await expectNothingLeft(operator, alice);
  });

  test('and is rejected with a reason is drawn up anew by a planner that reads it; the third time it ends', async () => {
    const planner = new Planner(drafted(...TWO), drafted(task('c'), task('d')), drafted(task('e'), task('f')));
    answered(planner);
    const { body } = await send(alice, session, 'Do it.');
    const reasons = ['Too slow.', 'Too dear.', 'Too dull.'];
    for (const [place, reason] of reasons.entries()) {
      const { id, payload } = await pendingApproval(alice, session, place + 1);
      expect((payload.tasks as { id: string }[]).map((one) => one.id).join('')).toBe(['ab', 'cd', 'ef'][place]);
      expect((await decide(alice, id, { decision: 'reject', reason })).status).toBe(200);
    }
    await ended(alice, session);
    expect(await runOf(body.run.id)).toMatchObject({ state: 'cancelled', error: { error_code: 'plan_rejected' } });
    expect(planner.asked).toHaveLength(3);
    const told = planner.asked.map((prompt) => reasons.filter((reason) => prompt.includes(`- "${reason}"`)));
    expect(told).toEqual([[], ['Too slow.'], ['Too slow.', 'Too dear.']]);
  });

  test('and is edited is checked like any other, and runs as it was edited', async () => {
    const conductor = answered();
    const { body } = await sendPlan(alice, session, TWO);
    const { id } = await pendingApproval(alice, session);
    const edit = (tasks: unknown[]) => decide(alice, id, { decision: 'edit', arguments: { tasks } });
    expect(await edit([task('a', ['b']), task('b', ['a'])])).toMatchObject({
      status: 422,
      body: {
        errors: [{ path: 'arguments.tasks.0.depends_on', message: 'These tasks wait for each other: a → b → a.' }],
      },
    });
    expect(await edit([task('a', [], 'zoe')])).toMatchObject({ status: 422 });
    expect((await decide(alice, id, { decision: 'edit' })).status).toBe(422);
    expect((await alice.call<Approval>('GET', `/my/approvals/${id}`)).body.status).toBe('pending');

    expect((await edit([task('x'), task('y', ['x'], 'ben'), task('z', ['x', 'y'])])).status).toBe(200);
    await ended(alice, session);
    expect((await planOf(alice, body.run.id)).tasks.map((one) => [one.id, one.state])).toEqual([
      ['x', 'completed'],
      ['y', 'completed'],
      ['z', 'completed'],
    ]);
    expect(conductor.parts.map((part) => part.task)).toEqual(['Do x', 'Do y', 'Do z']);
    expect((await historyOf(alice, session)).at(-1)).toEqual(['assistant', 'Result of Do z.']);
    await expectNothingLeft(operator, alice);
  });

  test('for nothing, ends: nobody decided in time', async () => {
    const conductor = answered();
    const { body } = await sendPlan(alice, session, TWO);
    const { id } = await pendingApproval(alice, session);
    const items = await operator.itemsOf(`USER#${alice.id}#PRJ#`);
    const stored = items.find((item) => item.kind === 'approval');
    if (!stored) throw new Error('There is no approval.');
    await operator.put({ ...stored, open_until: Date.now() - 1, due_at: Date.now() - 1 });
    await artel.cloud.sweep();
    const events = await ended(alice, session);
    expect(await runOf(body.run.id)).toMatchObject({ state: 'failed', error: { error_code: 'plan_expired' } });
    expect(typesOf(events)).not.toContain('plan_created');
    expect(conductor.parts).toEqual([]);
    expect((await decide(alice, id, { decision: 'approve' })).status).toBe(409);
    await expectNothingLeft(operator, alice);
  });

  test('is decided once: the same decision again is the same, another is refused', async () => {
    const conductor = answered();
    await sendPlan(alice, session, TWO);
    const { id } = await pendingApproval(alice, session);
    const both = await Promise.all([
      decide(alice, id, { decision: 'approve' }),
      decide(alice, id, { decision: 'approve' }),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await decide(alice, id, { decision: 'reject' })).status).toBe(409);
    const events = await ended(alice, session);
    expect(typesOf(events).filter((type) => type === 'approval_resolved')).toHaveLength(1);
    expect(conductor.parts.map((part) => part.task)).toEqual(['Do a', 'Do b']);
  });

  test('is nobody else’s to see or to decide', async () => {
    answered();
    const { body } = await sendPlan(alice, session, TWO);
    const { id } = await pendingApproval(alice, session);
    const bob = await artel.register('bob');
    expect((await bob.call('GET', `/my/approvals/${id}`)).status).toBe(404);
    expect((await bob.call('GET', `/my/plans/${body.run.id}`)).status).toBe(404);
    expect((await decide(bob, id, { decision: 'approve' })).status).toBe(404);
    expect((await decide(bob, id, { decision: 'edit', arguments: { tasks: TWO } })).status).toBe(404);
    expect((await bob.call<{ items: unknown[] }>('GET', '/my/approvals')).body.items).toEqual([]);
    expect((await alice.call<Approval>('GET', `/my/approvals/${id}`)).body.status).toBe('pending');
  });
});
