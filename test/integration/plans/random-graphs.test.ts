import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import { ended } from '../../support/approvals.ts';
import type { Person } from '../../support/artel.ts';
import { laneOf } from '../../support/gates.ts';
import { inArtel } from '../../support/in-artel.ts';
import { planOf, sendPlan, team } from '../../support/plans.ts';
import { Conductor, resultOf } from './conductor.ts';
import { expectNothingLeft, placesTaken } from './leftovers.ts';
import { expectOrderlyLog } from './orderly-log.ts';
import { agentName, described, fatesOf, mostAtOnce, type RandomGraph, randomGraph } from './random-graph.ts';

/* Requirements: PL3. */

/** Graphs; `GRAPHS=200 npx vitest run test/integration/plans/random-graphs.test.ts` for a long look. */
const GRAPHS = Number(process.env.GRAPHS ?? 3);
/** Agent workers of the dev template: more answers are never in the making at once. */
const WORKERS = 6;

const here = inArtel();

type Team = { person: Person; session: string; lanes: string[] };

/** Somebody new each time: an agent that failed three times is not given work by the check of the next plan. */
const open = async (graph: RandomGraph): Promise<Team> => {
  const person = await here.artel.register('alice');
  const lanes: string[] = [];
  for (const [place, concurrency_limit] of graph.slots.entries()) {
    const config = { name: agentName(place), system_prompt: 'You work.', concurrency_limit };
    const { body } = await person.call<{ id: string }>('POST', '/my/agents', config);
    lanes.push(body.id);
  }
  const approval = { max_tasks: 200, max_cost: 1_000, min_risk: 'high' };
  await person.call('PUT', '/my/orchestrator/config', { max_parallel: graph.max_parallel, max_tasks: 60, approval });
  return { person, lanes, ...(await team(person, [])) };
};

const expectWithinLimits = async (graph: RandomGraph, { person, lanes }: Team): Promise<void> => {
  expect(await placesTaken(here.operator, person)).toBeLessThanOrEqual(graph.max_parallel);
  for (const [place, agent] of lanes.entries()) {
    expect((await laneOf(person, agent)).running).toBeLessThanOrEqual(graph.slots[place] ?? 0);
  }
};

const runGraph = async (graph: RandomGraph): Promise<void> => {
  const opened = await open(graph);
  const { person, session } = opened;
  const conductor = new Conductor(here.artel);
  conductor.failing = graph.failing;
  const sent = await sendPlan(person, session, graph.tasks);
  expect(sent.status).toBe(202);
  const done = new Set<string>();
  for (let turn = 0; ; turn += 1) {
    const most = Math.min(WORKERS, mostAtOnce(graph, done));
    if (most === 0) break;
    await conductor.works(most);
    await expectWithinLimits(graph, opened);
    expect(conductor.held).toHaveLength(most);
    const choice = graph.choices[turn % graph.choices.length] ?? 0;
    const chosen = conductor.held.filter((_, place) => (choice + place) % 3 !== 0 || place === choice % most);
    for (const description of chosen) done.add(description.slice(described('').length));
    conductor.letGo(...chosen);
  }
  const events = await ended(person, session);

  const fates = fatesOf(graph);
  const plan = await planOf(person, sent.body.run.id);
  expect(new Map(plan.tasks.map(({ id, state }) => [id, state]))).toEqual(fates);
  const completed = [...fates.values()].filter((fate) => fate === 'completed').length;
  expect(plan.state).toBe(completed === 0 ? 'failed' : completed === fates.size ? 'completed' : 'partial');
  expectOnceAndInOrder(graph, conductor);
  expectOrderlyLog(events, graph.tasks, fates);
  await expectNothingLeft(here.operator, person);
};

const expectOnceAndInOrder = ({ tasks, failing }: RandomGraph, { parts }: Conductor): void => {
  const fates = fatesOf({ tasks, failing });
  const ran = tasks.filter(({ id }) => fates.get(id) !== 'skipped').map(({ description }) => description);
  expect(parts.map(({ task }) => task).sort()).toEqual(ran.sort());
  const byTask = new Map(parts.map((part) => [part.task, part]));
  for (const { description, depends_on = [] } of tasks) {
    const part = byTask.get(description);
    if (!part) continue;
    const given = depends_on.map(described);
    for (const on of given) expect(byTask.get(on)?.ended).toBeLessThan(part.began);
    const results = part.prompt.split('## Results of earlier tasks')[1] ?? '';
    expect(results.match(/Result of .*/g)?.sort() ?? []).toEqual(given.map(resultOf).sort());
  }
};

test(
  'any graph runs each task once, after its dependencies, as many at once as the limits allow and no more',
  async () => {
    await fc.assert(fc.asyncProperty(randomGraph, runGraph), { numRuns: GRAPHS, endOnFailure: true });
  },
  GRAPHS * 2 * MINUTE,
);
