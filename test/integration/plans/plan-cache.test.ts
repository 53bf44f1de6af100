import { beforeEach, describe, expect, test } from 'vitest';
import type { Person, Run } from '../../support/artel.ts';
import { isPlanning, taskIn } from '../../support/plans.ts';
import { inPlanWorld } from './in-plan-world.ts';

/* Requirements: PL8. */

const here = inPlanWorld([]);

let bob: Person;

beforeEach(async () => {
  bob = await here.artel.register('bob');
});

const WISH = 'Prepare the merger with Example Corp.';

/** Two agents in a project, by default the person's own, whose paths begin so. */
const teamIn = async (who: Person, base = '/my'): Promise<void> => {
  for (const name of ['ann', 'ben']) {
    const { status } = await who.call('POST', `${base}/agents`, { name, system_prompt: `You are ${name}.` });
    expect(status).toBe(201);
  }
};

/** Sends the wish in a new session. `asked`: how often a model was asked for a plan; `tasks`: what came of it. */
const wish = async (who: Person, { base = '/my', plan = 'Look' } = {}): Promise<{ asked: number; tasks: string[] }> => {
  let asked = 0;
  const tasks: string[] = [];
  here.artel.model.always((request) => {
    if (!isPlanning(request)) {
      tasks.push(String(taskIn(request)));
      return { text: 'Done.' };
    }
    asked += 1;
    const of = (id: string, agent: string, depends_on: string[]) => ({
      id,
      agent,
      description: `${plan} ${id}`,
      depends_on,
    });
    const drafted = [of('a', 'ann', []), of('b', 'ben', ['a'])].map((task) => ({ ...task, expected_output: null }));
    return { text: JSON.stringify({ tasks: drafted, uses_history: false }) };
  });
  const session = await who.call<{ id: string }>('POST', `${base}/chat/sessions`, {});
  const path = `${base}/chat/${session.body.id}/message?wait=25`;
  const { body } = await who.call<{ run: Run }>('POST', path, { content: WISH });
  expect(body.run).toMatchObject({ state: 'completed', error: null });
  return { asked, tasks };
};

describe('a plan that was drawn up', () => {
  test('a plan is reused for the same goal of its person, and no model is asked', async () => {
    await teamIn(here.alice);
    expect(await wish(here.alice)).toEqual({ asked: 1, tasks: ['Look a', 'Look b'] });
    expect(await wish(here.alice, { plan: 'Other' })).toEqual({ asked: 0, tasks: ['Look a', 'Look b'] });
  });

  test('a plan is not reused for another person with the same goal and agents of the same names', async () => {
    await Promise.all([teamIn(here.alice), teamIn(bob)]);
    await wish(here.alice, { plan: 'Secretly look' });
    expect(await wish(bob, { plan: 'Look' })).toEqual({ asked: 1, tasks: ['Look a', 'Look b'] });
    const owners = (await here.operator.itemsOf('USER#'))
      .filter(({ sk }) => sk.startsWith('PLAN_CACHE#'))
      .map(({ pk }) => pk);
    const of = ({ id }: Person) => owners.filter((pk) => pk.startsWith(`USER#${id}#`));
    expect([of(here.alice), of(bob)].map(({ length }) => length)).toEqual([1, 1]);
  });

  test('a plan is not reused in another project of the same person', async () => {
    const { body } = await here.alice.call<{ id: string }>('POST', '/my/projects', { name: 'Second' });
    const base = `/my/projects/${body.id}`;
    await Promise.all([teamIn(here.alice), teamIn(here.alice, base)]);
    await wish(here.alice, { plan: 'Secretly look' });
    expect(await wish(here.alice, { base })).toEqual({ asked: 1, tasks: ['Look a', 'Look b'] });
  });

  test('a plan is drawn up again once an agent was changed, even in a field no planner sees', async () => {
    await teamIn(here.alice);
    await wish(here.alice, { plan: 'Formerly look' });
    const changed = await here.alice.call('PUT', '/my/agents/ben', { system_prompt: 'You are ben.', tools: ['clock'] });
    expect(changed.status).toBe(200);
    expect(await wish(here.alice)).toEqual({ asked: 1, tasks: ['Look a', 'Look b'] });
  });

  test('a plan is drawn up again after a day, whether or not the store has removed it by then', async () => {
    await teamIn(here.alice);
    await wish(here.alice, { plan: 'Formerly look' });
    const kept = (await here.operator.itemsOf(`USER#${here.alice.id}#`)).filter(({ sk }) =>
      sk.startsWith('PLAN_CACHE#'),
    );
    expect(kept).toHaveLength(1);
    const day = 24 * 60 * 60;
    expect(Math.abs(Number(kept[0]!.expires_at) - Date.now() / 1_000 - day)).toBeLessThan(60);
    await here.operator.put({ ...kept[0]!, expires_at: Math.floor(Date.now() / 1_000) });
    expect(await wish(here.alice)).toEqual({ asked: 1, tasks: ['Look a', 'Look b'] });
  });
});
