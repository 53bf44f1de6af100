import { synthesize } from '../../../infra/synth.ts';
import { gather } from '../../bench/events/audience.ts';
import { Hearing } from '../../bench/events/heard.ts';
import { speakerIn } from '../../bench/events/speaker.ts';
import { startArtel } from '../../support/artel.ts';
import { namedBundles } from '../named-bundles.ts';
import { ThreadsWatch } from '../threads.ts';
import type { Work } from '../work.ts';

const EVENTS = 60;
const SOCKETS = 200;

/** Events of one session, ten a second, told to many sockets that take several in one frame. */
export const push: Work = async (amount = EVENTS) => {
  const artel = await startArtel({ app: synthesize('dev', { bundle: namedBundles() }) });
  try {
    const who = await artel.register('alice');
    const { session } = await who.chat();
    const hearing = new Hearing();
    const { leave } = await gather({ artel, who, session, hearing }, { sockets: SOCKETS, batches: true });
    const speaker = await speakerIn(artel, who, session);
    const say = async (events: number): Promise<void> => {
      hearing.forget();
      await speaker.say(events);
      await hearing.told(events);
    };
    await say(EVENTS);
    const watch = await ThreadsWatch.begin();
    await say(amount);
    const watched = await watch.end();
    await speaker.stop();
    leave();
    return { title: `${amount} events for ${SOCKETS} sockets of one session`, ...watched };
  } finally {
    await artel.stop();
  }
};
