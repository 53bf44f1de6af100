import { synthesize } from '../../../infra/synth.ts';
import { type Person, startArtel } from '../../support/artel.ts';
import { namedBundles } from '../named-bundles.ts';
import { ThreadsWatch } from '../threads.ts';
import type { Work } from '../work.ts';

const ROUNDS = 200;
const WARM_UP = 20;
/** What an agent knows before it is asked. */
const KNOWN = 300;

const THINGS = ['the invoice', 'the warehouse', 'the meeting', 'the translation', 'the supplier', 'the test bench'];
const known = (at: number): string => `Note ${at}: ${THINGS[at % THINGS.length]} was looked at on day ${at % 31}.`;

/** An agent is told something, and what it knows is searched. */
export const memory: Work = async (amount = ROUNDS) => {
  const artel = await startArtel({ app: synthesize('dev', { bundle: namedBundles() }) });
  try {
    const alice = await artel.register('alice');
    await alice.chat();
    const lines = Array.from({ length: KNOWN }, (_, at) => JSON.stringify({ text: known(at) })).join('\n');
    await done(alice, 'POST', '/import', lines, { 'content-type': 'application/x-ndjson' });
    await remember(alice, WARM_UP);
    const watch = await ThreadsWatch.begin();
    await remember(alice, amount);
    return { title: `${amount} memories saved and searched, among ${KNOWN}`, ...(await watch.end()) };
  } finally {
    await artel.stop();
  }
};

const remember = async (who: Person, times: number): Promise<void> => {
  for (let one = 0; one < times; one += 1) {
    await done(who, 'POST', '', { text: known(KNOWN + one) });
    await done(who, 'GET', `?query=${encodeURIComponent(THINGS[one % THINGS.length] ?? '')}`);
  }
};

const done = async (who: Person, method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
  const { status, body: answer } = await who.call(method, `/my/agents/helper/context${path}`, body, headers);
  if (status >= 300) throw new Error(`${method} of memory answered ${status}: ${JSON.stringify(answer)}`);
};
