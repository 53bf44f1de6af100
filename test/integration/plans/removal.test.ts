import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { HOUR, MINUTE } from '../../../shared/core/clock.ts';
import { type Approval, ended, pendingApproval } from '../../support/approvals.ts';
import { type Artel, type Person, startArtel } from '../../support/artel.ts';
import { historyOf, stateOf } from '../../support/gates.ts';
import { type Operator, operatorOf } from '../../support/operator.ts';
import { planOf, sendPlan, team } from '../../support/plans.ts';
import { Conductor } from './conductor.ts';
import { expectNothingLeft } from './leftovers.ts';
import { PATIENCE } from './patience.ts';

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

const task = (id: string, depends_on: string[] = [], agent = 'ann') => ({
  id,
  description: `Do ${id}`,
  agent,
  depends_on,
});
const statesOf = async (run: string) =>
  Object.fromEntries((await planOf(alice, run)).tasks.map(({ id, state }) => [id, state]));

describe('a session that is deleted', () => {
  test('takes its plan with it: nothing of it goes on, and who waited for its places goes on', async () => {
    await alice.call('PUT', '/my/orchestrator/config', { max_parallel: 2 });
    const conductor = new Conductor(artel);
    const { body } = await sendPlan(alice, session, [
      task('a'),
      task('b', [], 'ben'),
      task('c'),
      task('d', ['a', 'b']),
    ]);
    await conductor.works(2);
    const next = await team(alice, []);
    const second = await sendPlan(alice, next.session, [task('later'), task('last', ['later'], 'ben')]);

    expect((await alice.call('DELETE', `/my/chat/sessions/${session}`)).status).toBe(204);
    expect((await alice.call('GET', `/my/plans/${body.run.id}`)).status).toBe(404);
    expect((await alice.call('GET', `/my/runs/${body.run.id}`)).status).toBe(404);
    conductor.letAllGo();
    await ended(alice, next.session);
    expect(await stateOf(alice, second.body.run.id)).toBe('completed');
    expect(conductor.parts.map((part) => part.task)).not.toContain('Do d');
    await expectNothingLeft(operator, alice);
    const left = (await operator.itemsOf(`USER#${alice.id}`)).filter((item) => JSON.stringify(item).includes(session));
    // What its model calls cost stays on the person's account: ids and counts, no words.
    expect(left.map(({ pk, sk }) => [pk, sk]).filter(([, sk]) => !sk?.startsWith('CHARGE#'))).toEqual([]);
    // One that was not stopped before its run was gone looks for it within the hour.
    await artel.cloud.stepFunctions.timePasses(HOUR + MINUTE);
    const executions = artel.cloud.stepFunctions.executions().filter(({ name }) => name.startsWith(body.run.id));
    await Promise.all(executions.map((execution) => execution.ended));
  });

  test('while its person is asked about its plan asks no more', async () => {
    new Conductor(artel).letAllGo();
    await alice.call('PUT', '/my/orchestrator/config', { approval: { max_tasks: 0 } });
    await sendPlan(alice, session, [task('a'), task('b', ['a'])]);
    const { id } = await pendingApproval(alice, session);
    expect((await alice.call('DELETE', `/my/chat/sessions/${session}`)).status).toBe(204);
    expect((await alice.call('GET', `/my/approvals/${id}`)).status).toBe(404);
    expect((await alice.call<{ items: Approval[] }>('GET', '/my/approvals')).body.items).toEqual([]);
    await expectNothingLeft(operator, alice);
  });
});

describe('an agent that is deleted while it works on a plan', () => {
  test('ends the task it works on if that has to wait too long, and the plan ends with what there is', async () => {
    const conductor = new Conductor(artel);
    const { body } = await sendPlan(alice, session, [
      task('mine'),
      task('theirs', [], 'ben'),
      task('after', ['mine'], 'ben'),
      task('both', ['mine', 'theirs']),
    ]);
    await conductor.works(2);
    expect((await alice.call('DELETE', '/my/agents/ben')).status).toBe(204);
    conductor.letGo('Do mine');
    await artel.cloud.sweep();
    expect(await statesOf(body.run.id)).toMatchObject({ theirs: 'running' });
    await operator.timePasses('lane');
    await artel.cloud.sweep();
    await ended(alice, session);
    expect(await statesOf(body.run.id)).toEqual({
      mine: 'completed',
      theirs: 'failed',
      after: 'failed',
      both: 'skipped',
    });
    expect(await stateOf(alice, body.run.id)).toBe('partial');
    const [, answer = ''] = (await historyOf(alice, session)).at(-1) ?? [];
    expect(answer).toMatch(/^Result of Do mine\./);
    expect(answer).toContain('- Do theirs: failed (ben: The agent was deleted before it could answer.)');
    expect(answer).toContain('- Do after: failed (ben: The agent takes no work any more.)');
    await artel.cloud.sweep();
    await expectNothingLeft(operator, alice);
    const lanes = (await operator.itemsOf(`USER#${alice.id}`)).filter(({ kind }) => kind === 'lane');
    expect(lanes.filter(({ status }) => status === 'deleting')).toEqual([]);
  });

  test('before its turn fails only its own tasks, when their turn comes', async () => {
    const conductor = new Conductor(artel);
    const { body } = await sendPlan(alice, session, [
      task('first'),
      task('second', ['first'], 'ben'),
      task('third', ['second']),
      task('aside', ['first']),
    ]);
    await conductor.works(1);
    expect((await alice.call('DELETE', '/my/agents/ben')).status).toBe(204);
    expect((await alice.call('GET', '/my/agents/ben')).status).toBe(404);
    conductor.letAllGo();
    await ended(alice, session);
    expect(await statesOf(body.run.id)).toEqual({
      first: 'completed',
      second: 'failed',
      third: 'skipped',
      aside: 'completed',
    });
    expect(conductor.parts.map((part) => part.task)).toEqual(['Do first', 'Do aside']);
    await expectNothingLeft(operator, alice);
  });

  test('while its person is asked about the plan fails what it was to do, and the rest is done', async () => {
    const conductor = new Conductor(artel);
    conductor.letAllGo();
    await alice.call('PUT', '/my/orchestrator/config', { approval: { max_tasks: 0 } });
    const { body } = await sendPlan(alice, session, [task('a'), task('b', ['a'], 'ben'), task('c', ['a'])]);
    const { id } = await pendingApproval(alice, session);
    await alice.call('DELETE', '/my/agents/ben');
    const decided = await alice.call('POST', `/my/approvals/${id}/confirm`, { decision: 'approve' });
    expect(decided.status).toBe(200);
    await ended(alice, session);
    expect(await statesOf(body.run.id)).toEqual({ a: 'completed', b: 'failed', c: 'completed' });
    expect(await stateOf(alice, body.run.id)).toBe('partial');
    await expectNothingLeft(operator, alice);
  });
});
