import { ENV } from '../../shared/core/environment.ts';
import { type Artel, type Person, startArtel } from '../support/artel.ts';
import { median, ms, percentile, print, table } from './figures.ts';
import { beside as compared, type Result } from './results/result.ts';

const TURNS = 20;
/** Twenty times the hundred requests that a tier admits in a minute. */
const REQUESTS_A_SECOND = (20 * 100) / 60;
/** Every third of them is a message to an agent. */
const ONE_MESSAGE_IN = 3;

/** What one person's turns take alone, and while another asks twenty times as often as their tier lets them. */
export const neighbours = async (): Promise<Result[]> => {
  const artel = await startArtel({ environment: { [ENV.tiers]: '{}' } });
  try {
    artel.model.always({ text: 'This is an answer of seven words.' });
    const bob = await artel.register('bob');
    const { session } = await bob.chat();
    await turnsOf(bob, session, 5);
    const alone = await turnsOf(bob, session);
    const crowding = await crowded(artel);
    const beside = await turnsOf(bob, session);
    const { admitted, refused } = await crowding.stop();
    const row = (name: string, taken: number[]) => [name, ms(median(taken)), ms(percentile(taken, 0.95))];
    table(`Bob's turns, ${TURNS} in a row`, [
      ['', 'p50', 'p95'],
      row('alone', alone),
      row('while alice asks at 20 times the limit', beside),
      [
        'ratio',
        ...[median(beside) / median(alone), percentile(beside, 0.95) / percentile(alone, 0.95)].map((one) =>
          one.toFixed(2),
        ),
      ],
    ]);
    print(`  of alice's requests ${admitted} were admitted and ${refused} refused`);
    return [0.5, 0.95].map((part) =>
      compared(`a turn beside a neighbour at 20 times the limit, p${part * 100}; peer: our own, alone`, 'ms', {
        ours: percentile(beside, part),
        peer: percentile(alone, part),
      }),
    );
  } finally {
    await artel.stop();
  }
};

const turnsOf = async (who: Person, session: string, turns = TURNS): Promise<number[]> => {
  const taken: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const begun = performance.now();
    const { status } = await who.ask(session, `Question ${turn}`, { target_agent: 'helper' });
    if (status !== 200) throw new Error(`Bob was answered ${status}.`);
    taken.push(performance.now() - begun);
  }
  return taken;
};

/** Somebody who asks without waiting for answers, until they are stopped. Begins once their limit is reached. */
const crowded = async (artel: Artel) => {
  const alice = await artel.register('alice');
  const { session } = await alice.chat();
  const counts = { admitted: 0, refused: 0 };
  const under = new Set<Promise<void>>();
  const reached = Promise.withResolvers<void>();
  let asked = 0;
  const ask = async (): Promise<void> => {
    asked += 1;
    const isMessage = asked % ONE_MESSAGE_IN === 0;
    const { status } = isMessage
      ? await alice.call('POST', `/my/chat/${session}/message`, { content: 'Quick!', target_agent: 'helper' })
      : await alice.call('GET', '/my/runs');
    counts[status === 429 ? 'refused' : 'admitted'] += 1;
    if (counts.refused > 0) reached.resolve();
  };
  const timer = setInterval(() => {
    const one = ask().finally(() => under.delete(one));
    under.add(one);
  }, 1_000 / REQUESTS_A_SECOND);
  await reached.promise;
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all(under);
      return counts;
    },
  };
};
