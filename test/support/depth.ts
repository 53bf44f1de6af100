import type { Artel, Person } from './artel.ts';

/** Long against the jitter of a turn; so short that what an invocation has read holds, for a second, all the way. */
const DELAY_MS = 40;

type Sample = { artel: Artel; person: Person; session: string; turns: number };

/** Milliseconds from the request to the end of its run, in the fastest of several turns. */
const fastest = async ({ person, session, turns }: Sample): Promise<number> => {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const begun = Date.now();
    const { body } = await person.call('POST', `/my/chat/${session}/message?wait=25`, {
      content: `How deep is turn ${turn} of ${begun}?`,
      target_agent: 'helper',
    });
    times.push(Date.parse(String((body as { run: { ended_at: string } }).run.ended_at)) - begun);
  }
  return Math.min(...times);
};

/**
 * How many calls of the table wait for each other in a direct turn, from the request to the write that ends its run: by how
 * much longer it takes where each call takes longer. Calls beside each other count once.
 */
export const depthOfTurn = async (sample: Sample): Promise<number> => {
  const { cloud } = sample.artel;
  const without = await fastest(sample);
  await cloud.delayTable(DELAY_MS);
  try {
    const slowed = await fastest(sample);
    // The time in the run is from before the write that ends it.
    return Math.round((slowed - without) / DELAY_MS) + 1;
  } finally {
    await cloud.delayTable(0);
  }
};
