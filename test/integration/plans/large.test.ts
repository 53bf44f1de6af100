import { beforeAll, expect, test } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import { ended } from '../../support/approvals.ts';
import { inArtel } from '../../support/in-artel.ts';
import { type GivenTask, planOf, sendPlan, team } from '../../support/plans.ts';
import { Conductor } from './conductor.ts';
import { expectNothingLeft } from './leftovers.ts';
import { expectOrderlyLog } from './orderly-log.ts';

/** The largest plan there may be. */
const TASKS = 200;
const EDGES = 1_000;
const DEPENDENTS = 150;
/** Of the graph below the first: each of the last waits for so many of them. */
const SINKS = TASKS - 1 - DEPENDENTS;

const AGENTS = ['ann', 'ben', 'cleo', 'dan'];

const here = inArtel();

let session: string;

beforeAll(async () => {
  ({ session } = await team(here.alice, AGENTS, { concurrency_limit: 10 }));
  const approval = { max_tasks: TASKS, max_cost: 1_000, min_risk: 'high' };
  await here.alice.call('PUT', '/my/orchestrator/config', { max_parallel: 50, max_tasks: TASKS, approval });
});

const task = (place: number, depends_on: number[]): GivenTask => ({
  id: `t${place}`,
  description: `Do ${place}`,
  agent: AGENTS[place % AGENTS.length] as string,
  depends_on: depends_on.map((on) => `t${on}`),
});

/** One task before 150 others, and 49 that each wait for many of those, edges to the last one allowed. */
const largest = (): GivenTask[] => {
  const middle = Array.from({ length: DEPENDENTS }, (_, place) => task(place + 1, [0]));
  const left = EDGES - DEPENDENTS;
  const last = Array.from({ length: SINKS }, (_, sink) => {
    const share = Math.floor(left / SINKS) + (sink < left % SINKS ? 1 : 0);
    const on = Array.from({ length: share }, (_unused, step) => 1 + ((sink * 3 + step * 7) % DEPENDENTS));
    return task(DEPENDENTS + 1 + sink, on);
  });
  return [task(0, []), ...middle, ...last];
};

test(
  'a plan of 200 tasks, 1,000 dependencies and a task with 150 dependants completes',
  async () => {
    const tasks = largest();
    expect([tasks.length, tasks.flatMap(({ depends_on = [] }) => depends_on).length]).toEqual([TASKS, EDGES]);
    const conductor = new Conductor(here.artel);
    conductor.letAllGo();
    const sent = await sendPlan(here.alice, session, tasks);
    expect(sent.status).toBe(202);
    await conductor.began(TASKS);
    const events = await ended(here.alice, session);
    expect(conductor.parts.map((part) => part.task).sort()).toEqual(tasks.map(({ description }) => description).sort());
    expectOrderlyLog(events, tasks, new Map(tasks.map(({ id }) => [id, 'completed'])));
    const plan = await planOf(here.alice, sent.body.run.id);
    expect(plan.state).toBe('completed');
    expect(plan.tasks).toHaveLength(TASKS);
    expect(plan.critical_path).toHaveLength(3);
    await expectNothingLeft(here.operator, here.alice);
  },
  10 * MINUTE,
);

test(
  'a failure of the root task skips all 199 others',
  async () => {
    const tasks = largest();
    const conductor = new Conductor(here.artel);
    conductor.failing = new Set(['Do 0']);
    const sent = await sendPlan(here.alice, session, tasks);
    const events = await ended(here.alice, session, 2);
    const own = events.filter(({ payload }) => payload.run_id === sent.body.run.id);
    expect(own.filter(({ event_type }) => event_type === 'task_skipped')).toHaveLength(TASKS - 1);
    expect(own.at(-1)).toMatchObject({ event_type: 'run_completed', payload: { state: 'failed' } });
    expect(conductor.parts.map((part) => part.task)).toEqual(['Do 0']);
    await expectNothingLeft(here.operator, here.alice);
  },
  10 * MINUTE,
);
