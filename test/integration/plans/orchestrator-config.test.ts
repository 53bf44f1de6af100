import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decide, ended, pendingApproval } from '../../support/approvals.ts';
import type { Person } from '../../support/artel.ts';
import { typesOf } from '../../support/events.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: AP3, PL9. */

const DEFAULTS = {
  model: null,
  approval: { max_tasks: 20, max_cost: 1, min_risk: 'high' },
  max_parallel: 10,
  max_tasks: 50,
  budget_per_run: 5,
  auto_approve_low_risk: true,
};

const here = inArtel();

let bob: Person;

beforeAll(async () => {
  bob = await here.artel.register('bob');
});

beforeEach(async () => {
  here.artel.model.always({ text: 'Done.' });
  await change(here.alice, {});
});

type Answer = { errors?: { path: string; message: string }[]; items?: { action: string }[] } & Record<string, unknown>;
const read = (who: Person) => who.call<Answer>('GET', '/my/orchestrator/config');
const change = (who: Person, body: unknown) => who.call<Answer>('PUT', '/my/orchestrator/config', body);

describe('the settings of the orchestrator', () => {
  test('the orchestrator’s settings are the defaults until they are changed', async () => {
    expect(await read(bob)).toMatchObject({ status: 200, body: DEFAULTS });
  });

  test('the orchestrator’s settings are replaced as a whole: what is left out takes its default', async () => {
    const changed = await change(here.alice, { max_parallel: 3, approval: { max_tasks: 0 }, budget_per_run: null });
    const expected = {
      ...DEFAULTS,
      max_parallel: 3,
      approval: { ...DEFAULTS.approval, max_tasks: 0 },
      budget_per_run: null,
    };
    expect(changed).toMatchObject({ status: 200, body: expected });
    expect((await read(here.alice)).body).toEqual(expected);
    await change(here.alice, { max_tasks: 7 });
    expect((await read(here.alice)).body).toEqual({ ...DEFAULTS, max_tasks: 7 });
  });

  test('the orchestrator’s settings are separate for each person', async () => {
    await change(here.alice, { max_tasks: 9 });
    expect((await read(bob)).body).toEqual(DEFAULTS);
  });

  test.each([
    ['max_parallel', { max_parallel: 51 }],
    ['max_tasks', { max_tasks: 0 }],
    ['approval.min_risk', { approval: { min_risk: 'none' } }],
    ['budget_per_run', { budget_per_run: -1 }],
    ['model', { model: 'two words' }],
    ['colour', { colour: 'red' }],
  ])('orchestrator settings out of bounds are refused by name: %s', async (path, body) => {
    const answer = await change(here.alice, body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.map((error) => error.path)).toEqual([path]);
    expect((await read(here.alice)).body).toEqual(DEFAULTS);
  });

  test('changed orchestrator settings leave an entry in the audit trail', async () => {
    await change(here.alice, { max_tasks: 8 });
    const { body } = await here.alice.call<Answer>('GET', '/my/audit?limit=1');
    expect(body.items).toMatchObject([{ action: 'orchestrator_changed' }]);
  });
});

describe('the model that plans', () => {
  test('the planning model may be the deployment’s own, or one of the person’s tier', async () => {
    for (const model of ['scripted', 'gpt-4.1-mini']) {
      expect(await change(here.alice, { model })).toMatchObject({ status: 200, body: { model } });
    }
  });

  test('an unknown planning model is refused', async () => {
    expect(await change(here.alice, { model: 'gpt-99' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'model', message: 'There is no model "gpt-99". This deployment has scripted.' }] },
    });
  });

  test('a planning model outside the tier is refused', async () => {
    const carol = await here.artel.register('carol');
    const [account] = await here.operator.partition(`ACCOUNT#${carol.id}`);
    if (!account) throw new Error('Carol has no account.');
    await here.operator.put({ ...account, tier: 'free' });
    expect(await change(carol, { model: 'gpt-5' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'model', message: 'The model "gpt-5" is not part of your tier.' }] },
    });
  });
});

describe('the settings of one project', () => {
  test('the orchestrator is set for each project; the short path is that of the default project', async () => {
    const project = await here.alice.call<{ id: string }>('POST', '/my/projects', { name: 'Garden' });
    const path = `/my/projects/${project.body.id}/orchestrator/config`;
    await change(here.alice, { max_tasks: 7 });
    expect((await here.alice.call('GET', path)).body).toEqual(DEFAULTS);
    expect(await here.alice.call('PUT', path, { max_parallel: 2 })).toMatchObject({ status: 200 });
    expect((await here.alice.call('GET', path)).body).toEqual({ ...DEFAULTS, max_parallel: 2 });
    expect((await read(here.alice)).body).toEqual({ ...DEFAULTS, max_tasks: 7 });
    expect((await bob.call('GET', path)).status).toBe(404);
  });

  test('settings that were stored for all projects go on to hold in those that have none', async () => {
    const carol = await here.artel.register('carol');
    const config = { ...DEFAULTS, max_tasks: 4, auto_approve_low_risk: false };
    await here.operator.put({ pk: `USER#${carol.id}`, sk: 'ORCHESTRATOR', v: 1, config, revision: 3 });
    const project = await carol.call<{ id: string }>('POST', '/my/projects', { name: 'Garden' });
    const path = `/my/projects/${project.body.id}/orchestrator/config`;
    // What is low was left to the agents by "false", as "true" does now.
    expect((await carol.call('GET', path)).body).toEqual({ ...DEFAULTS, max_tasks: 4 });
    expect((await carol.call('PUT', path, { max_tasks: 5 })).status).toBe(200);
    expect((await carol.call('GET', path)).body).toEqual({ ...DEFAULTS, max_tasks: 5 });
    expect((await read(carol)).body).toEqual({ ...DEFAULTS, max_tasks: 4 });
  });
});

describe('a call of low risk', () => {
  const calculating = async (
    tools: string[],
    call: { name: string; arguments: string },
    approval: { min_risk: string } = { min_risk: 'medium' },
  ): Promise<string> => {
    const { agent, session } = await here.alice.chat(`careful-${crypto.randomUUID().slice(0, 8)}`, { tools, approval });
    here.artel.model.script({ tool_calls: [call] });
    await here.alice.call('POST', `/my/chat/${session}/message`, { content: 'Go on.', target_agent: agent });
    return session;
  };
  const sum = { name: 'calculate', arguments: '{"expression": "1 + 1"}' };

  test('a low-risk call of an agent that asks about everything waits for its person', async () => {
    const session = await calculating(['calculate'], sum, { min_risk: 'low' });
    const { id } = await pendingApproval(here.alice, session);
    await decide(here.alice, id, { decision: 'approve' });
    expect(typesOf(await ended(here.alice, session))).toContain('approval_required');
  });

  test('a low-risk call of any agent waits once its person switched the automatic approval of low risks off', async () => {
    await change(here.alice, { auto_approve_low_risk: false });
    for (const min_risk of ['medium', 'high']) {
      const session = await calculating(['calculate'], sum, { min_risk });
      const approval = await pendingApproval(here.alice, session);
      expect(approval).toMatchObject({ risk: 'low' });
      await decide(here.alice, approval.id, { decision: 'approve' });
      await ended(here.alice, session);
    }
  });

  test('a low-risk call does not wait by default', async () => {
    const types = typesOf(await ended(here.alice, await calculating(['calculate'], sum)));
    expect(types).toContain('tool_result');
    expect(types).not.toContain('approval_required');
  });

  test('a riskier call waits all the same', async () => {
    const write = { name: 'file_write', arguments: '{"path": "a.txt", "content": "a"}' };
    const session = await calculating(['file_write'], write);
    expect(await pendingApproval(here.alice, session)).toMatchObject({ risk: 'medium' });
  });
});
