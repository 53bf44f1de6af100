import { describe, expect, test } from 'vitest';
import { decide, ended, pendingApproval } from '../../support/approvals.ts';
import type { Run } from '../../support/artel.ts';
import type { StoredEvent } from '../../support/events.ts';
import { historyOf, send } from '../../support/gates.ts';
import { planOf, team } from '../../support/plans.ts';
import { Conductor } from './conductor.ts';
import { inPlanWorld } from './in-plan-world.ts';
import { expectNothingLeft } from './leftovers.ts';
import { type DraftedTask, drafted, Planner } from './planner.ts';

/* Requirements: PL7. */

const here = inPlanWorld([]);

const GATHER = { id: 'gather', description: 'Gather', agent: 'ann' };
const MEASURE = { id: 'measure', description: 'Measure', agent: 'ben' };
const REPORT = { id: 'report', description: 'Report', agent: 'ann', depends_on: ['gather', 'measure'] };
const FIRST = [GATHER, MEASURE, REPORT];
const OTHER_WAY: DraftedTask[] = [
  { id: 'estimate', description: 'Estimate', agent: 'cleo' },
  { id: 'report-2', description: 'Report anew', agent: 'ann', depends_on: ['gather', 'estimate'] },
];

type Ended = { run: Run; answer: string; events: StoredEvent[]; conductor: Conductor };

/** Runs a wish to its end: the planner answers so, these tasks fail, and a person is asked as the plan wants it. */
const wish = async (
  planner: Planner,
  failing: string[],
  during?: (session: string) => Promise<unknown>,
): Promise<Ended> => {
  const conductor = new Conductor(here.artel, planner.answer);
  conductor.failing = new Set(failing);
  conductor.letAllGo();
  const { session } = await team(here.alice, ['ann', 'ben', 'cleo']);
  const sent = await send(here.alice, session, 'Write a report.');
  await during?.(session);
  const events = await ended(here.alice, session);
  const { body: run } = await here.alice.call<Run>('GET', `/my/runs/${sent.body.run.id}`);
  const answer = (await historyOf(here.alice, session)).slice(1).map(([, content]) => content);
  await expectNothingLeft(here.operator, here.alice);
  return { run, answer: answer.join('\n'), events, conductor };
};

const tasksAsked = ({ parts }: Conductor): string[] => parts.map(({ task }) => task).sort();
const eventsOf = (events: StoredEvent[], type: string) => events.filter(({ event_type }) => event_type === type);

describe('a plan of which a task failed', () => {
  test('a plan with a failed task is replanned: only failed and skipped tasks are replaced, and results are reused', async () => {
    const planner = new Planner(drafted(...FIRST), drafted(...OTHER_WAY));
    const { run, answer, events, conductor } = await wish(planner, ['Measure']);
    expect(run.state).toBe('completed');
    expect(answer).toBe('Result of Report anew.');
    expect(tasksAsked(conductor)).toEqual(['Estimate', 'Gather', 'Measure', 'Report anew']);
    const last = conductor.parts.find(({ task }) => task === 'Report anew')?.prompt ?? '';
    expect(last).toContain('### gather (ann): Gather\n> Result of Gather.');
    expect(last).toContain('### estimate (cleo): Estimate\n> Result of Estimate.');

    const plan = await planOf(here.alice, run.id);
    expect(plan.round).toBe(2);
    expect(plan.tasks.map(({ id, state, replaced, round }) => [id, state, replaced, round])).toEqual([
      ['gather', 'completed', false, 1],
      ['measure', 'failed', true, 1],
      ['report', 'skipped', true, 1],
      ['estimate', 'completed', false, 2],
      ['report-2', 'completed', false, 2],
    ]);
    expect(eventsOf(events, 'plan_created')).toHaveLength(1);
    expect(eventsOf(events, 'plan_updated').map(({ payload }) => payload)).toMatchObject([
      {
        round: 2,
        kept: ['gather'],
        tasks: [{ id: 'estimate' }, { id: 'report-2', depends_on: ['gather', 'estimate'] }],
      },
    ]);
    expect(events.at(-1)).toMatchObject({ event_type: 'run_completed', payload: { state: 'completed' } });
  });

  test('replanning tells the planner what is done, with the result, and what failed, with the reason', async () => {
    const planner = new Planner(drafted(...FIRST), drafted(...OTHER_WAY));
    await wish(planner, ['Measure']);
    expect(planner.asked).toHaveLength(2);
    const [, again = ''] = planner.asked;
    expect(again).toContain('{"id":"gather","description":"Gather","result":"Result of Gather."}');
    expect(again).toMatch(/{"id":"measure","description":"Measure","agent":"ben","error":"[^"]+","skipped":false}/);
    expect(again).toContain('"id":"report","description":"Report","agent":"ann","error":"","skipped":true');
    expect(again).toMatch(/## Request\nWrite a report\.$/);
  });

  test('a plan is replanned at most twice; then the answer says what there is and what is missing', async () => {
    const planner = new Planner(
      drafted(GATHER, { ...MEASURE, id: 'm1', description: 'Measure once' }),
      drafted({ ...MEASURE, id: 'm2', description: 'Measure twice' }),
      drafted({ ...MEASURE, id: 'm3', description: 'Measure thrice' }),
    );
    const { run, answer, conductor } = await wish(planner, ['Measure once', 'Measure twice', 'Measure thrice']);
    expect(run).toMatchObject({ state: 'partial', error: null });
    expect(planner.asked).toHaveLength(3);
    expect(tasksAsked(conductor)).toEqual(['Gather', 'Measure once', 'Measure thrice', 'Measure twice']);
    expect(answer).toMatch(
      /^Result of Gather\.\n\n---\n\n\*\*What is missing\*\*\n\n- Measure thrice: failed \(ben: .+\)$/,
    );
    expect((await planOf(here.alice, run.id)).round).toBe(3);
  });

  test('a plan ends as failed, with a task’s reason, when no round produced anything', async () => {
    const planner = new Planner(drafted(MEASURE, GATHER), drafted({ ...MEASURE, id: 'again' }));
    const { run, answer, events } = await wish(planner, ['Measure', 'Gather']);
    expect(run).toMatchObject({ state: 'failed', error: { error_code: 'model_refused' } });
    expect(answer).toBe('');
    expect(events.at(-1)?.payload).toMatchObject({ state: 'failed', error: { error_code: 'model_refused' } });
  });
});

describe('a second plan that cannot be', () => {
  test('a second round without a valid plan keeps what there is, and the answer says so', async () => {
    const planner = new Planner(drafted(...FIRST), { text: 'I would rather not.' });
    const { run, answer } = await wish(planner, ['Measure']);
    expect(run.state).toBe('partial');
    // The plan, its successor, and two chances to mend that.
    expect(planner.asked).toHaveLength(4);
    expect(answer).toMatch(/^Result of Gather\.\n\n---\n\n\*\*What is missing\*\*/);
    expect(answer).toContain('- Measure: failed (ben: ');
    expect(answer).toContain('- Report: skipped, because a result it needed is missing.');
    expect(answer).toContain('No other plan was found: No valid plan could be made for this request. The last attempt');
    expect((await planOf(here.alice, run.id)).round).toBe(1);
  });

  test('a second round that its person rejects keeps what there is', async () => {
    await here.alice.call('PUT', '/my/orchestrator/config', { approval: { max_tasks: 0 } });
    const planner = new Planner(drafted(...FIRST), drafted(...OTHER_WAY));
    const { run, answer, conductor } = await wish(planner, ['Measure'], async (session) => {
      for (const [nth, decision] of [
        [1, 'approve'],
        [2, 'reject'],
      ] as const) {
        const { id, payload } = await pendingApproval(here.alice, session, nth);
        expect(payload.round).toBe(nth);
        expect((await decide(here.alice, id, { decision })).status).toBe(200);
      }
    });
    expect(run.state).toBe('partial');
    expect(tasksAsked(conductor)).toEqual(['Gather', 'Measure']);
    expect(answer).toContain('- Measure: failed');
  });

  test('a second round never repeats a completed task, even if the plan names it', async () => {
    const planner = new Planner(drafted(...FIRST), drafted(...FIRST), drafted(...OTHER_WAY));
    const { run, conductor } = await wish(planner, ['Measure']);
    expect(run.state).toBe('completed');
    expect(planner.asked).toHaveLength(3);
    expect(planner.asked[2]).toContain('- tasks.0.id: "gather" is a completed task and must not be declared again');
    expect(tasksAsked(conductor)).toEqual(['Estimate', 'Gather', 'Measure', 'Report anew']);
  });
});
