import { synthesize } from '../../../infra/synth.ts';
import { startArtel } from '../../support/artel.ts';
import { namedBundles } from '../named-bundles.ts';
import { ThreadsWatch } from '../threads.ts';
import type { Work } from '../work.ts';

const TURNS = 100;
const WARM_UP = 20;

/** Direct turns, one after the other, each in a new session. */
export const turn: Work = async (amount = TURNS) => {
  const artel = await startArtel({ app: synthesize('dev', { bundle: namedBundles() }) });
  try {
    artel.model.always({ text: 'This is an answer of seven words.' });
    const alice = await artel.register('alice');
    const take = async (turns: number): Promise<void> => {
      for (let one = 0; one < turns; one += 1) {
        const { session } = await alice.chat();
        const { status } = await alice.ask(session, `Question ${one}`, { target_agent: 'helper' });
        if (status !== 200) throw new Error(`A turn was answered ${status}.`);
      }
    };
    await take(WARM_UP);
    const watch = await ThreadsWatch.begin();
    await take(amount);
    return { title: `${amount} direct turns, one at a time`, ...(await watch.end()) };
  } finally {
    await artel.stop();
  }
};
