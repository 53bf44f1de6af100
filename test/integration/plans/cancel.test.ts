import { describe, expect, test } from 'vitest';
import { type Approval, decide, ended, eventually, pendingApproval } from '../../support/approvals.ts';
import { storedEvents, typesOf } from '../../support/events.ts';
import { holdAnswer, send, stateOf } from '../../support/gates.ts';
import { isPlanning, planOf, sendPlan, taskFor, team } from '../../support/plans.ts';
import { Conductor } from './conductor.ts';
import { inPlanWorld } from './in-plan-world.ts';
import { expectNothingLeft } from './leftovers.ts';
import { drafted } from './planner.ts';

/* Requirements: CH5. */

const here = inPlanWorld();

const cancel = (run: string) => here.alice.call<{ state: string }>('POST', `/my/runs/${run}/cancel`);

/** No execution of this run goes on: whatever waited for it was stopped. */
const expectStopped = async (run: string): Promise<void> => {
  const executions = here.artel.cloud.stepFunctions.executions().filter(({ name }) => name.startsWith(run));
  expect(executions.length).toBeGreaterThan(0);
  await Promise.all(executions.map((execution) => execution.ended));
};

describe('a plan that is cancelled', () => {
  test('a plan cancelled while it is being drawn up never starts', async () => {
    const { promise: gate, resolve: answer } = Promise.withResolvers<void>();
    const late = drafted(taskFor('a'), taskFor('b', ['a'], 'ben'));
    here.artel.model.always((request) => (isPlanning(request) ? { ...late, gate } : { status: 400 }));
    const before = here.artel.model.requests.filter(isPlanning).length;
    const { body } = await send(here.alice, here.session, 'Do it all.');
    await here.artel.model.waitFor(before + 1, isPlanning);
    expect(await cancel(body.run.id)).toMatchObject({ status: 202 });
    const events = await ended(here.alice, here.session);
    expect(typesOf(events)).toEqual(['message_created', 'run_started', 'run_completed']);
    expect(events.at(-1)?.payload).toMatchObject({ state: 'cancelled' });
    answer();
    await expectStopped(body.run.id);
    expect(await planOf(here.alice, body.run.id)).toMatchObject({ state: 'cancelled', tasks: [] });
    expect(await storedEvents(here.alice, here.session)).toHaveLength(events.length);
    await expectNothingLeft(here.operator, here.alice);
  });

  test('a plan cancelled while it waits for approval closes the question', async () => {
    new Conductor(here.artel).letAllGo();
    await here.alice.call('PUT', '/my/orchestrator/config', { approval: { max_tasks: 0 } });
    const { body } = await sendPlan(here.alice, here.session, [taskFor('a'), taskFor('b', ['a'], 'ben')]);
    const { id } = await pendingApproval(here.alice, here.session);
    expect((await cancel(body.run.id)).status).toBe(202);
    const events = await ended(here.alice, here.session);
    expect(typesOf(events).slice(-3)).toEqual(['approval_required', 'approval_resolved', 'run_completed']);
    expect((await here.alice.call<Approval>('GET', `/my/approvals/${id}`)).body.status).toBe('closed');
    expect((await decide(here.alice, id, { decision: 'approve' })).status).toBe(409);
    await expectStopped(body.run.id);
    expect(await stateOf(here.alice, body.run.id)).toBe('cancelled');
    await expectNothingLeft(here.operator, here.alice);
  });

  test('a cancelled plan stops its tasks in any state, and frees what they held for waiting work', async () => {
    await team(here.alice, ['busy'], { concurrency_limit: 1 });
    await team(here.alice, ['scribe'], { tools: ['file_write'] });
    await here.alice.call('PUT', '/my/orchestrator/config', { max_parallel: 3 });
    // Somebody else's work takes the only slot of "busy".
    const conductor = new Conductor(here.artel);
    const other = holdAnswer(here.artel, 'Be busy.');
    const aside = await team(here.alice, []);
    await send(here.alice, aside.session, 'Be busy.', { target_agent: 'busy' });
    await other.arrived;
    conductor.calls.set('Do waits', { name: 'file_write', arguments: { path: 'a.txt', content: 'a' } });
    const { body } = await sendPlan(here.alice, here.session, [
      taskFor('waits', [], 'scribe'),
      taskFor('runs', [], 'ann'),
      taskFor('queues', [], 'busy'),
      taskFor('ready', [], 'ann'),
      taskFor('blocked', ['runs', 'waits'], 'ben'),
    ]);
    const approval = await pendingApproval(here.alice, here.session);
    await conductor.answers('Do runs');
    const next = await team(here.alice, []);
    const second = await sendPlan(here.alice, next.session, [
      taskFor('second', [], 'ben'),
      taskFor('third', [], 'ann'),
    ]);
    await eventually(here.alice, next.session, (events) => typesOf(events).includes('plan_created'));
    const states = async () => {
      const items = await here.operator.itemsOf(`USER#${here.alice.id}#PRJ#`);
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
    const events = await ended(here.alice, here.session);
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
    expect((await here.alice.call<Approval>('GET', `/my/approvals/${approval.id}`)).body.status).toBe('closed');
    await expectStopped(body.run.id);

    // What waited for a place starts now, while the other run still holds its slot.
    await Promise.all([conductor.answers('Do second'), conductor.answers('Do third')]);
    conductor.letAllGo();
    await ended(here.alice, next.session);
    expect(await stateOf(here.alice, second.body.run.id)).toBe('completed');
    other.letGo();
    await ended(here.alice, aside.session);
    // The answer to a task that was cancelled came too late.
    expect(await storedEvents(here.alice, here.session)).toHaveLength(events.length);
    expect(await planOf(here.alice, body.run.id)).toMatchObject({ state: 'cancelled' });
    await expectNothingLeft(here.operator, here.alice);
  });

  test('a cancelled plan hands its agents’ slots to waiting direct messages', async () => {
    await team(here.alice, ['busy'], { concurrency_limit: 1 });
    const conductor = new Conductor(here.artel, () => ({ text: 'At last.' }));
    const { body } = await sendPlan(here.alice, here.session, [taskFor('a', [], 'busy'), taskFor('b', [], 'busy')]);
    await conductor.answers('Do a');
    const aside = await team(here.alice, []);
    const direct = await send(here.alice, aside.session, 'My turn?', { target_agent: 'busy' });
    expect(direct.status).toBe(202);
    await cancel(body.run.id);
    await ended(here.alice, aside.session);
    expect(await stateOf(here.alice, direct.body.run.id)).toBe('completed');
    await ended(here.alice, here.session);
    await expectNothingLeft(here.operator, here.alice);
  });

  test('a plan cancelled twice is cancelled once, and one that has ended cannot be cancelled', async () => {
    const conductor = new Conductor(here.artel);
    const first = await sendPlan(here.alice, here.session, [taskFor('a')]);
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
    const events = await ended(here.alice, here.session);
    expect(typesOf(events).filter((type) => type === 'task_cancelled')).toHaveLength(1);
    const second = await sendPlan(here.alice, here.session, [taskFor('b')]);
    await ended(here.alice, here.session, 2);
    expect((await cancel(second.body.run.id)).status).toBe(409);
    expect(await stateOf(here.alice, second.body.run.id)).toBe('completed');
  });

  test('a plan cancelled while its tasks end is either cancelled or done, and leaves nothing behind', async () => {
    for (let time = 0; time < 4; time += 1) {
      const conductor = new Conductor(here.artel);
      const own = await team(here.alice, []);
      const { body } = await sendPlan(here.alice, own.session, [
        taskFor('a'),
        taskFor('b', [], 'ben'),
        taskFor('c', ['a', 'b']),
      ]);
      await conductor.works(2);
      const cancelling = cancel(body.run.id);
      conductor.letAllGo();
      await cancelling;
      const events = await ended(here.alice, own.session);
      expect(events.map(({ event_id }) => event_id)).toEqual(events.map((_, place) => place + 1));
      expect(typesOf(events).at(-1)).toBe('run_completed');
      const lives = events.filter(({ event_type }) => /^task_(completed|cancelled|failed|skipped)$/.test(event_type));
      expect(lives.map(({ payload }) => payload.plan_task).sort()).toEqual(['a', 'b', 'c']);
      await expectStopped(body.run.id);
      await expectNothingLeft(here.operator, here.alice);
    }
  });
});
