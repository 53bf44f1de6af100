import { setTimeout as after } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SendFault } from '../../../infra/local/services/sqs/queues.ts';
import { synthesize } from '../../../infra/synth.ts';
import { MINUTE } from '../../../shared/core/clock.ts';
import { type Artel, type Person, type Run, startArtel } from '../../support/artel.ts';
import { chanceOf } from '../../support/chance.ts';
import { historyOf, laneOf } from '../../support/gates.ts';
import { type Operator, operatorOf } from '../../support/operator.ts';
import { answerAtDesks, Desk } from './desk.ts';

/* Requirements: BUS1. */

/** Messages for each agent; `MESSAGES=50 npm test` sends ten agents 500. */
const EACH = Number(process.env.MESSAGES ?? 7);
const LONGEST = 5 * MINUTE + EACH * 6_000;

let artel: Artel;
let people: Person[];
let operator: Operator;
const desks: Desk[] = [];

beforeAll(async () => {
  artel = await startArtel({ app: synthesize('staging') });
  people = [await artel.register('alice'), await artel.register('bob')];
  operator = operatorOf(artel.cloud);
  answerAtDesks(artel, desks);
});
afterAll(async () => {
  operator.stop();
  await artel.stop();
});
afterEach(() => {
  artel.cloud.queues.onSend = () => 'deliver';
});

/** Agents of alternating owners with these limits, with room for exactly the messages they will get. */
const open = async (limits: number[]): Promise<Desk[]> => {
  const opened = limits.map((limit, place) => new Desk(people[place % 2]!, `desk-${desks.length + place}`, limit));
  desks.push(...opened);
  await Promise.all(opened.map((desk) => desk.open(EACH - desk.limit)));
  return opened;
};
const questions = ({ name }: Desk): string[] => Array.from({ length: EACH }, (_, place) => `${name}: ${place}`);

type Sent = { session: string; run: string };

/** One after the other, so that their order of arrival is known; the agents all at once. */
const sendAll = async (desk: Desk): Promise<Sent[]> => {
  const sent: Sent[] = [];
  for (const question of questions(desk)) {
    const { status, ...ids } = await desk.say(question);
    expect([question, status]).toEqual([question, 202]);
    sent.push(ids);
  }
  return sent;
};

const conflicts = (times: number) =>
  artel.cloud.dynamodb.injectFault({ action: 'TransactWriteItems', error: 'TransactionConflict', times });

/** Lets the answers go one by one, each only once as many are in the making as may be: a slot that idles is a hang. */
const serve = async (desk: Desk, limits: Map<number, number> = new Map()): Promise<void> => {
  for (let left = EACH; left > 0; left -= 1) {
    await desk.busyWith(Math.min(desk.limit, left));
    const limit = limits.get(EACH - left);
    if (limit !== undefined) {
      await desk.changeLimit(limit, EACH);
      await desk.busyWith(Math.min(limit, left));
    }
    desk.letGo();
  }
};

/** The queue of the workers is empty: nobody works, and nobody is called. */
const quiet = async (): Promise<void> => {
  const agents = artel.cloud.queues.all.filter(({ settings }) => settings.redrive);
  const busy = () => agents.some((queue) => Object.values(queue.counts()).some((count) => count > 0));
  while (busy()) await after(5);
};

const expectAllAnswered = async (desk: Desk, sent: Sent[]): Promise<void> => {
  for (const [place, { session, run }] of sent.entries()) {
    const { body } = await desk.who.call<Run>('GET', `/my/runs/${run}`);
    const question = `${desk.name}: ${place}`;
    expect([question, body.state]).toEqual([question, 'completed']);
    expect(await historyOf(desk.who, session)).toEqual([
      ['user', question],
      ['assistant', `Answered: ${question}`],
    ]);
  }
  expect(await laneOf(desk.who, desk.name)).toMatchObject({ running: 0, waiting: 0, live: 0 });
};

/** After the first few, which start side by side, one starts when one ends. */
const expectInOrder = (desk: Desk, sideBySide: number): void => {
  const wanted = questions(desk);
  expect(desk.asked.slice(0, sideBySide).toSorted()).toEqual(wanted.slice(0, sideBySide).toSorted());
  expect(desk.asked.slice(sideBySide)).toEqual(wanted.slice(sideBySide));
};

// Staging's template lets enough workers live at once; the limits of agents that are busy together add up to ten.
describe(`a crowd: ${EACH} messages for each of ten agents`, () => {
  for (const limits of [
    [5, 3, 1, 1],
    [4, 2, 3],
  ]) {
    test(
      `limits ${limits.join(', ')} hold, no slot idles, all start in order of arrival, all end, and past the queue it is 429`,
      async () => {
        const opened = await open(limits);
        await conflicts(20);
        const sent = await Promise.all(opened.map(sendAll));
        await Promise.all(opened.map((desk) => desk.busyWith(desk.limit)));
        await refuseMore(opened);
        await conflicts(20);
        await Promise.all(opened.map((desk) => serve(desk)));
        await quiet();
        for (const [place, desk] of opened.entries()) {
          expect([desk.most, desk.tooMany]).toEqual([limits[place], 0]);
          expectInOrder(desk, desk.limit);
          await expectAllAnswered(desk, sent[place] ?? []);
        }
      },
      LONGEST,
    );
  }

  test(
    'limits that rise and fall meanwhile hold from the moment they are changed',
    async () => {
      const opened = await open([1, 2]);
      const sent = await Promise.all(opened.map(sendAll));
      const [first, second] = opened as [Desk, Desk];
      await Promise.all([
        serve(
          first,
          new Map([
            [1, 4],
            [4, 2],
          ]),
        ),
        serve(
          second,
          new Map([
            [2, 5],
            [5, 1],
          ]),
        ),
      ]);
      await quiet();
      expect([first.most, second.most]).toEqual([4, Math.min(5, EACH - 2)]);
      for (const [place, desk] of opened.entries()) {
        expect(desk.tooMany).toBe(0);
        await expectAllAnswered(desk, sent[place] ?? []);
      }
    },
    LONGEST,
  );

  test(
    'queue messages that are lost, doubled and late change neither limits nor answers',
    async () => {
      const chance = chanceOf(20);
      const fates = ['deliver', 'drop', 'double', { delayMs: 15 }] as const;
      artel.cloud.queues.onSend = (): SendFault => chance.one(fates);
      const [desk] = (await open([3])) as [Desk];
      const sent = sendAll(desk);
      let answered = 0;
      const serving = (async () => {
        for (; answered < EACH; answered += 1) {
          await desk.busyWith(1);
          desk.letGo();
        }
      })();
      const runs = await sent;
      while (answered < EACH) {
        await quiet();
        await operator.timePasses('task');
        await artel.cloud.sweep();
      }
      await serving;
      await quiet();
      expect(desk.most).toBeLessThanOrEqual(3);
      expect(desk.asked.toSorted()).toEqual(questions(desk).toSorted());
      await expectAllAnswered(desk, runs);
    },
    LONGEST,
  );
});

const refuseMore = async (opened: Desk[]): Promise<void> => {
  const refused = await Promise.all(opened.flatMap((desk) => [desk.say('one too many'), desk.say('two too many')]));
  expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 429));
  const items = await operator.itemsOf('USER#');
  for (const { session } of refused) {
    const left = items.filter(({ pk }) => pk.endsWith(`#SES#${session}`)).map(({ sk }) => sk);
    expect(left).toEqual(['STATE']);
  }
};
