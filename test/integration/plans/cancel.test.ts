import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Approval, decide, ended, eventually, pendingApproval } from '../../support/approvals.ts';
import { type Artel, type Person, startArtel } from '../../support/artel.ts';
import { storedEvents, typesOf } from '../../support/events.ts';
import { holdAnswer, send, stateOf } from '../../support/gates.ts';
import { type Operator, operatorOf } from '../../support/operator.ts';
import { isPlanning, planOf, sendPlan, team } from '../../support/plans.ts';
import { Conductor } from './conductor.ts';
import { expectNothingLeft } from './leftovers.ts';
import { PATIENCE } from './patience.ts';
import { drafted } from './planner.ts';

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
});

const cancel = (run: string) => alice.call<{ state: string }>('POST', `/my/runs/${run}/cancel`);
const task = (id: string, depends_on: string[] = [], agent = 'ann') => ({
  id,
  description: `Do ${id}`,
  agent,
  depends_on,
});

/** No execution of this run goes on: whatever waited for it was stopped. */
const expectStopped = async (run: string): Promise<void> => {
  const executions = artel.cloud.stepFunctions.executions().filter(({ name }) => name.startsWith(run));
  expect(executions.length).toBeGreaterThan(0);
  await Promise.all(executions.map((execution) => execution.ended));
};

describe('a plan that is cancelled', () => {
  test('while it is drawn up never comes to be', async () => {
    const { promise: gate, resolve: answer } = Promise.withResolvers<void>();
    const late = drafted(task('a'), task('b', ['a'], 'ben'));
    artel.model.always((request) => (isPlanning(request) ? { ...late, gate } : { status: 400 }));
    const before = artel.model.requests.filter(isPlanning).length;
    const { body } = await send(alice, session, 'Do it all.');
    await artel.model.waitFor(before + 1, isPlanning);
    expect(await cancel(body.run.id)).toMatchObject({ status: 202 });
    const events = await ended(alice, session);
    expect(typesOf(events)).toEqual(['message_created', 'run_started', 'run_completed']);
    expect(events.at(-1)?.payload).toMatchObject({ state: 'cancelled' });
    answer();
    await expectStopped(body.run.id);
    expect(await planOf(alice, body.run.id)).toMatchObject({ state: 'cancelled', tasks: [] });
    expect(await storedEvents(alice, session)).toHaveLength(events.length);
    await expectNothingLeft(operator, alice);
  });

  test('while its person is asked about it asks no more', async () => {
    new Conductor(artel).letAllGo();
    await alice.call('PUT', '/my/orchestrator/config', { approval: { max_tasks: 0 } });
    const { body } = await sendPlan(alice, session, [task('a'), task('b', ['a'], 'ben')]);
    const { id } = await pendingApproval(alice, session);
    expect((await cancel(body.run.id)).status).toBe(202);
    const events = await ended(alice, session);
    expect(typesOf(events).slice(-3)).toEqual(['approval_required', 'approval_resolved', 'run_completed']);
    expect((await alice.call<Approval>('GET', `/my/approvals/${id}`)).body.status).toBe('closed');
    expect((await decide(alice, id, { decision: 'approve' })).status).toBe(409);
    await expectStopped(body.run.id);
    expect(await stateOf(alice, body.run.id)).toBe('cancelled');
    await expectNothingLeft(operator, alice);
  });

  test('stops its tasks, wherever they stand, and gives what they held to those who wait', async () => {
    await team(alice, ['busy'], { concurrency_limit: 1 });
    await team(alice, ['scribe'], { tools: ['file_write'] });
    await alice.call('PUT', '/my/orchestrator/config', { max_parallel: 3 });
    // Somebody else's work takes the only slot of "busy".
    const conductor = new Conductor(artel);
    const other = holdAnswer(artel, 'Be busy.');
    const aside = await team(alice, []);
    await send(alice, aside.session, 'Be busy.', { target_agent: 'busy' });
    await other.arrived;
    conductor.calls.set('Do waits', { name: 'file_write', arguments: { path: 'a.txt', content: 'a' } });
    const { body } = await sendPlan(alice, session, [
      task('waits', [], 'scribe'),
      task('runs', [], 'ann'),
      task('queues', [], 'busy'),
      task('ready', [], 'ann'),
      task('blocked', ['runs', 'waits'], 'ben'),
    ]);
    const approval = await pendingApproval(alice, session);
    await conductor.answers('Do runs');
    const next = await team(alice, []);
    const second = await sendPlan(alice, next.session, [task('second', [], 'ben'), task('third', [], 'ann')]);
    await eventually(alice, next.session, (events) => typesOf(events).includes('plan_created'));
    const states = async () => {
      const items = await operator.itemsOf(`USER#${alice.id}#PRJ#`);
      const own = items.filter(({ sk, run_id }) => sk.startsWith('TSK#') && run_id === body.run.id);
      return Object.fromEntries(own.map(({ plan_id, state }) => [plan_id, state]));
    };
    expect(await states()).toEqual({
      waits: 'waiting',
      runs: 'running',
      queues: 'queued',
      ready: 'ready',
      blocked: 'blocked',
    });

    expect(await cancel(body.run.id)).toMatchObject({ status: 202 });
    const events = await ended(alice, session);
    expect(new Set(Object.values(await states()))).toEqual(new Set(['cancelled']));
    const cancelled = events.filter(({ event_type }) => event_type === 'task_cancelled');
    expect(cancelled.map(({ payload }) => payload.plan_task).sort()).toEqual([
      'blocked',
      'queues',
      'ready',
      'runs',
      'waits',
    ]);
    expect(events.map(({ event_id }) => event_id)).toEqual(events.map((_, place) => place + 1));
    expect(events.at(-1)).toMatchObject({ event_type: 'run_completed', payload: { state: 'cancelled' } });
    expect((await alice.call<Approval>('GET', `/my/approvals/${approval.id}`)).body.status).toBe('closed');
    await expectStopped(body.run.id);

    // What waited for a place starts now, while the other run still holds its slot.
    await Promise.all([conductor.answers('Do second'), conductor.answers('Do third')]);
    conductor.letAllGo();
    await ended(alice, next.session);
    expect(await stateOf(alice, second.body.run.id)).toBe('completed');
    other.letGo();
    await ended(alice, aside.session);
    // The answer to a task that was cancelled came too late.
    expect(await storedEvents(alice, session)).toHaveLength(events.length);
    expect(await planOf(alice, body.run.id)).toMatchObject({ state: 'cancelled' });
    await expectNothingLeft(operator, alice);
  });

  test('hands its agents’ slots to direct messages that wait for them', async () => {
    await team(alice, ['busy'], { concurrency_limit: 1 });
    const conductor = new Conductor(artel, () => ({ text: 'At last.' }));
    const { body } = await sendPlan(alice, session, [task('a', [], 'busy'), task('b', [], 'busy')]);
    await conductor.answers('Do a');
    const aside = await team(alice, []);
    const direct = await send(alice, aside.session, 'My turn?', { target_agent: 'busy' });
    expect(direct.status).toBe(202);
    await cancel(body.run.id);
    await ended(alice, aside.session);
    expect(await stateOf(alice, direct.body.run.id)).toBe('completed');
    await ended(alice, session);
    await expectNothingLeft(operator, alice);
  });

  test('twice is cancelled once; one that has ended cannot be', async () => {
    const conductor = new Conductor(artel);
    const first = await sendPlan(alice, session, [task('a')]);
    await conductor.works(1);
    const both = await Promise.all([cancel(first.body.run.id), cancel(first.body.run.id)]);
    expect(
      both
        .map(({ status }) => status)
        .toSorted()
        .at(-1),
    ).toBe(202);
    expect(both.map(({ status }) => [200, 202].includes(status))).toEqual([true, true]);
    conductor.letAllGo();
    const events = await ended(alice, session);
    expect(typesOf(events).filter((type) => type === 'task_cancelled')).toHaveLength(1);
    const second = await sendPlan(alice, session, [task('b')]);
    await ended(alice, session, 2);
    expect((await cancel(second.body.run.id)).status).toBe(409);
    expect(await stateOf(alice, second.body.run.id)).toBe('completed');
  });

  test('is so while its tasks end at the same moment: it is cancelled or done, and nothing is left behind', async () => {
    for (let time = 0; time < 4; time += 1) {
      const conductor = new Conductor(artel);
      const own = await team(alice, []);
      const { body } = await sendPlan(alice, own.session, [task('a'), task('b', [], 'ben'), task('c', ['a', 'b'])]);
      await conductor.works(2);
      const cancelling = cancel(body.run.id);
      conductor.letAllGo();
      await cancelling;
      const events = await ended(alice, own.session);
      expect(events.map(({ event_id }) => event_id)).toEqual(events.map((_, place) => place + 1));
      expect(typesOf(events).at(-1)).toBe('run_completed');
      const lives = events.filter(({ event_type }) => /^task_(completed|cancelled|failed|skipped)$/.test(event_type));
      expect(lives.map(({ payload }) => payload.plan_task).sort()).toEqual(['a', 'b', 'c']);
      await expectStopped(body.run.id);
      await expectNothingLeft(operator, alice);
    }
  });
});
