import { describe, expect, test } from 'vitest';
import { inOfflineModel } from './in-targets.ts';

const here = inOfflineModel();

const planSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['tasks'],
  properties: {
    tasks: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'description', 'agent', 'depends_on'],
        properties: {
          id: { type: 'string' },
          description: { type: 'string' },
          agent: { type: 'string', enum: ['writer', 'researcher', 'analyst'] },
          depends_on: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  },
};
const agents =
  'You plan.\n\n## Agents\n- researcher: research, search, find sources\n- writer: write, draft and edit text\n- analyst: compare numbers, calculate, analyse';

async function json(content: string, schema: Record<string, unknown>): Promise<unknown> {
  const completion = await here.client.chat.completions.create({
    model: 'offline',
    messages: [
      { role: 'system', content: agents },
      { role: 'user', content },
    ],
    response_format: { type: 'json_schema', json_schema: { name: 'reply', strict: true, schema } },
  });
  return JSON.parse(completion.choices[0]?.message.content ?? '');
}

/** A plan as short lines: "t2 writer: Draft it < t1". */
async function lines(wish: string): Promise<string[]> {
  const { tasks } = (await json(wish, planSchema)) as {
    tasks: { id: string; agent: string; description: string; depends_on: string[] }[];
  };
  return tasks.map(
    ({ id, agent, description, depends_on }) =>
      `${id} ${agent}: ${description}${depends_on.map((on) => ` < ${on}`).join('')}`,
  );
}

describe('plans', () => {
  test('"first … then … and finally" is a chain, each task with the agent that suits it', async () => {
    expect(
      await lines('First research the history of tea, then write a draft and finally compare the numbers'),
    ).toEqual([
      't1 researcher: Research the history of tea',
      't2 writer: Write a draft < t1',
      't3 analyst: Compare the numbers < t2',
    ]);
  });

  test('parallel instructions have no dependency, and what follows waits for all of them', async () => {
    expect(
      await lines('In parallel research bees, research wasps and find sources on ants. Then write a summary.'),
    ).toEqual([
      't1 researcher: Research bees',
      't2 researcher: Research wasps',
      't3 researcher: Find sources on ants',
      't4 writer: Write a summary < t1 < t2 < t3',
    ]);
  });

  test('a numbered list is done in order unless it says otherwise', async () => {
    expect(await lines('1. Research bees\n2. Write about them\n3. Analyse wasps (after 1)')).toEqual([
      't1 researcher: Research bees',
      't2 writer: Write about them < t1',
      't3 analyst: Analyse wasps < t1',
    ]);
    expect(await lines('Do this:\n- Research bees\n- Research wasps\n- Finally, write about both')).toEqual([
      't1 researcher: Research bees',
      't2 researcher: Research wasps',
      't3 writer: Write about both < t1 < t2',
    ]);
  });

  test('Russian words for order are understood', async () => {
    expect(await lines('Сначала найди источники, затем напиши черновик')).toMatchObject([
      expect.stringMatching(/^t1 \w+: Найди источники$/),
      expect.stringMatching(/^t2 \w+: Напиши черновик < t1$/),
    ]);
  });

  test('a single goal is one task for the agent it names', async () => {
    expect(await lines('Let the analyst have a look at it')).toEqual(['t1 analyst: Let the analyst have a look at it']);
  });
});

test('any other schema gets a small value that fits it', async () => {
  const schema = {
    type: 'object',
    required: ['verdict', 'score', 'reason', 'items', 'note', 'done', 'inner'],
    properties: {
      verdict: { enum: ['keep', 'drop'] },
      score: { type: 'number', minimum: 1, maximum: 5 },
      reason: { type: 'string' },
      items: { type: 'array', minItems: 1, items: { $ref: '#/$defs/item' } },
      note: { anyOf: [{ type: 'null' }, { type: 'string', maxLength: 3 }] },
      done: { type: 'boolean' },
      inner: { $ref: '#/$defs/item' },
      optional: { type: 'string' },
    },
    $defs: { item: { type: 'object', required: ['n'], properties: { n: { type: 'integer', exclusiveMinimum: 0 } } } },
  };
  expect(await json('Say: fine', schema)).toEqual({
    verdict: 'keep',
    score: 1,
    reason: 'fine',
    items: [{ n: 1 }],
    note: 'fin',
    done: false,
    inner: { n: 1 },
  });
});
