import { describe, expect, test } from 'vitest';
import { MAX_NOTED_QUESTIONS } from '../../../shared/bus/index.ts';
import { decide, ended, eventually, pendingApproval } from '../../support/approvals.ts';
import { planOf, promptOf, sendPlan, taskFor } from '../../support/plans.ts';
import type { RecordedRequest } from '../../support/scripted-model.ts';
import { Conductor } from './conductor.ts';
import { inPlanWorld } from './in-plan-world.ts';
import { expectNothingLeft } from './leftovers.ts';

/* Requirements: AP8. */

const here = inPlanWorld();

type Noted = { id: string; task_id: string; detail?: string };

const ask = (run: string, body: object) => here.alice.call<Noted>('POST', `/my/runs/${run}/approvals`, body);

/** What an agent answers once it has read what the person said. */
const andThen = (request: RecordedRequest) => ({ text: `They said: ${promptOf(request)}` });

const tasksOf = async (run: string) => {
  const { tasks } = await planOf(here.alice, run);
  return Object.fromEntries(tasks.map((task) => [task.id, task]));
};

describe('a client that has a plan ask the person', () => {
  test('AP8: without a task named the one under way asks; the others go on, and its dependents get what it made of the answer', async () => {
    const conductor = new Conductor(here.artel, andThen);
    const graph = [taskFor('a'), taskFor('b', ['a'], 'ben'), taskFor('c', ['a'], 'ben'), taskFor('d', ['b', 'c'])];
    const { body } = await sendPlan(here.alice, here.session, [...graph, taskFor('e', [], 'ben')]);
    await conductor.works(2);
    conductor.letGo('Do e');
    const tasks = await tasksOf(body.run.id);
    const { b } = tasks;
    const settled = (name: string) =>
      eventually(here.alice, here.session, (events) =>
        events.some((one) => one.event_type === 'task_completed' && one.payload.task_id === tasks[name]?.task_id),
      );
    const named = await ask(body.run.id, { question: 'And how?', task_id: b?.task_id });
    expect(named).toMatchObject({ status: 202, body: { task_id: b?.task_id } });
    await settled('e');
    const noted = await ask(body.run.id, { question: 'Which way?', payload: { ways: ['left', 'right'] } });
    const { a } = await tasksOf(body.run.id);
    expect(noted).toMatchObject({ status: 202, body: { run_id: body.run.id, task_id: a?.task_id, status: 'noted' } });

    conductor.letAllGo();
    const asked = await pendingApproval(here.alice, here.session);
    expect(asked).toMatchObject({ id: noted.body.id, kind: 'question', payload: { question: 'Which way?' } });
    expect(await tasksOf(body.run.id)).toMatchObject({
      a: { state: 'waiting' },
      b: { state: 'blocked' },
      c: { state: 'blocked' },
    });
    await decide(here.alice, asked.id, { decision: 'approve', reason: 'To the left.' });

    const next = await pendingApproval(here.alice, here.session, 2);
    expect(next).toMatchObject({ id: named.body.id, payload: { question: 'And how?' } });
    await settled('c');
    expect(await tasksOf(body.run.id)).toMatchObject({
      a: { state: 'completed', result: expect.stringContaining('To the left.') },
      b: { state: 'waiting' },
      d: { state: 'blocked' },
    });
    await decide(here.alice, next.id, { decision: 'reject', reason: 'Not at all.' });
    await ended(here.alice, here.session);
    expect(await tasksOf(body.run.id)).toMatchObject({ b: { state: 'completed' }, d: { state: 'completed' } });
    const promptOfTask = (name: string) => conductor.parts.find(({ task }) => task === name)?.prompt;
    expect(promptOfTask('Do b')).toContain('The person says no. Not at all.');
    expect(promptOfTask('Do c')).toContain('To the left.');
    await expectNothingLeft(here.operator, here.alice);
  });

  test(`AP8: a plan takes ${MAX_NOTED_QUESTIONS} unasked questions a task, and none once it is cancelled`, async () => {
    const conductor = new Conductor(here.artel, andThen);
    const { body } = await sendPlan(here.alice, here.session, [taskFor('a'), taskFor('b', ['a'], 'ben')]);
    await conductor.works(1);
    const { a, b } = await tasksOf(body.run.id);
    const answers: { status: number; body: Noted }[] = [];
    for (let nth = 0; nth <= 2 * MAX_NOTED_QUESTIONS; nth += 1)
      answers.push(await ask(body.run.id, { question: `${nth}?` }));
    const full = answers.pop();
    expect(answers.map((one) => [one.status, one.body.task_id])).toEqual([
      ...Array(MAX_NOTED_QUESTIONS).fill([202, a?.task_id]),
      ...Array(MAX_NOTED_QUESTIONS).fill([202, b?.task_id]),
    ]);
    expect(full).toMatchObject({ status: 409, body: { detail: expect.stringContaining('Each task') } });
    await here.alice.call('POST', `/my/runs/${body.run.id}/cancel`);
    await ended(here.alice, here.session);
    expect(await ask(body.run.id, { question: 'Now?' })).toMatchObject({ status: 409 });
    expect((await here.alice.call('GET', `/my/approvals?run_id=${body.run.id}`)).body.items).toEqual([]);
    await expectNothingLeft(here.operator, here.alice);
  });

  test('AP8: a plan that is not drawn up yet has nobody to ask the question, and says so', async () => {
    await here.alice.call('PUT', '/my/orchestrator/config', { approval: { max_tasks: 0 } });
    const { body } = await sendPlan(here.alice, here.session, [taskFor('a')]);
    const { id } = await pendingApproval(here.alice, here.session);
    const early = await ask(body.run.id, { question: 'Now?' });
    expect(early).toMatchObject({ status: 409, body: { detail: expect.stringContaining('no task') } });
    await decide(here.alice, id, { decision: 'reject' });
    await ended(here.alice, here.session);
  });
});
