import { describe, expect, test } from 'vitest';
import type { SendFault } from '../../../infra/local/services/sqs/queues.ts';
import { MINUTE } from '../../../shared/core/clock.ts';
import { ended } from '../../support/approvals.ts';
import { say } from '../../support/reporting/say.ts';
import { converge } from './converge.ts';
import { asked, startDiamond, thinker } from './diamond.ts';
import { inPlanFaults } from './in-plan-faults.ts';
import { expectDiamond, isDecisive, type Point, strikeEach, survey } from './points.ts';

const here = inPlanFaults({ answers: thinker });

/**
 * A plan while messages meet their fate; answers how many minutes it took. Where none is `lost` it needs no minute to pass:
 * a message that is on its way looks like none, and a minute would end the lease of whom it has just called.
 */
const underFate = async (
  fate: (queue: string, body: string) => SendFault,
  { lost }: { lost: boolean },
): Promise<{ minutes: number; sent: number }> => {
  let sent = 0;
  here.world.begin(() => undefined);
  here.world.artel.cloud.queues.onSend = (queue, body) => {
    sent += 1;
    return fate(queue, body);
  };
  const diamond = await startDiamond(here.world);
  if (!lost) await ended(here.world.alice, diamond.session);
  const minutes = await converge(here.world, diamond);
  await expectDiamond(here.world, diamond);
  expect([...asked(here.world, diamond).values()]).toEqual([1, 1, 1, 1, 1, 1]);
  return { minutes, sent };
};

describe('messages of a plan', () => {
  test('timer messages of a plan that are all lost only cost time: the sweeper completes the plan', async () => {
    const { minutes } = await underFate((queue) => (queue === here.timers ? 'drop' : 'deliver'), { lost: true });
    // To start its execution, and to wake it after each of its two rounds.
    expect(minutes).toBeGreaterThanOrEqual(3);
  });

  test('messages of both queues that are lost when first sent only cost time', async () => {
    const lost = new Set<string>();
    const { minutes } = await underFate(
      (_queue, body) => {
        if (lost.has(body)) return 'deliver';
        lost.add(body);
        return 'drop';
      },
      { lost: true },
    );
    expect(minutes).toBeGreaterThanOrEqual(3);
    expect(lost.size).toBeGreaterThan(5);
  });

  test('messages of a plan that all arrive twice have nothing done twice', async () => {
    const { sent } = await underFate(() => 'double', { lost: false });
    expect(sent).toBeGreaterThan(5);
  });

  test('messages of a plan that arrive late and out of order change nothing', async () => {
    let turn = 0;
    await underFate(
      () => {
        turn += 1;
        return { delayMs: (turn * 37) % 90 };
      },
      { lost: false },
    );
  });
});

test(
  'a lone sweeper that dies at any of its writes leaves the plan to the next one',
  async () => {
    here.world.artel.cloud.queues.onSend = (queue) => (queue === here.timers ? 'drop' : 'deliver');
    const points = (await survey(here.world, { alone: true })).filter(({ part }) => part === 'sweeper');
    const decisive = points.filter(isDecisive);
    const choice: Point[] = process.env.FAULTS === 'all' ? points : decisive.filter((_, place) => place % 4 === 0);
    say(`A sweeper that is alone makes ${points.length} calls for a plan, ${decisive.length} of them writes`);
    await strikeEach(here.world, 'Sweeper killed before', choice, 'kill before');
    await strikeEach(here.world, 'Sweeper killed after', choice, 'kill after');
  },
  20 * MINUTE,
);
