import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../../shared/core/clock.ts';
import { type Approval, ended, pendingApproval } from '../../support/approvals.ts';
import { historyOf, stateOf } from '../../support/gates.ts';
import { planOf, sendPlan, taskFor, team } from '../../support/plans.ts';
import { Conductor } from './conductor.ts';
import { inPlanWorld } from './in-plan-world.ts';
import { expectNothingLeft } from './leftovers.ts';

/* Requirements: AG4. */

const here = inPlanWorld();

const statesOf = async (run: string) =>
  Object.fromEntries((await planOf(here.alice, run)).tasks.map(({ id, state }) => [id, state]));

describe('a session that is deleted', () => {
  test('deleting a session removes its plan: none of its work continues, and whoever waited for its slots does', async () => {
    await here.alice.call('PUT', '/my/orchestrator/config', { max_parallel: 2 });
    const conductor = new Conductor(here.artel);
    const { body } = await sendPlan(here.alice, here.session, [
      taskFor('a'),
      taskFor('b', [], 'ben'),
      taskFor('c'),
      taskFor('d', ['a', 'b']),
    ]);
    await conductor.works(2);
    const next = await team(here.alice, []);
    const second = await sendPlan(here.alice, next.session, [taskFor('later'), taskFor('last', ['later'], 'ben')]);

    expect((await here.alice.call('DELETE', `/my/chat/sessions/${here.session}`)).status).toBe(204);
    expect((await here.alice.call('GET', `/my/plans/${body.run.id}`)).status).toBe(404);
    expect((await here.alice.call('GET', `/my/runs/${body.run.id}`)).status).toBe(404);
    conductor.letAllGo();
    await ended(here.alice, next.session);
    expect(await stateOf(here.alice, second.body.run.id)).toBe('completed');
    expect(conductor.parts.map((part) => part.task)).not.toContain('Do d');
    await expectNothingLeft(here.operator, here.alice);
    // Looked at once more, when nobody can be at work for it any longer.
    await here.operator.timePasses('removed_session');
    await here.artel.cloud.sweep();
    const left = (await here.operator.itemsOf(`USER#${here.alice.id}`)).filter((item) =>
      JSON.stringify(item).includes(here.session),
    );
    // What its model calls cost stays on the person's account: ids and counts, no words.
    expect(left.map(({ pk, sk }) => [pk, sk]).filter(([, sk]) => !sk?.startsWith('CHARGE#'))).toEqual([]);
    // One that was not stopped before its run was gone looks for it within the hour.
    await here.artel.cloud.stepFunctions.timePasses(HOUR + MINUTE);
    const executions = here.artel.cloud.stepFunctions.executions().filter(({ name }) => name.startsWith(body.run.id));
    await Promise.all(executions.map((execution) => execution.ended));
  });

  test('deleting a session whose plan waits for approval closes the question', async () => {
    new Conductor(here.artel).letAllGo();
    await here.alice.call('PUT', '/my/orchestrator/config', { approval: { max_tasks: 0 } });
    await sendPlan(here.alice, here.session, [taskFor('a'), taskFor('b', ['a'])]);
    const { id } = await pendingApproval(here.alice, here.session);
    expect((await here.alice.call('DELETE', `/my/chat/sessions/${here.session}`)).status).toBe(204);
    expect((await here.alice.call('GET', `/my/approvals/${id}`)).status).toBe(404);
    expect((await here.alice.call<{ items: Approval[] }>('GET', '/my/approvals')).body.items).toEqual([]);
    await expectNothingLeft(here.operator, here.alice);
  });
});

describe('an agent that is deleted while it works on a plan', () => {
  test('deleting an agent ends the task it works on if that takes too long, and the plan ends with what there is', async () => {
    const conductor = new Conductor(here.artel);
    const { body } = await sendPlan(here.alice, here.session, [
      taskFor('mine'),
      taskFor('theirs', [], 'ben'),
      taskFor('after', ['mine'], 'ben'),
      taskFor('both', ['mine', 'theirs']),
    ]);
    await conductor.works(2);
    expect((await here.alice.call('DELETE', '/my/agents/ben')).status).toBe(204);
    conductor.letGo('Do mine');
    await here.artel.cloud.sweep();
    expect(await statesOf(body.run.id)).toMatchObject({ theirs: 'running' });
    await here.operator.timePasses('lane');
    await here.artel.cloud.sweep();
    await ended(here.alice, here.session);
    expect(await statesOf(body.run.id)).toEqual({
      mine: 'completed',
      theirs: 'failed',
      after: 'failed',
      both: 'skipped',
    });
    expect(await stateOf(here.alice, body.run.id)).toBe('partial');
    const [, answer = ''] = (await historyOf(here.alice, here.session)).at(-1) ?? [];
    expect(answer).toMatch(/^Result of Do mine\./);
    expect(answer).toContain('- Do theirs: failed (ben: The agent was deleted before it could answer.)');
    expect(answer).toContain('- Do after: failed (ben: The agent no longer takes work.)');
    await here.artel.cloud.sweep();
    await expectNothingLeft(here.operator, here.alice);
    const lanes = (await here.operator.itemsOf(`USER#${here.alice.id}`)).filter(({ kind }) => kind === 'lane');
    expect(lanes.filter(({ status }) => status === 'deleting')).toEqual([]);
  });

  test('deleting an agent before its turn fails only its own tasks, when their turn comes', async () => {
    const conductor = new Conductor(here.artel);
    const { body } = await sendPlan(here.alice, here.session, [
      taskFor('first'),
      taskFor('second', ['first'], 'ben'),
      taskFor('third', ['second']),
      taskFor('aside', ['first']),
    ]);
    await conductor.works(1);
    expect((await here.alice.call('DELETE', '/my/agents/ben')).status).toBe(204);
    expect((await here.alice.call('GET', '/my/agents/ben')).status).toBe(404);
    conductor.letAllGo();
    await ended(here.alice, here.session);
    expect(await statesOf(body.run.id)).toEqual({
      first: 'completed',
      second: 'failed',
      third: 'skipped',
      aside: 'completed',
    });
    expect(conductor.parts.map((part) => part.task)).toEqual(['Do first', 'Do aside']);
    await expectNothingLeft(here.operator, here.alice);
  });

  test('deleting an agent while its plan waits for approval fails its tasks, and the rest is done', async () => {
    const conductor = new Conductor(here.artel);
    conductor.letAllGo();
    await here.alice.call('PUT', '/my/orchestrator/config', { approval: { max_tasks: 0 } });
    const { body } = await sendPlan(here.alice, here.session, [
      taskFor('a'),
      taskFor('b', ['a'], 'ben'),
      taskFor('c', ['a']),
    ]);
    const { id } = await pendingApproval(here.alice, here.session);
    await here.alice.call('DELETE', '/my/agents/ben');
    const decided = await here.alice.call('POST', `/my/approvals/${id}/confirm`, { decision: 'approve' });
    expect(decided.status).toBe(200);
    await ended(here.alice, here.session);
    expect(await statesOf(body.run.id)).toEqual({ a: 'completed', b: 'failed', c: 'completed' });
    expect(await stateOf(here.alice, body.run.id)).toBe('partial');
    await expectNothingLeft(here.operator, here.alice);
  });
});
