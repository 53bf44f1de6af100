import { synthesize } from '../../infra/synth.ts';
import { startArtel } from '../support/artel.ts';
import { type Measured, measure, teamFor } from './plans/measured.ts';
import { planning } from './plans/planning.ts';
import { actions, cost, handOvers, makespans } from './plans/report.ts';
import { besideOptimum } from './plans/results.ts';
import { SHAPES, WIDE_FAN, warmUp } from './plans/shapes.ts';
import type { Result } from './results/result.ts';

/** Each shape so many times; figures are medians. */
const ROUNDS = 3;

/**
 * How close plans come to what their graphs allow, with a model that takes its time, and what they cost. On the settings of
 * staging: enough workers for ten tasks at a time.
 */
export const plans = async (): Promise<Result[]> => {
  const artel = await startArtel({ app: synthesize('staging') });
  try {
    const alice = await teamFor(artel, warmUp);
    for (let time = 0; time < 2; time += 1) await measure(artel, alice, warmUp);
    const measured: Measured[] = [];
    for (const shape of SHAPES) {
      const who = await teamFor(artel, shape);
      for (let round = 0; round < ROUNDS; round += 1) measured.push(await measure(artel, who, shape));
    }
    makespans(measured);
    handOvers(measured);
    cost(measured);
    actions(measured.filter(({ shape }) => shape === WIDE_FAN));
    return [...besideOptimum(measured), ...(await planning(artel))];
  } finally {
    await artel.stop();
  }
};
