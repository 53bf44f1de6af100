import { beforeEach, describe, expect, test } from 'vitest';
import { taskIn } from '../../support/plans.ts';
import { until } from '../../support/until.ts';
import { converge, minutePasses } from './converge.ts';
import { asked, type Diamond, startDiamond, thinker } from './diamond.ts';
import { executionsOf, nextGeneration, tokensOf } from './generations.ts';
import { inPlanFaults } from './in-plan-faults.ts';
import { approveAll, pending } from './persons.ts';
import { expectDiamond } from './points.ts';
import type { Part } from './world.ts';

const here = inPlanFaults();

beforeEach(() => {
  here.world.begin(() => undefined);
  here.world.artel.model.always(thinker);
});

/** A diamond whose first task is under way, until it is let go. */
const underWay = async (): Promise<{ diamond: Diamond; letGo(): void }> => {
  const { promise: gate, resolve: letGo } = Promise.withResolvers<void>();
  const { promise: arrived, resolve } = Promise.withResolvers<void>();
  here.world.artel.model.always((request) => {
    if (!taskIn(request)?.startsWith('Gather')) return thinker(request);
    resolve();
    return { ...thinker(request), gate };
  });
  const diamond = await startDiamond(here.world);
  await arrived;
  return { diamond, letGo };
};

/** Aborts the execution when it has come to a stage for the `nth` time, at that function's first write in it. */
const abortAt = (stage: string, part: Part, nth = 1): { hit(): boolean } => {
  let hit = false;
  here.world.begin(({ part: caller, action }) => {
    const [running] = here.world.artel.cloud.stepFunctions.executions().filter((one) => one.running);
    const times = running?.visited.filter((name) => name === stage).length;
    const isThere = caller === part && running?.visited.at(-1) === stage && times === nth;
    if (hit || !running || !isThere || !/Transact|Put|Update/.test(action)) return undefined;
    hit = true;
    running.abort({ cause: 'It was lost.' });
    return undefined;
  });
  return { hit: () => hit };
};

describe('an execution that ends before its plan', () => {
  test.each([
    ['the first draft is recorded', 'Draft', 'planner', 1],
    ['the first round opens', 'Open', 'plans', 1],
    ['the first tasks start', 'Run', 'plans', 1],
    ['tasks are at work', 'Run', 'agent-worker', 1],
    ['the second draft is recorded', 'Draft', 'planner', 2],
    ['the second round opens', 'Open', 'plans', 2],
    ['tasks of the second round are at work', 'Run', 'agent-worker', 2],
    ['the run comes to its end', 'Conclude', 'plans', 1],
  ] as const)(
    'an execution that ends while %s is followed by one that continues from there',
    async (_when, stage, part, nth) => {
      const aborted = abortAt(stage, part, nth);
      const diamond = await startDiamond(here.world);
      await converge(here.world, diamond);
      expect(aborted.hit()).toBe(true);
      await expectDiamond(here.world, diamond);
      const counts = asked(here.world, diamond);
      // A draft is recorded by the function that the lost execution called, or drawn up once more.
      expect(counts.get(`Plan ${diamond.ref}`)).toBeLessThanOrEqual(stage === 'Draft' ? 2 : 1);
      counts.delete(`Plan ${diamond.ref}`);
      expect([...counts.values()]).toEqual([1, 1, 1, 1, 1]);
      // One that was lost while it concluded had nothing left to do.
      const ends = executionsOf(here.world, diamond).map(({ status }) => status);
      expect(ends).toEqual(stage === 'Conclude' ? ['ABORTED'] : ['ABORTED', 'SUCCEEDED']);
    },
  );

  test('an execution that ends while a person is asked is followed by one that waits for the same answer', async () => {
    const asks = { approval: { max_tasks: 0, max_cost: 1_000, min_risk: 'high' } };
    expect((await here.world.alice.call('PUT', '/my/orchestrator/config', asks)).status).toBe(200);
    const diamond = await startDiamond(here.world);
    await until(async () => (await pending(here.world)).length === 1);
    const [asked] = await pending(here.world);
    for (const one of executionsOf(here.world, diamond)) one.abort({ cause: 'It was lost.' });
    await minutePasses(here.world);
    await until(async () => (await tokensOf(here.world, diamond, 1)).length === 2);
    expect(await pending(here.world)).toEqual([asked]);
    await converge(here.world, diamond, { attend: () => approveAll(here.world) });
    await expectDiamond(here.world, diamond);
    expect(executionsOf(here.world, diamond).map(({ status }) => status)).toEqual(['ABORTED', 'SUCCEEDED']);
    const never = { approval: { max_tasks: 200, max_cost: 1_000, min_risk: 'high' } };
    expect((await here.world.alice.call('PUT', '/my/orchestrator/config', never)).status).toBe(200);
  });

  test('a run whose execution ends ten times in a row fails, with all its live work cancelled', async () => {
    const { diamond, letGo } = await underWay();
    for (let minute = 0; minute < 40; minute += 1) {
      for (const one of executionsOf(here.world, diamond)) one.abort({ cause: 'It was lost.' });
      await minutePasses(here.world);
      const { body } = await here.world.alice.call<{ state: string }>('GET', `/my/runs/${diamond.run}`);
      if (body.state === 'failed') break;
    }
    letGo();
    await converge(here.world, diamond);
    const { body } = await here.world.alice.call('GET', `/my/runs/${diamond.run}`);
    expect(body).toMatchObject({ state: 'failed', error: { error_code: 'internal_error' } });
    expect(executionsOf(here.world, diamond)).toHaveLength(10);
  });
});

describe('an execution that is alive', () => {
  test('a second execution beside a live one: both learn of the end, and only the newer one continues', async () => {
    const { diamond, letGo } = await underWay();
    await nextGeneration(here.world, diamond);
    await minutePasses(here.world);
    expect(executionsOf(here.world, diamond).map(({ status }) => status)).toEqual(['RUNNING', 'RUNNING']);
    await until(async () => (await tokensOf(here.world, diamond, 1)).length === 2);
    letGo();
    await converge(here.world, diamond);
    await expectDiamond(here.world, diamond);
    expect([...asked(here.world, diamond).values()].filter((count) => count > 2)).toEqual([]);
    const [older, newer] = executionsOf(here.world, diamond);
    expect([older?.status, older?.visited.at(-1)]).toEqual(['SUCCEEDED', 'Superseded']);
    expect([newer?.status, newer?.visited.at(-1)]).toEqual(['SUCCEEDED', 'Done']);
  });

  test('an execution that does not react is stopped after five checks, and the next one continues from the finished tasks', async () => {
    const { diamond, letGo } = await underWay();
    const tokens = await tokensOf(here.world, diamond, 1);
    expect(tokens).toHaveLength(1);
    // From here on every signal for this token is answered as one that came too late.
    for (const token of tokens) here.world.artel.cloud.stepFunctions.tokens.close(token);
    letGo();
    const minutes = await converge(here.world, diamond);
    expect(minutes).toBeGreaterThanOrEqual(4);
    await expectDiamond(here.world, diamond);
    expect([...asked(here.world, diamond).values()]).toEqual([1, 1, 1, 1, 1, 1]);
    expect(executionsOf(here.world, diamond).map(({ status }) => status)).toEqual(['ABORTED', 'SUCCEEDED']);
  });
});
