import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ended } from '../../support/approvals.ts';
import { type Artel, startArtel } from '../../support/artel.ts';
import { typesOf } from '../../support/events.ts';
import { planOf, promptOf, sendPlan, taskIn, team } from '../../support/plans.ts';

let artel: Artel;

beforeAll(async () => {
  artel = await startArtel();
});

afterAll(() => artel.stop());

describe('a plan given with a message', () => {
  test('runs every task after its dependencies, hands their results on and answers with the last', async () => {
    const alice = await artel.register('alice');
    const { session } = await team(alice, ['ann', 'ben', 'cleo']);
    artel.model.always((request) => ({ text: `Result of ${taskIn(request)}.` }));
    const sent = await sendPlan(alice, session, [
      { id: 'a', description: 'Gather', agent: 'ann' },
      { id: 'b', description: 'Left', agent: 'ben', depends_on: ['a'] },
      { id: 'c', description: 'Right', agent: 'cleo', depends_on: ['a'] },
      { id: 'd', description: 'Join', agent: 'ann', depends_on: ['b', 'c'] },
    ]);
    expect(sent.status).toBe(202);
    expect(sent.body.run).toMatchObject({ mode: 'orchestrated', state: 'planning' });
    const events = await ended(alice, session);
    expect(typesOf(events).at(-1)).toBe('run_completed');
    const plan = await planOf(alice, sent.body.run.id);
    expect(plan).toMatchObject({ state: 'completed', round: 1 });
    expect(plan.tasks.map(({ id, state }) => [id, state])).toEqual([
      ['a', 'completed'],
      ['b', 'completed'],
      ['c', 'completed'],
      ['d', 'completed'],
    ]);
    const join = artel.model.requests.find((request) => taskIn(request) === 'Join');
    expect(join && promptOf(join)).toContain('Result of Left.');
    expect(join && promptOf(join)).toContain('Result of Right.');
    const history = await alice.call<{ items: { content: string }[] }>('GET', `/my/chat/${session}/messages`);
    expect(history.body.items.at(-1)?.content).toBe('Result of Join.');
  });
});
