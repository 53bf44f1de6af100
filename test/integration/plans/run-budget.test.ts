import { expect, test } from 'vitest';
import { ended } from '../../support/approvals.ts';
import { historyOf, stateOf } from '../../support/gates.ts';
import { planOf, sendPlan, taskIn, team } from '../../support/plans.ts';
import { inPlanWorld } from './in-plan-world.ts';

const here = inPlanWorld([]);

test('a plan that has spent its budget starts no further call: what is done stays, the rest fails and says why', async () => {
  const alice = await here.artel.register('alice');
  const { session } = await team(alice, ['ann', 'ben'], { model: 'gpt-4.1' });
  await alice.call('PUT', '/my/orchestrator/config', { budget_per_run: 0.01, approval: { max_cost: 1_000 } });
  const asked: string[] = [];
  // 2,000 tokens of this model's answers cost more than a cent.
  here.artel.model.always((request) => {
    const task = taskIn(request);
    if (task === undefined) return { status: 400 };
    asked.push(task);
    return { text: `Result of ${task}.`, usage: { prompt_tokens: 10, completion_tokens: 2_000 } };
  });
  const { body } = await sendPlan(alice, session, [
    { id: 'a', description: 'Do a', agent: 'ann' },
    { id: 'b', description: 'Do b', agent: 'ben', depends_on: ['a'] },
    { id: 'c', description: 'Do c', agent: 'ann', depends_on: ['b'] },
  ]);
  await ended(alice, session);
  expect(await stateOf(alice, body.run.id)).toBe('partial');
  const { tasks } = await planOf(alice, body.run.id);
  expect(tasks.map(({ id, state }) => [id, state])).toEqual([
    ['a', 'completed'],
    ['b', 'failed'],
    ['c', 'skipped'],
  ]);
  expect(tasks[1]?.error?.error_code).toBe('limit_budget');
  expect(asked).toEqual(['Do a']);
  expect((await historyOf(alice, session)).at(-1)?.[1]).toMatch(/^Result of Do a\./);
});

test('R1: what asked agents cost counts for the budget of the plan that waits for them, and in what its run used', async () => {
  const alice = await here.artel.register('alice');
  const { session } = await team(alice, ['ann', 'ben'], { model: 'gpt-4.1', tools: ['ask_agent'] });
  await alice.call('PUT', '/my/orchestrator/config', { budget_per_run: 0.01, approval: { max_cost: 1_000 } });
  const asked: (string | undefined)[] = [];
  const ask = { name: 'ask_agent', arguments: { agent: 'ben', message: 'Say much.' } };
  here.artel.model.always((request) => {
    const task = taskIn(request);
    asked.push(task);
    if (task !== undefined) return { tool_calls: [ask], usage: { prompt_tokens: 10, completion_tokens: 5 } };
    return { text: 'Much.', usage: { prompt_tokens: 20, completion_tokens: 2_000 } };
  });
  const { body } = await sendPlan(alice, session, [{ id: 'a', description: 'Do a', agent: 'ann' }]);
  await ended(alice, session);
  expect(asked).toEqual(['Do a', undefined]);
  expect((await planOf(alice, body.run.id)).tasks[0]).toMatchObject({
    state: 'failed',
    error: { error_code: 'limit_budget' },
  });
  const run = (await alice.call<{ usage: { completion_tokens: number } }>('GET', `/my/runs/${body.run.id}`)).body;
  expect(run.usage).toMatchObject({ completion_tokens: 2_000 });
});
