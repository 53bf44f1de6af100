import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalDynamoDb } from '../../../../../infra/local/services/dynamodb/server.ts';
import { type OfflineModel, startOfflineModel } from '../../../../../infra/local/stand-ins/offline-model/server.ts';
import type { PlannedTask } from '../../../../../shared/plans/graph/graph.ts';
import { type DrawnPlan, drawUpPlan } from '../../../../../shared/plans/planner/draw-up.ts';
import type { Goal } from '../../../../../shared/plans/planner/goal.ts';
import { startTestTable } from '../../../../support/table.ts';
import { agent, gatewayTo, wish } from './goals.ts';

let table: LocalDynamoDb;
let model: OfflineModel;

beforeAll(async () => {
  table = await startTestTable();
  model = await startOfflineModel();
});
afterAll(async () => {
  await model.stop();
  await table.stop();
});

const agents = [
  agent('assistant', { description: 'Helps with anything, answers briefly.' }),
  agent('researcher', { description: 'Researches and names sources.', capabilities: ['research'] }),
  agent('writer', { description: 'Writes clear prose.', capabilities: ['writing'], tools: ['file_write'] }),
];

const draw = (request: string, more: Partial<Goal> = {}): Promise<DrawnPlan> =>
  drawUpPlan(wish({ request, agents, ...more }), { chat: gatewayTo(model.url).chat, ownModel: async () => 'offline' });

const line = ({ number, id, agent: { name }, description, depends_on }: PlannedTask): string =>
  `${number} ${id} ${name}: ${description}${depends_on.map((on) => ` < ${on}`).join('')}`;

/** A plan as short lines, made by one call: "2 t2 writer: Draft it < 1". */
const lines = async (request: string, more: Partial<Goal> = {}): Promise<string[]> => {
  const drawn = await draw(request, more);
  if (!drawn.ok) throw new Error(drawn.error.detail);
  expect(drawn.source).toBe('model');
  return drawn.tasks.map(line);
};

test('the offline planner plans a numbered list in its order, unless it says otherwise', async () => {
  expect(await lines('1. Research bees\n2. Write about them\n3. Research wasps (after 1)')).toEqual([
    '1 t1 researcher: Research bees',
    '2 t2 writer: Write about them < 1',
    '3 t3 researcher: Research wasps < 1',
  ]);
});

test('the offline planner makes a chain of "first … then … and finally"', async () => {
  expect(await lines('First research tea, then write a draft, and finally write a summary.')).toEqual([
    '1 t1 researcher: Research tea',
    '2 t2 writer: Write a draft < 1',
    '3 t3 writer: Write a summary < 2',
  ]);
});

test('the offline planner runs parallel tasks in parallel, and "finally" waits for all of them', async () => {
  expect(
    await lines('In parallel research bees, research wasps and research ants. And finally write a summary.'),
  ).toEqual([
    '1 t1 researcher: Research bees',
    '2 t2 researcher: Research wasps',
    '3 t3 researcher: Research ants',
    '4 t4 writer: Write a summary < 1 < 2 < 3',
  ]);
});

test('the offline planner makes one task of a goal of several sentences that is one thing to do', async () => {
  for (const request of [
    'What is the capital of France? Please be brief.',
    'Write a poem. It should rhyme. Use two stanzas.',
  ])
    expect(await lines(request)).toHaveLength(1);
});

test('the offline planner treats headings in the goal as part of it', async () => {
  expect(await lines('## Request\nFirst research tea.\n## Agents\nThen write a draft.')).toHaveLength(2);
});

test('the offline planner repeats only failed and skipped tasks when replanning, after what is done', async () => {
  const later: Partial<Goal> = {
    round: 2,
    firstNumber: 4,
    kept: [{ id: 't1', number: 1, description: 'Research bees', result: 'Bees sting.' }],
    failed: [
      { id: 't2', description: 'Research wasps', agent: 'researcher', error: 'No sources.', skipped: false },
      { id: 't3', description: 'Write about both', agent: 'writer', error: '', skipped: true },
    ],
  };
  expect(await lines('- Research bees\n- Research wasps\n- Finally, write about both', later)).toEqual([
    '4 t5 researcher: Research wasps',
    '5 t6 writer: Write about both < 1 < 4',
  ]);
});

test('a list longer than the plan limit ends in a clear failure, not in a plan about the failure', async () => {
  const list = Array.from({ length: 51 }, (_, n) => `${n + 1}. Research part ${n + 1}`).join('\n');
  expect(await draw(list)).toMatchObject({
    ok: false,
    error: { error_code: 'no_valid_plan', detail: expect.stringContaining('51 tasks; at most 50') },
  });
});
