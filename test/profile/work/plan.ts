import { synthesize } from '../../../infra/synth.ts';
import { measure, teamFor } from '../../bench/plans/measured.ts';
import { WIDE_FAN, warmUp } from '../../bench/plans/shapes.ts';
import { startArtel } from '../../support/artel.ts';
import { namedBundles } from '../named-bundles.ts';
import { ThreadsWatch } from '../threads.ts';
import type { Work } from '../work.ts';

const PLANS = 3;
/** Of each task's model, in milliseconds: what is waited for is no CPU. */
const TIME = 100;

/** Plans of forty tasks that begin together and one that waits for them all. */
export const plan: Work = async (amount = PLANS) => {
  const artel = await startArtel({ app: synthesize('staging', { bundle: namedBundles() }) });
  try {
    const shape = { ...WIDE_FAN, jobs: WIDE_FAN.jobs.map((job) => ({ ...job, time: TIME })) };
    const alice = await teamFor(artel, shape);
    await measure(artel, alice, warmUp);
    const watch = await ThreadsWatch.begin();
    for (let one = 0; one < amount; one += 1) await measure(artel, alice, shape);
    return { title: `Plans (${amount}): ${WIDE_FAN.name}`, ...(await watch.end()) };
  } finally {
    await artel.stop();
  }
};
