import { describe, expect, test } from 'vitest';
import type { Person } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: CA12, MEM8, ID5. */

const here = inArtel();

/** Long enough for its vector to be kept for all containers. */
const SECRET = `The code of the safe is 4711. ${'It stands in the cellar. '.repeat(100)}`;

const agentOf = async (who: Person, name: string): Promise<void> => {
  const made = await who.call('POST', '/my/agents', { name, system_prompt: 'You remember.' });
  expect(made.status).toBe(201);
};

/** How often the model was asked for vectors until the text was remembered. */
const askedFor = async (who: Person, agent: string, text: string): Promise<number> => {
  here.artel.model.forget();
  expect((await who.call('POST', `/my/agents/${agent}/context`, { text })).status).toBe(201);
  return here.artel.model.requests.filter(({ path }) => path.endsWith('/embeddings')).length;
};

/** Sort keys of what is cached of a person, outside of their projects. */
const cachedOf = async ({ id }: Person): Promise<string[]> =>
  (await here.operator.partition(`USER#${id}`, 'CACHE#')).map(({ sk }) => sk);

describe("what is cached of Alice's", () => {
  test('vector of a long text saves her a call in each of her agents, and Bob, who writes the same, none', async () => {
    const { alice, artel } = here;
    const bob = await artel.register('bob');
    for (const name of ['library', 'archive']) await agentOf(alice, name);
    await agentOf(bob, 'library');
    expect(await askedFor(alice, 'library', SECRET)).toBe(1);
    expect(await askedFor(alice, 'archive', SECRET)).toBe(0);
    expect(await cachedOf(bob)).toEqual([]);
    expect(await askedFor(bob, 'library', SECRET)).toBe(1);
    const [hers, his] = [await cachedOf(alice), await cachedOf(bob)];
    expect([hers.length, his.length]).toEqual([1, 1]);
    expect(hers).not.toEqual(his);
  });

  test('vector of a short text is kept in no table', async () => {
    const carol = await here.artel.register('carol');
    await agentOf(carol, 'library');
    expect(await askedFor(carol, 'library', 'The code of the safe is 4711.')).toBe(1);
    expect(await askedFor(carol, 'library', 'The code of the safe is 4711.')).toBe(0);
    expect(await cachedOf(carol)).toEqual([]);
  });
});
