import { afterAll, beforeAll } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import type { ScriptedModel } from '../../support/scripted-model.ts';
import { startWorld, type World } from './world.ts';

type Options = Parameters<typeof startWorld>[0] & { answers?: Parameters<ScriptedModel['always']>[0] };

/** The world of a test file of plans that are struck. */
export const inPlanFaults = ({ answers, ...options }: Options = {}): { world: World } => {
  const here = {} as { world: World };
  beforeAll(async () => {
    here.world = await startWorld(options);
    if (answers) here.world.artel.model.always(answers);
  }, MINUTE);
  afterAll(() => here.world.stop());
  return here;
};
