import { describe, expect, test } from 'vitest';
import { agentFigures } from '../../../shared/bus/lanes/figures.ts';
import { recordCheck } from '../../../shared/bus/records/health.ts';
import { getItem, laneKeys, putItem, transact, updateItem, userKeys } from '../../../shared/store/index.ts';
import { usageWrite } from '../../../shared/usage/index.ts';
import { inWorld } from '../races/in-world.ts';

/* Requirements: AG3, BUS8. */

const here = inWorld();
const DAY = 24 * 60 * 60 * 1_000;

const ran = async (
  agent: string,
  milliseconds: number,
  { failed = false, at = here.place.now } = {},
): Promise<void> => {
  const usage = { model: 'scripted', prompt_tokens: 0, completion_tokens: 0 };
  await transact([usageWrite(here.place.project, agent, { usage, failed, milliseconds }, at)]);
};
const figuresOf = (agent: string) => agentFigures(here.place.project, agent, here.place.clock);

describe('the figures of an agent', () => {
  test('the mean is exact, and p95 is the upper bound of the bucket that 95 of 100 runs stay under', async () => {
    const agent = await here.place.agent();
    for (let run = 0; run < 19; run += 1) await ran(agent, 150);
    await ran(agent, 3_150);
    expect(await figuresOf(agent)).toMatchObject({
      tasks: 20,
      failed: 0,
      success_rate: 1,
      duration_ms: { mean: 300, p95: 200 },
    });
    await ran(agent, 3_000, { failed: true });
    await ran(agent, 3_000, { failed: true });
    expect(await figuresOf(agent)).toMatchObject({ tasks: 22, failed: 2, duration_ms: { p95: 3_200 } });
  });

  test('tokens and cost are the sums over the days, models and calls of this agent alone', async () => {
    const { place } = here;
    const [agent, other] = [await place.agent(), await place.agent()];
    for (const [who, day, cost] of [
      [agent, '2026-11-20', 0.25],
      [agent, '2026-11-21', 0.5],
      [other, '2026-11-21', 8],
    ] as const) {
      await putItem({
        ...userKeys.usage(place.project.user, day, who, 'scripted'),
        v: 1,
        day,
        agent_key: who,
        project_id: place.project.projectId,
        model: 'scripted',
        prompt_tokens: 10,
        completion_tokens: 4,
        cost,
      });
    }
    expect(await figuresOf(agent)).toMatchObject({ prompt_tokens: 20, completion_tokens: 8, cost: 0.75 });
  });

  test('an agent without runs has no success rate and no durations', async () => {
    expect(await figuresOf(await here.place.agent())).toMatchObject({
      tasks: 0,
      success_rate: null,
      duration_ms: null,
      cost: 0,
    });
  });

  test('figures cover thirty days', async () => {
    const agent = await here.place.agent();
    await ran(agent, 100, { at: here.place.now - 31 * DAY });
    await ran(agent, 100, { at: here.place.now - 29 * DAY });
    expect((await figuresOf(agent)).tasks).toBe(1);
  });
});

describe('the checks of an agent in error', () => {
  test('each check that fails doubles the wait for the next one, up to an hour', async () => {
    const { place } = here;
    const agent = await place.agent();
    const key = laneKeys.health(place.project, agent);
    await updateItem(key, 'SET #failures = :three', { when: 'attribute_not_exists(#pk)', values: { three: 3 } });
    const waits: number[] = [];
    for (let check = 1; check <= 7; check += 1) {
      const outcome = { healthy: false, error_code: 'model_failed' } as const;
      await recordCheck(place.project, agent, { outcome, now: place.now });
      waits.push((Number((await getItem(key))?.due_at) - place.now) / 60_000);
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 60, 60]);
  });
});
