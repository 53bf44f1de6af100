import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Artel, type Person, type Run, startArtel } from '../../support/artel.ts';
import { type Operator, operatorOf } from '../../support/operator.ts';
import { isPlanning, taskIn } from '../../support/plans.ts';

let artel: Artel;
let operator: Operator;
let alice: Person;
let bob: Person;

beforeAll(async () => {
  artel = await startArtel();
  operator = operatorOf(artel.cloud);
});
afterAll(async () => {
  operator.stop();
  await artel.stop();
});
beforeEach(async () => {
  [alice, bob] = await Promise.all([artel.register('alice'), artel.register('bob')]);
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
  artel.model.always((request) => {
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
  test('is used again by its person for the same wish, and no model is asked for one', async () => {
    await teamIn(alice);
    expect(await wish(alice)).toEqual({ asked: 1, tasks: ['Look a', 'Look b'] });
    expect(await wish(alice, { plan: 'Other' })).toEqual({ asked: 0, tasks: ['Look a', 'Look b'] });
  });

  test('is nothing to another person with the same wish and agents of the same names', async () => {
    await Promise.all([teamIn(alice), teamIn(bob)]);
    await wish(alice, { plan: 'Secretly look' });
    expect(await wish(bob, { plan: 'Look' })).toEqual({ asked: 1, tasks: ['Look a', 'Look b'] });
    const owners = (await operator.itemsOf('USER#'))
      .filter(({ sk }) => sk.startsWith('PLAN_CACHE#'))
      .map(({ pk }) => pk);
    const of = ({ id }: Person) => owners.filter((pk) => pk.startsWith(`USER#${id}#`));
    expect([of(alice), of(bob)].map(({ length }) => length)).toEqual([1, 1]);
  });

  test('is nothing to its own person in another project', async () => {
    const { body } = await alice.call<{ id: string }>('POST', '/my/projects', { name: 'Second' });
    const base = `/my/projects/${body.id}`;
    await Promise.all([teamIn(alice), teamIn(alice, base)]);
    await wish(alice, { plan: 'Secretly look' });
    expect(await wish(alice, { base })).toEqual({ asked: 1, tasks: ['Look a', 'Look b'] });
  });

  test('is drawn up anew once an agent was changed, be it in what no planner is told', async () => {
    await teamIn(alice);
    await wish(alice, { plan: 'Formerly look' });
    const changed = await alice.call('PUT', '/my/agents/ben', { system_prompt: 'You are ben.', tools: ['clock'] });
    expect(changed.status).toBe(200);
    expect(await wish(alice)).toEqual({ asked: 1, tasks: ['Look a', 'Look b'] });
  });

  test('is drawn up anew after its day, whether or not the store has removed it by then', async () => {
    await teamIn(alice);
    await wish(alice, { plan: 'Formerly look' });
    const kept = (await operator.itemsOf(`USER#${alice.id}#`)).filter(({ sk }) => sk.startsWith('PLAN_CACHE#'));
    expect(kept).toHaveLength(1);
    const day = 24 * 60 * 60;
    expect(Math.abs(Number(kept[0]!.expires_at) - Date.now() / 1_000 - day)).toBeLessThan(60);
    await operator.put({ ...kept[0]!, expires_at: Math.floor(Date.now() / 1_000) });
    expect(await wish(alice)).toEqual({ asked: 1, tasks: ['Look a', 'Look b'] });
  });
});
