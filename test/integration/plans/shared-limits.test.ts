import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import { ended, eventually, pendingApproval } from '../../support/approvals.ts';
import type { Person } from '../../support/artel.ts';
import { typesOf } from '../../support/events.ts';
import { holdAnswer, laneOf, send } from '../../support/gates.ts';
import { type GivenTask, planOf, sendPlan, taskFor, team } from '../../support/plans.ts';
import { Conductor } from './conductor.ts';
import { inPlanWorld } from './in-plan-world.ts';
import { expectNothingLeft, placesTaken } from './leftovers.ts';

/** Mixtures of work; more with `MIXTURES=50`. */
const MIXTURES = Number(process.env.MIXTURES ?? 3);

const here = inPlanWorld([]);

const AGENTS = ['ann', 'ben'];
type Mixture = {
  slots: number[];
  max_parallel: number;
  plans: { agent: number; on: number[] }[][];
  direct: number[];
  choices: number[];
};

const mixture: fc.Arbitrary<Mixture> = fc.record({
  slots: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 2 }),
  max_parallel: fc.integer({ min: 1, max: 5 }),
  plans: fc.array(
    fc.array(fc.record({ agent: fc.nat(1), on: fc.uniqueArray(fc.nat(9), { maxLength: 2 }) }), {
      minLength: 1,
      maxLength: 8,
    }),
    { minLength: 2, maxLength: 2 },
  ),
  /** Messages to one agent each, in sessions of their own. */
  direct: fc.array(fc.nat(1), { maxLength: 5 }),
  choices: fc.array(fc.nat(1_000), { minLength: 8, maxLength: 8 }),
});

const tasksOf = (plan: Mixture['plans'][number], name: string): GivenTask[] =>
  plan.map(({ agent, on }, place) => ({
    id: `t${place}`,
    description: `Do ${name}${place}`,
    agent: AGENTS[agent] as string,
    depends_on: [...new Set(place === 0 ? [] : on.map((back) => `t${back % place}`))],
  }));

/** A message that the conductor holds back like a task. */
const direct = (place: number): string => `## Your task\nAnswer ${place}`;

const runMixture = async ({ slots, max_parallel, plans, direct: messages, choices }: Mixture): Promise<void> => {
  const alice = await here.artel.register('alice');
  for (const [place, name] of AGENTS.entries()) await team(alice, [name], { concurrency_limit: slots[place] });
  await alice.call('PUT', '/my/orchestrator/config', { max_parallel });
  const conductor = new Conductor(here.artel);
  const sessions: string[] = [];
  const begin = async (start: (session: string) => Promise<{ status: number }>): Promise<void> => {
    const { session } = await team(alice, []);
    sessions.push(session);
    expect((await start(session)).status).toBe(202);
  };
  const early = messages.slice(0, 2);
  for (const [place, agent] of early.entries()) {
    await begin((session) => send(alice, session, direct(place), { target_agent: AGENTS[agent] }));
  }
  for (const [place, plan] of plans.entries()) {
    await begin((session) => sendPlan(alice, session, tasksOf(plan, 'ab'[place] as string)));
  }
  for (const [place, agent] of messages.slice(2).entries()) {
    await begin((session) => send(alice, session, direct(place + 2), { target_agent: AGENTS[agent] }));
  }
  const all = messages.length + plans.flat().length;
  for (let done = 0; done < all; done += 1) {
    await conductor.works(1);
    expect(await placesTaken(here.operator, alice)).toBeLessThanOrEqual(max_parallel);
    for (const [place, name] of AGENTS.entries()) {
      expect((await laneOf(alice, name)).running).toBeLessThanOrEqual(slots[place] as number);
    }
    conductor.letGo(conductor.held[(choices[done % choices.length] as number) % conductor.held.length] as string);
  }
  for (const session of sessions) {
    const events = await ended(alice, session);
    expect(events.at(-1)?.payload.state).toBe('completed');
  }
  expect(new Set(conductor.parts.map((part) => part.task)).size).toBe(all);
  expect(conductor.parts).toHaveLength(all);
  await expectNothingLeft(here.operator, alice);
};

test(
  'plans and messages that share agents all end by themselves, within all their limits',
  async () => {
    await fc.assert(fc.asyncProperty(mixture, runMixture), { numRuns: MIXTURES, endOnFailure: true });
  },
  MIXTURES * 2 * MINUTE,
);

const scene = async (config: Record<string, unknown>): Promise<{ alice: Person; session: string; aside: string }> => {
  const alice = await here.artel.register('alice');
  await team(alice, ['ben']);
  await team(alice, ['scribe'], { tools: ['file_write'], concurrency_limit: 1, ...config });
  return { alice, session: (await team(alice, [])).session, aside: (await team(alice, [])).session };
};

test('a task that other work blocked starts when that work ends, though another task of its plan waits for a person', async () => {
  const { alice, session, aside } = await scene({});
  const conductor = new Conductor(here.artel);
  conductor.calls.set('Do asks', { name: 'file_write', arguments: { path: 'a.txt', content: 'a' } });
  const { body } = await sendPlan(alice, session, [
    taskFor('asks', [], 'scribe'),
    taskFor('first', [], 'ben'),
    taskFor('then', ['first'], 'scribe'),
  ]);
  await pendingApproval(alice, session);
  await conductor.answers('Do first');
  const held = holdAnswer(here.artel, 'Be busy.');
  await send(alice, aside, 'Be busy.', { target_agent: 'scribe' });
  await held.arrived;
  conductor.letGo('Do first');
  await eventually(alice, session, (events) => typesOf(events).includes('task_completed'));
  held.letGo();
  await ended(alice, aside);
  await conductor.answers('Do then');
  conductor.letAllGo();
  const states = (await planOf(alice, body.run.id)).tasks.map(({ id, state }) => [id, state]);
  expect(states).toContainEqual(['asks', 'waiting']);
});
