import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { LocalDynamoDb } from '../../../../../infra/local/services/dynamodb/server.ts';
import { DAY, MINUTE } from '../../../../../shared/core/clock.ts';
import { authenticated } from '../../../../../shared/core/scope.ts';
import { drawUpPlan, type PlanSource } from '../../../../../shared/plans/planner/draw-up.ts';
import type { Goal } from '../../../../../shared/plans/planner/goal.ts';
import { startTestObjects } from '../../../../support/objects.ts';
import { type ScriptedModel, startScriptedModel } from '../../../../support/scripted-model.ts';
import { startTestTable } from '../../../../support/table.ts';
import { agent, alice, gatewayTo, plan, step, team, wish } from './goals.ts';

/* Requirements: PL8. */

let table: LocalDynamoDb;
let objects: Awaited<ReturnType<typeof startTestObjects>>;
let model: ScriptedModel;
let now: number;

beforeAll(async () => {
  table = await startTestTable();
  objects = await startTestObjects();
  model = await startScriptedModel();
  model.always({ text: plan(step('t1', [], { agent: 'researcher' }), step('t2', ['t1'])) });
});
afterAll(async () => {
  await model.stop();
  await objects.stop();
  await table.stop();
});
beforeEach(() => {
  now = Date.parse('2026-11-21T12:00:00Z');
});

const draw = (wanted: Goal, ownModel = 'scripted') =>
  drawUpPlan(wanted, { chat: gatewayTo(model.url).chat, ownModel: async () => ownModel, clock: { now: () => now } });

const sourceOf = async (wanted: Goal, ownModel?: string): Promise<PlanSource> => {
  const drawn = await draw(wanted, ownModel);
  if (!drawn.ok) throw new Error(drawn.error.detail);
  return drawn.source;
};

/** A wish that was drawn up once. */
const known = async (more: Partial<Goal> = {}): Promise<Goal> => {
  const wanted = wish(more);
  expect(await sourceOf(wanted)).toBe('model');
  return wanted;
};

test('the same goal with the same agents gets the same graph for a day, and no model is asked', async () => {
  const wanted = wish();
  const first = await draw(wanted);
  const asked = model.requests.length;
  now += DAY - MINUTE;
  const second = await draw({ ...wanted, run: 'run_later', session: 'ses_2' });
  if (!first.ok || !second.ok) throw new Error('Both have a plan.');
  expect(second).toEqual({ ok: true, source: 'cache', tasks: first.tasks });
  expect(model.requests).toHaveLength(asked);
});

test('a plan too long for an item is cached as well, among the person’s own objects', async () => {
  const long = Array.from({ length: 40 }, (_, n) =>
    step(`t${n}`, [], { description: `${n} ${'very '.repeat(500)}long` }),
  );
  model.script({ text: plan(...long) });
  const wanted = await known();
  expect(await draw(wanted)).toMatchObject({ source: 'cache', tasks: { length: 40 } });
  expect(objects.keys()).toEqual([expect.stringMatching(/^u\/alice\/home\/texts\/plan-/)]);
});

test('a cached plan is drawn up again after a day', async () => {
  const wanted = await known();
  now += DAY;
  expect(await sourceOf(wanted)).toBe('model');
});

test('capitals, spaces and equivalent spellings do not make another goal', async () => {
  const wanted = await known({ request: 'Tell me about the ﬁrst café, 2026.' });
  expect(await sourceOf({ ...wanted, request: '  tell ME about\n the first cafe\u0301, 2026. ' })).toBe('cache');
  expect(await sourceOf({ ...wanted, request: 'Tell me about the second café, 2026.' })).toBe('model');
});

test('a plan cached for one person is not found by another', async () => {
  const wanted = await known();
  const bob = authenticated({ userId: 'bob' }).inProject('home');
  expect(await sourceOf({ ...wanted, project: bob })).toBe('model');
});

test('a cached plan is not found by the same person in another project', async () => {
  const wanted = await known();
  expect(await sourceOf({ ...wanted, project: alice.user.inProject('work') })).toBe('model');
});

test('a changed agent, another model, another limit and an additional agent each miss the cache', async () => {
  const wanted = await known();
  const [researcher, writer] = team as [Goal['agents'][0], Goal['agents'][0]];
  expect(await sourceOf({ ...wanted, agents: [researcher, { ...writer, version: 2 }] })).toBe('model');
  expect(await sourceOf({ ...wanted, agents: [researcher, { ...writer, description: 'You sing.' }] })).toBe('model');
  expect(await sourceOf({ ...wanted, agents: [...team, agent('singer')] })).toBe('model');
  expect(await sourceOf({ ...wanted, config: { model: 'other', max_tasks: 50 } })).toBe('model');
  expect(await sourceOf({ ...wanted, config: { model: null, max_tasks: 49 } })).toBe('model');
  expect(await sourceOf(wanted, 'another-own-model')).toBe('model');
  expect(await sourceOf({ ...wanted, agents: team.toReversed() })).toBe('cache');
});

test('a cached plan that depends on earlier messages is found only after the same messages', async () => {
  const usesHistory = JSON.stringify({ tasks: [step('t1')], uses_history: true });
  model.script({ text: usesHistory });
  const wanted = await known({ history: 'user: I like bees.' });
  expect(await sourceOf(wanted)).toBe('cache');
  expect(await sourceOf({ ...wanted, history: 'user: I like wasps.' })).toBe('model');
});

test('a cached plan that depends on no earlier message is found after any', async () => {
  const wanted = await known({ history: 'user: I like bees.' });
  expect(await sourceOf({ ...wanted, history: 'user: I like wasps.' })).toBe('cache');
});

test('a plan of a later round, one after a rejection, and one that only rules could repair are not cached', async () => {
  const wanted = wish();
  const kept = [{ id: 'a', number: 1, description: 'Read.', result: 'Read.' }];
  for (const more of [{ round: 2, kept, firstNumber: 2 }, { rejections: ['No.'] }])
    for (const _ of [1, 2]) expect(await sourceOf({ ...wanted, ...more })).toBe('model');
  const bad = { text: plan(step('a', ['ghost'])) };
  model.script(bad, bad, bad);
  expect(await sourceOf(wanted)).toBe('rule');
  expect(await sourceOf(wanted)).toBe('model');
});
