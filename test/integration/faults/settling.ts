import { expect } from 'vitest';
import { decide } from '../../support/approvals.ts';
import type { Run } from '../../support/artel.ts';
import { storedEvents } from '../../support/events.ts';
import type { Call, Plan } from '../../support/fault-proxy.ts';
import { historyOf, send } from '../../support/gates.ts';
import { said } from '../../support/tool-server.ts';
import { BETWEEN, questionFor } from './thinker.ts';
import { AGENT, type World } from './world.ts';

/** What a person says when nobody knows whether something was done. */
export type OnDoubt = 'approve' | 'reject';
export type Settled = { session: string; run: string; state: string; calls: Call[]; repeats: number; minutes: number };

/** More than a run needs that loses its worker, its messages and its patience. */
const MOST_MINUTES = 15;
let refs = 0;

/**
 * One run with three tool calls, from its message to its end, under a plan of faults. A person decides what is asked;
 * whenever nobody works and nothing is asked, a minute passes. `heals`: after how many minutes the faults stop. `alone`:
 * whether no other run is under way, so that the agent has to be without work at the end.
 */
export const settle = async (
  world: World,
  session: string,
  plan: Plan,
  { onDoubt = 'approve', heals = 2, alone = true }: { onDoubt?: OnDoubt; heals?: number; alone?: boolean } = {},
): Promise<Settled> => {
  refs += 1;
  const ref = `invoice-${refs}`;
  const { alice, operator, proxy } = world;
  let healed = false;
  proxy.begin((call) => (healed ? undefined : plan(call)));
  const sent = await send(alice, session, questionFor(ref), { target_agent: AGENT });
  expect([ref, sent.status]).toEqual([ref, 202]);
  const run = sent.body.run.id;
  const partition = `${world.project}#RUN#${run}`;
  let repeats = 0;
  let minutes = 0;
  for (;;) {
    await world.idle();
    const [task] = await operator.partition(partition, 'TSK#');
    if (isFinal(task?.state)) break;
    if (task?.why === 'approval') {
      const id = String(task.approval);
      const about = (await alice.call<{ kind: string }>('GET', `/my/approvals/${id}`)).body.kind;
      const decision = about === 'tool' ? 'approve' : onDoubt;
      if (about === 'unknown_outcome' && decision === 'approve') repeats += 1;
      const decided = await decide(alice, id, { decision });
      expect([ref, decided.status]).toEqual([ref, 200]);
      continue;
    }
    minutes += 1;
    if (minutes > heals) healed = true;
    if (minutes > MOST_MINUTES) throw new Error(`${ref} never ends: ${JSON.stringify(task)}`);
    await world.minutePasses();
  }
  const { calls } = proxy;
  proxy.begin(() => undefined);
  const state = await expectSettled(world, { session, run, ref, repeats });
  if (alone) await expectEmptyLane(world);
  await remember(world, partition);
  return { session, run, state, calls, repeats, minutes };
};

export const expectEmptyLane = async ({ operator, lane }: World): Promise<void> => {
  expect((await operator.partition(lane, 'LANE'))[0]).toMatchObject({ running: 0, waiting: 0, live: 0 });
};

const isFinal = (state: unknown): boolean => ['completed', 'failed', 'cancelled'].includes(String(state));

/** An answer that could not be remembered at once is remembered when its time has come, and asks for nothing more. */
const remember = async ({ operator, idle, minutePasses }: World, partition: string): Promise<void> => {
  for (let minute = 0; minute < 3; minute += 1) {
    await idle();
    const [task] = await operator.partition(partition, 'TSK#');
    if (task?.due_at === undefined) return;
    await minutePasses();
  }
  await idle();
  expect((await operator.partition(partition, 'TSK#'))[0]).not.toHaveProperty('due_at');
};

/** Whatever happened: one end, a right answer or a stated reason, every effect at most once, nothing left behind. */
const expectSettled = async (
  { alice, operator, tools, project }: World,
  { session, run, ref, repeats }: { session: string; run: string; ref: string; repeats: number },
): Promise<string> => {
  const { body } = await alice.call<Run>('GET', `/my/runs/${run}`);
  const events = await storedEvents(alice, session);
  expect(events.map(({ event_id }) => event_id)).toEqual(events.map((_, place) => place + 1));
  const ends = events.filter(({ event_type, payload }) => event_type === 'run_completed' && payload.run_id === run);
  expect(ends.map(({ payload }) => payload.state)).toEqual([body.state]);

  const done = (tool: string): number => tools.executions.filter((one) => one.tool === tool && one.ref === ref).length;
  expect(done('deposit') + done('order')).toBeLessThanOrEqual(2 + repeats);
  expect(done('deposit')).toBeLessThanOrEqual(1 + repeats);
  expect(done('order')).toBeLessThanOrEqual(1 + repeats);
  const keys = new Set(tools.executions.filter((one) => one.ref === ref).map(({ tool, key }) => `${tool} ${key}`));
  expect(keys.size).toBe(['lookup', 'deposit', 'order'].filter((tool) => done(tool) > 0).length);

  const history = await historyOf(alice, session);
  const asked = history.findIndex(([, content]) => content === questionFor(ref));
  if (body.state === 'completed') {
    const [role, answer = ''] = history[asked + 1] ?? [];
    expect(role).toBe('assistant');
    const told = answer.split(BETWEEN);
    expect(told).toHaveLength(3);
    for (const [place, tool] of ['lookup', 'deposit', 'order'].entries())
      expectTrue(tool, ref, told[place], done(tool));
  } else {
    expect(body).toMatchObject({ state: 'failed', error: { error_code: expect.any(String), detail: /\w+ \w+/ } });
    expect(history.length).toBe(asked + 1);
  }

  const [state] = await operator.partition(`${project}#SES#${session}`, 'STATE');
  expect(state).toMatchObject({ queued: 0 });
  expect(state).not.toHaveProperty('active');
  return body.state;
};

/** What the answer says of a tool: that it did its work, which is then so, or why that is not known. */
const expectTrue = (tool: string, ref: string, told = '', executions: number): void => {
  if (told.includes(said(tool, ref))) expect(executions).toBeGreaterThan(0);
  else expect(told).toMatch(REASONS);
};

const REASONS =
  /not known|unknown, and it was not repeated|cannot be reached|are missing|HTTP 500|answered with status 500|connection .*broke|There is no tool/;
