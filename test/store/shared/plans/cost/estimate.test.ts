import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LocalDynamoDb } from '../../../../../infra/local/services/dynamodb/server.ts';
import { type AgentConfig, agentConfigSchema } from '../../../../../shared/agents/index.ts';
import { versionItem } from '../../../../../shared/agents/items.ts';
import { DAY, HOUR, SECOND } from '../../../../../shared/core/clock.ts';
import { authenticated, type ProjectScope } from '../../../../../shared/core/scope.ts';
import { type Estimate, estimate } from '../../../../../shared/plans/cost/estimate.ts';
import type { PlannedTask } from '../../../../../shared/plans/graph/graph.ts';
import { putItem, transact, updateItem, userKeys } from '../../../../../shared/store/index.ts';
import { type Spent, usageWrite } from '../../../../../shared/usage/index.ts';
import { startTestTable } from '../../../../support/table.ts';

/* Requirements: PL4. */

const NOW = Date.parse('2026-11-21T12:00:00Z');
let table: LocalDynamoDb;
let people = 0;
let home: ProjectScope;

beforeAll(async () => {
  table = await startTestTable();
});
afterAll(() => table.stop());
beforeEach(() => {
  people += 1;
  home = authenticated({ userId: `alice${people}` }).inProject('home');
});

/** An agent whose first version asks for this model. */
const agent = async (name: string, config: Partial<AgentConfig> = {}): Promise<void> => {
  const whole = agentConfigSchema.parse({ system_prompt: 'You help.', ...config });
  const stored = { agent_key: `agt_${name}`, name, version: 1, config: whole, created_at: NOW, updated_at: NOW };
  await putItem(versionItem(home, stored));
};

type Ran = { seconds: number; prompt?: number; completion?: number; at?: number };

/** A run that ended. */
const ran = async (name: string, { seconds, prompt = 0, completion = 0, at = NOW }: Ran): Promise<void> => {
  const spent: Spent = {
    usage: { model: 'gpt-4.1' },
    failed: false,
    milliseconds: seconds * SECOND,
  };
  await transact([usageWrite(home, `agt_${name}`, spent, at)]);
  const day = new Date(at).toISOString().slice(0, 10);
  await updateItem(
    userKeys.usage(home.user, day, `agt_${name}`, 'gpt-4.1'),
    'ADD #prompt_tokens :prompt, #completion_tokens :completion',
    { values: { prompt, completion } },
  );
};

const task = (number: number, name: string, depends_on: number[] = []): PlannedTask => ({
  number,
  id: `t${number}`,
  description: 'Do it.',
  agent: { key: `agt_${name}`, id: `user_home_${name}_1`, name, version: 1 },
  depends_on,
});
const WORDS = 3;

const estimated = (
  tasks: PlannedTask[],
  { ownModel = 'gpt-4.1', embedding = 'unpriced', max_parallel = 10 } = {},
): Promise<Estimate> =>
  estimate(
    home,
    tasks,
    { max_parallel },
    {
      clock: { now: () => NOW },
      own: async () => ({ chat: ownModel, embedding }),
    },
  );

describe('what a plan will take', () => {
  test('the estimate of a plan is what the same agents took for a run in the last thirty days', async () => {
    await agent('writer');
    await ran('writer', { seconds: 4, prompt: 1_000, completion: 200 });
    await ran('writer', { seconds: 6, prompt: 3_000, completion: 400, at: NOW - 20 * DAY });
    await ran('writer', { seconds: 900, prompt: 99_999, completion: 9_999, at: NOW - 32 * DAY });
    expect(await estimated([task(1, 'writer')])).toEqual({
      // $2 and $8 for a million tokens.
      cost: expect.closeTo(((2_000 + WORDS) * 2 + 300 * 8) / 1_000_000, 10),
      duration: { sequential: 5, parallel: 5 },
      tokens: 2_000 + WORDS + 300,
      seconds: { 1: 5 },
    });
  });

  test('the estimate is a stated guess for an agent that has not worked yet', async () => {
    await agent('novice');
    expect(await estimated([task(1, 'novice')])).toMatchObject({ tokens: 2_000 + WORDS, seconds: { 1: 11 } });
  });

  test('the sequential estimate is the sum, the parallel one the longest chain', async () => {
    for (const [name, seconds] of [
      ['quick', 1],
      ['slow', 10],
    ] as const) {
      await agent(name);
      await ran(name, { seconds });
    }
    const diamond = [task(1, 'quick'), task(2, 'slow', [1]), task(3, 'quick', [1]), task(4, 'quick', [2, 3])];
    expect((await estimated(diamond)).duration).toEqual({ sequential: 13, parallel: 12 });
  });

  test('no estimate is quicker than the plan’s slots allow', async () => {
    await agent('quick', { concurrency_limit: 10 });
    await ran('quick', { seconds: 2 });
    const wide = Array.from({ length: 20 }, (_, n) => task(n + 1, 'quick'));
    expect((await estimated(wide, { max_parallel: 5 })).duration).toEqual({ sequential: 40, parallel: 8 });
  });

  test('no estimate is quicker than the agents’ own limits allow', async () => {
    await agent('busy', { concurrency_limit: 2 });
    await agent('free', { concurrency_limit: 10 });
    for (const name of ['busy', 'free']) await ran(name, { seconds: 2 });
    const tasks = Array.from({ length: 6 }, (_, n) => [task(2 * n + 1, 'busy'), task(2 * n + 2, 'free')]).flat();
    expect((await estimated(tasks)).duration).toEqual({ sequential: 24, parallel: 6 });
    // A long chain of another agent's hides the wait.
    const chain = Array.from({ length: 5 }, (_, n) => task(20 + n, 'free', n === 0 ? [] : [19 + n]));
    expect((await estimated([...tasks, ...chain])).duration.parallel).toBe(10);
  });

  test('the estimate counts an embedding to search the memory and one to save what was done', async () => {
    await agent('writer');
    await ran('writer', { seconds: 1, prompt: 1_000, completion: 500 });
    const chained = [task(1, 'writer'), task(2, 'writer', [1])];
    const [without, whole] = [
      await estimated(chained),
      await estimated(chained, { embedding: 'text-embedding-3-small' }),
    ];
    // Each is searched for by its description and what it reads, and saved with its answer; $0.02 for a million tokens.
    const tokens = 2 * (WORDS + WORDS + 500) + 500;
    expect((whole.cost ?? 0) - (without.cost ?? 0)).toBeCloseTo((tokens * 0.02) / 1_000_000, 10);
  });

  test('the estimate counts results that are passed on as read once more', async () => {
    await agent('writer');
    await ran('writer', { seconds: 1, prompt: 1_000, completion: 500 });
    const alone = await estimated([task(1, 'writer'), task(2, 'writer')]);
    const chained = await estimated([task(1, 'writer'), task(2, 'writer', [1])]);
    expect(chained.tokens - alone.tokens).toBe(500);
  });

  test('one run that waited hours for a person does not make an agent slow', async () => {
    await agent('writer');
    for (const seconds of [3, 3, 3, HOUR / SECOND]) await ran('writer', { seconds });
    expect((await estimated([task(1, 'writer')])).duration.sequential).toBeLessThan(6);
  });

  test('the estimate has no cost if one of the models has no price', async () => {
    await agent('writer');
    await agent('local', { model: 'llama3.2' });
    expect((await estimated([task(1, 'writer'), task(2, 'local')])).cost).toBeNull();
    expect((await estimated([task(1, 'writer')], { ownModel: 'offline' })).cost).toBeNull();
    expect((await estimated([task(1, 'writer')])).cost).toBeGreaterThan(0);
  });
});
