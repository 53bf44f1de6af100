import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import { isPlanning, taskIn } from '../../support/plans.ts';
import type { RecordedRequest } from '../../support/scripted-model.ts';
import { converge } from './converge.ts';
import { type Diamond, startDiamond, thinker } from './diamond.ts';
import { executionsOf } from './generations.ts';
import { expectDiamond } from './points.ts';
import { startWorld, type World } from './world.ts';

let data: string;
let world: World;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'artel-plans-'));
  world = await startWorld({ data });
});
afterAll(async () => {
  await world.stop();
  await rm(data, { recursive: true });
});

/** Ends everything at the moment the model is asked for this, and starts it anew with what was stored. */
const restartAt = async (isMoment: (request: RecordedRequest) => boolean): Promise<Diamond> => {
  const { promise: moment, resolve } = Promise.withResolvers<void>();
  world.artel.model.always((request) => {
    if (!isMoment(request)) return thinker(request);
    resolve();
    return { hang: true };
  });
  world.begin(() => undefined);
  const diamond = await startDiamond(world);
  await moment;
  const { alice } = world;
  await world.stop();
  world = await startWorld({ data, alice });
  world.artel.model.always(thinker);
  return diamond;
};

test.each([
  ['its first task is at work', 1, (request: RecordedRequest) => taskIn(request)?.startsWith('Gather #') ?? false],
  ['its second round is drawn up', 0, isPlanning],
  ['its last task is at work', 0, (request: RecordedRequest) => taskIn(request)?.startsWith('Join again') ?? false],
])(
  'a plan continues when the whole system is restarted while %s',
  async (_when, gatheredAnew, isMoment) => {
    const diamond = await restartAt(isMoment);
    expect(executionsOf(world, diamond)).toEqual([]);
    await converge(world, diamond);
    await expectDiamond(world, diamond);
    // The name of an execution nobody knows any more is free again.
    expect(executionsOf(world, diamond).map(({ name, status }) => [name, status])).toEqual([
      [`${diamond.run}-1`, 'SUCCEEDED'],
    ]);
    // What had been brought before was not asked for again.
    const gathered = world.artel.model.requests.filter((request) => taskIn(request)?.startsWith('Gather #'));
    expect(gathered).toHaveLength(gatheredAnew);
  },
  10 * MINUTE,
);
