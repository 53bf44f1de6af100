import { afterAll, afterEach, beforeAll } from 'vitest';
import { ENV } from '../../../shared/core/environment.ts';
import type { ScriptedModel } from '../../support/scripted-model.ts';
import { startWorld, type World } from './world.ts';

type Options = Parameters<typeof startWorld>[0] & { answers?: Parameters<ScriptedModel['always']>[0] };

/** The world of a test file whose plans are struck, its model, and the name of its timers' queue. */
export const inPlanFaults = ({ answers, ...options }: Options = {}): { world: World; timers: string } => {
  const here = { timers: '' } as { world: World; timers: string };
  beforeAll(async () => {
    here.world = await startWorld(options);
    const { cloud, model } = here.world.artel;
    if (answers) model.always(answers);
    here.timers = cloud.queues.byUrl(cloud.environmentOf('my')[ENV.timersQueue] ?? '')?.settings.name ?? '';
  });
  afterAll(() => here.world.stop());
  afterEach(() => {
    here.world.artel.cloud.queues.onSend = () => 'deliver';
  });
  return here;
};
