import { describe, expect, test } from 'vitest';
import { ended } from '../../support/approvals.ts';
import { typesOf } from '../../support/events.ts';
import { inArtel } from '../../support/in-artel.ts';
import { planOf, promptOf, sendPlan, taskIn, team } from '../../support/plans.ts';

/* Requirements: WS5, BUS4, PL1, PL3, PL4, PL6. */

const here = inArtel();

describe('a plan given with a message', () => {
  test('a client graph runs every task after its dependencies, passes results on and answers with the last', async () => {
    const alice = await here.artel.register('alice');
    const { session } = await team(alice, ['ann', 'ben', 'cleo']);
    here.artel.model.always((request) => ({ text: `Result of ${taskIn(request)}.` }));
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
    const join = here.artel.model.requests.find((request) => taskIn(request) === 'Join');
    expect(join && promptOf(join)).toContain('Result of Left.');
    expect(join && promptOf(join)).toContain('Result of Right.');
    // As the estimate counts them: one to search the memory and one to save what was done, for each of the four tasks.
    const embeddings = here.artel.model.requests.filter(({ path }) => path.endsWith('/embeddings'));
    expect(embeddings.flatMap(({ body }) => body.input)).toHaveLength(8);
    const history = await alice.call<{ items: { content: string }[] }>('GET', `/my/chat/${session}/messages`);
    expect(history.body.items.at(-1)?.content).toBe('Result of Join.');
  });
});
