import { expect, test } from 'vitest';
import { depthOfTurn } from '../../support/depth.ts';
import { inArtel } from '../../support/in-artel.ts';

const here = inArtel();

const TURNS = 6;
/** Of the table's calls, those that wait for each other: 19, and two more because it is measured by time. */
const MOST_DEEP = 21;
const MEASUREMENTS = 3;
/** What a container reads once, and what agents remember of each other's first turns, is behind it by then. */
const WARM_UP = 8;

type Cost = { calls: number; readUnits: number; writeUnits: number; byAction: Record<string, number> };

/** What the functions of one turn ask of AWS, from its message to the answer that the same request brings. */
const costOf = async (session: string, content: string): Promise<Cost> => {
  await here.artel.cloud.resetCounts();
  const sent = await here.alice.call('POST', `/my/chat/${session}/message?wait=25`, {
    content,
    target_agent: 'helper',
  });
  expect(sent.status).toBe(200);
  const counts = Object.entries(await here.artel.cloud.counts()).filter(([action]) => !action.startsWith('function:'));
  const sum = (part: 'calls' | 'readUnits' | 'writeUnits'): number =>
    counts.reduce((all, [, count]) => all + (part in count ? Number(count[part as keyof typeof count]) : 0), 0);
  return {
    calls: sum('calls'),
    readUnits: sum('readUnits'),
    writeUnits: sum('writeUnits'),
    byAction: Object.fromEntries(counts.map(([action, { calls }]) => [action, calls])),
  };
};

/*
 * Counts, which do not depend on the machine, but for one thing: a slow one looks more often whether the answer is there, and
 * takes for old what it has read. The cheapest of several turns has waited least.
 */
test('a direct turn with memory, waited for over REST, asks AWS no more than this', async () => {
  here.artel.model.always({ text: 'This is an answer of seven words.' });
  const { session } = await here.alice.chat();
  for (let turn = 0; turn < WARM_UP; turn += 1) await costOf(session, `Warm up ${turn}`);
  const costs: Cost[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) costs.push(await costOf(session, `Question ${turn}`));
  const [cheapest] = costs.sort((one, other) => one.calls - other.calls);
  expect(cheapest, JSON.stringify(cheapest)).toSatisfy(
    ({ calls, readUnits, writeUnits }: Cost) => calls <= 22 && readUnits <= 20 && writeUnits <= 62,
  );
  expect(cheapest?.byAction).toMatchObject({ 'dynamodb:TransactWriteItems': 3, 'sqs:SendMessage': 1 });
});

test('of the calls of a direct turn no more wait for each other than this', async () => {
  here.artel.model.always({ text: 'This is an answer of seven words.' });
  const { session } = await here.alice.chat();
  for (let turn = 0; turn < 2; turn += 1) await costOf(session, `Warm up ${turn}`);
  // A busy machine makes it look deeper, never shallower: the first measurement that is good enough stands.
  const depths: number[] = [];
  while (depths.length < MEASUREMENTS && !(Math.min(...depths) <= MOST_DEEP))
    depths.push(await depthOfTurn({ artel: here.artel, person: here.alice, session, turns: 4 }));
  expect(Math.min(...depths), depths.join()).toBeLessThanOrEqual(MOST_DEEP);
});
