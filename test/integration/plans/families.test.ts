import { describe, expect, test } from 'vitest';
import { MAX_GENERATIONS } from '../../../shared/plans/records/timing.ts';
import { decide, ended } from '../../support/approvals.ts';
import type { Person } from '../../support/artel.ts';
import { type StoredEvent, storedEvents } from '../../support/events.ts';
import { laneOf, send, stateOf } from '../../support/gates.ts';
import { sendPlan } from '../../support/plans.ts';
import { inPlanWorld } from './in-plan-world.ts';
import { expectNothingLeft } from './leftovers.ts';
import { drafted } from './planner.ts';
import { type Family, familyOf, startFamily } from './waiting-family.ts';

/* Requirements: AG4, CH5. */

const here = inPlanWorld([]);

const begin = {
  plan: (who: Person, session: string) =>
    sendPlan(who, session, [
      { id: 'deep', description: 'Ask deep.', agent: 'asker' },
      { id: 'once', description: 'Ask at once.', agent: 'asker' },
    ]),
  'direct run': (who: Person, session: string) => send(who, session, 'Ask deep.', { target_agent: 'asker' }),
};
type Mode = keyof typeof begin;

/** A person asks an agent, it asks another, that asks a third, and that asks the person. */
const waiting = async (mode: Mode, who = here.alice, replan?: ReturnType<typeof drafted>): Promise<Family> => {
  const family = await startFamily({ artel: here.artel, alice: who }, begin[mode], replan);
  if (mode === 'plan') await here.artel.model.waitFor(1, (request) => familyOf(request) === 'Held?');
  return family;
};

/** The same person in another project of theirs. */
const inProject = async (who: Person): Promise<Person & { project: string }> => {
  const { body } = await who.call<{ id: string }>('POST', '/my/projects', { name: 'Aside' });
  const call: Person['call'] = (method, path, ...rest) =>
    who.call(method, path.replace(/^\/my\/(projects\/default\/)?/, `/my/projects/${body.id}/`), ...rest);
  return { ...who, call, project: body.id };
};

const ofRun = (events: StoredEvent[], run: string): string[] =>
  events.filter(({ payload }) => payload.run_id === run).map(({ event_type }) => event_type);

/** Nobody works on for a run that has ended, whatever comes due, and whoever was asked can be deleted. */
const expectAllEnded = async ({ who, letGo }: Family): Promise<void> => {
  const asked = here.artel.model.requests.length;
  letGo();
  await here.operator.timePasses('task');
  await here.artel.cloud.sweep();
  expect(here.artel.model.requests).toHaveLength(asked);
  await expectNothingLeft(here.operator, who);
  const agents = ['asked', 'third', 'helper'];
  for (const agent of agents) expect((await who.call('DELETE', `/my/agents/${agent}`)).status).toBe(204);
  const items = await here.operator.itemsOf(`USER#${who.id}`);
  expect(items.filter(({ kind, agent_name }) => kind === 'lane' && agents.includes(String(agent_name)))).toEqual([]);
};

const ENDINGS: Record<string, (family: Family) => Promise<unknown>> = {
  'its agent is deleted': ({ who }) => who.call('DELETE', '/my/agents/asker'),
  'its run is cancelled': ({ who, run }) => who.call('POST', `/my/runs/${run}/cancel`),
  'another message interrupts it': ({ who, session }) =>
    send(who, session, 'Stop.', { target_agent: 'helper', on_conflict: 'interrupt' }),
};
/** As if its tenth execution, the last, had been lost. */
const giveUp = async ({ who, run }: Family): Promise<void> => {
  const items = await here.operator.itemsOf(`USER#${who.id}#PRJ#`);
  const item = items.find(({ kind, run_id }) => kind === 'run' && run_id === run);
  if (!item) throw new Error(`There is no run ${run}.`);
  await here.operator.put({ ...item, generation: MAX_GENERATIONS, due_at: 0 });
  await here.artel.cloud.sweep();
  const executions = here.artel.cloud.stepFunctions.executions().filter(({ name }) => name.startsWith(run));
  for (const execution of executions) execution.abort({ cause: 'It was lost.' });
  await here.operator.timePasses();
  await here.artel.cloud.sweep();
};

const CASES: [ending: string, mode: Mode, end: (family: Family) => Promise<unknown>][] = [
  ...Object.entries(ENDINGS).flatMap(([name, end]) =>
    (['plan', 'direct run'] as const).map((mode): (typeof CASES)[number] => [name, mode, end]),
  ),
  ['its executions are lost for good', 'plan', giveUp],
];

describe('a task that waits for an agent it asked, which asked a third, which asks the person', () => {
  test.each(CASES)('R1: when %s, a %s ends with everything that was asked for it', async (_, mode, end) => {
    const family = await waiting(mode);
    const { who, session, run, approval } = family;
    await end(family);
    await ended(who, session);
    expect(await decide(who, approval, { decision: 'approve', reason: 'Green.' })).toMatchObject({ status: 409 });
    expect((await who.call('GET', `/my/approvals/${approval}`)).body).toMatchObject({ status: 'closed' });
    if (await isInterrupted(family)) await ended(who, session, 2);
    await expectAllEnded(family);
    const types = ofRun(await storedEvents(who, session), run);
    expect(types.at(-1)).toBe('run_completed');
    expect(types.filter((type) => type === 'approval_resolved')).toHaveLength(1);
    expect(['cancelled', 'failed']).toContain(await stateOf(who, run));
  });

  test.each(['plan', 'direct run'] as const)(
    'R1: when its session is deleted, a %s goes with everything that was asked for it',
    async (mode) => {
      const family = await waiting(mode);
      const { who, session, approval } = family;
      expect((await who.call('DELETE', `/my/chat/sessions/${session}`)).status).toBe(204);
      await here.artel.cloud.sweep();
      expect((await decide(who, approval, { decision: 'approve' })).status).toBe(404);
      await expectAllEnded(family);
    },
  );

  test('R1: when its project is deleted, a plan goes with everything that was asked for it', async () => {
    const aside = await inProject(here.alice);
    const { letGo } = await waiting('plan', aside);
    const asked = here.artel.model.requests.length;
    expect((await here.alice.call('DELETE', `/my/projects/${aside.project}`)).status).toBe(204);
    await here.artel.cloud.sweep();
    letGo();
    await here.operator.timePasses();
    await here.artel.cloud.sweep();
    expect(here.artel.model.requests).toHaveLength(asked);
    const left = await here.operator.itemsOf(`USER#${here.alice.id}#PRJ#${aside.project}`);
    expect(left.map(({ sk }) => sk)).toEqual([]);
  });

  test('R1: when a plan is drawn up anew, it goes on without what was asked for the task that is replaced', async () => {
    const family = await waiting('plan', here.alice, drafted({ id: 'again', description: 'Again.', agent: 'helper' }));
    const { who, session, run, approval } = family;
    await who.call('DELETE', '/my/agents/asker');
    await ended(who, session);
    expect(await decide(who, approval, { decision: 'approve' })).toMatchObject({ status: 409 });
    expect(await stateOf(who, run)).toBe('completed');
    await expectAllEnded(family);
    expect(ofRun(await storedEvents(who, session), run).at(-1)).toBe('run_completed');
  });

  test('R1: when the agent in the middle is deleted, its question is closed and the asking agent goes on', async () => {
    const family = await waiting('direct run');
    const { who, session, run, approval } = family;
    await who.call('DELETE', '/my/agents/asked');
    await ended(who, session);
    expect((await decide(who, approval, { decision: 'approve' })).status).toBe(409);
    expect(await stateOf(who, run)).toBe('completed');
    expect(ofRun(await storedEvents(who, session), run).at(-1)).toBe('run_completed');
    await expectNothingLeft(here.operator, who);
  });

  test('R1: when the asking agent is deregistered, nothing ends before it has been answered', async () => {
    const family = await waiting('plan');
    const { who, session, run, approval, letGo } = family;
    expect((await who.call('POST', '/my/agents/asker/deregister')).status).toBeLessThan(300);
    expect(await laneOf(who, 'asker')).toMatchObject({ live: 2 });
    letGo();
    expect((await decide(who, approval, { decision: 'approve', reason: 'Green.' })).status).toBe(200);
    await ended(who, session);
    expect(await stateOf(who, run)).toBe('completed');
    await expectNothingLeft(here.operator, who);
  });
});

/** Another run follows in the same session. */
const isInterrupted = async ({ who, session }: Family): Promise<boolean> =>
  (await storedEvents(who, session)).filter(({ event_type }) => event_type === 'run_started').length > 1;
