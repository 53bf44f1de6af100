import { beforeEach, describe, expect, test } from 'vitest';
import { synthesize } from '../../../infra/synth.ts';
import { PASSWORD, startArtel } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';
import { inventoryOf } from '../removal/inventory.ts';
import { removed } from '../removal/life.ts';

/* Requirements: MEM1, MEM2, MEM3, OPS4. */

/** As it is deployed where nothing else is named: no Qdrant, memories in a table with vector indexes. */
const here = inArtel(() => startArtel({ app: synthesize('dev') }));

beforeEach(() => here.artel.model.always({ text: 'Noted.' }));

type Memory = { id: string; text: string; score: number | null };
const context = `/my/agents/sage/context`;
const searched = async (query: string): Promise<string[]> => {
  const { body } = await here.alice.call<{ items: Memory[] }>('GET', `${context}?query=${encodeURIComponent(query)}`);
  return body.items.map(({ text }) => text);
};
const vectors = async (id: string): Promise<string[]> =>
  (await inventoryOf(here.artel.cloud, here.operator, [id])).vectors;

describe('a deployment that names no vector store', () => {
  test('an agent remembers what was said and is shown it when it matters again', async () => {
    const { session } = await here.alice.chat('sage');
    await here.alice.ask(session, 'My favourite colour is vermilion.', { target_agent: 'sage' });
    await expect
      .poll(() => searched('vermilion'))
      .toEqual(['User: My favourite colour is vermilion.\nAssistant: Noted.']);
    const { session: later } = await here.alice.chat('sage');
    await here.alice.ask(later, 'Which colour is my favourite? vermilion?', { target_agent: 'sage' });
    const asked = here.artel.model.requests.findLast(({ path }) => path.endsWith('/chat/completions'));
    expect(JSON.stringify(asked?.body.messages)).toContain('My favourite colour is vermilion.');
  });

  test('memories are listed, counted, exported, imported, pruned and forgotten', async () => {
    await here.alice.chat('clerk');
    const clerk = '/my/agents/clerk/context';
    for (const text of ['one', 'two', 'three']) await here.alice.call('POST', clerk, { text });
    expect((await here.alice.call<{ count: number }>('GET', `${clerk}/stats`)).body.count).toBe(3);
    expect((await here.alice.call<{ items: Memory[] }>('GET', clerk)).body.items.map(({ text }) => text)).toEqual([
      'three',
      'two',
      'one',
    ]);
    expect((await here.alice.call('POST', `${clerk}/prune`, { max_vectors: 2 })).body).toEqual({ deleted: 1 });
    expect(await vectors(here.alice.id)).not.toEqual([]);
    await here.alice.call('DELETE', clerk);
    expect((await here.alice.call<{ count: number }>('GET', `${clerk}/stats`)).body.count).toBe(0);
  });

  test('what a removed chat had made history is current again', async () => {
    const { session } = await here.alice.chat('keeper');
    const keeper = '/my/agents/keeper/context';
    const current = async () =>
      (await here.alice.call<{ items: Memory[] }>('GET', keeper)).body.items.map(({ text }) => text);
    await here.alice.call('POST', keeper, { text: 'I live in Oslo.' });
    await here.alice.ask(session, 'I live in Bergen.', { target_agent: 'keeper' });
    await expect.poll(current).toEqual(['User: I live in Bergen.\nAssistant: Noted.']);
    await here.alice.call('DELETE', `/my/chat/sessions/${session}`);
    await expect.poll(current).toEqual(['I live in Oslo.']);
  });

  test('its health says that the store of memories answers', async () => {
    const { body } = await here.alice.call<{ dependencies: unknown[] }>('GET', '/ready');
    expect(body.dependencies).toContainEqual({ name: 'vectors', state: 'ok' });
  });

  test('of an agent that is removed the table keeps nothing', async () => {
    await here.alice.chat('leaver');
    const { key } = (await here.alice.call<{ key: string }>('GET', '/my/agents/leaver')).body;
    await here.alice.call('POST', '/my/agents/leaver/context', { text: 'a secret of the leaver' });
    expect(await vectors(key)).toHaveLength(1);
    await here.alice.call('DELETE', '/my/agents/leaver');
    await expect.poll(() => vectors(key)).toEqual([]);
  });

  test('a person exports what their agents remember, and leaves nothing of it in the table', async () => {
    const bob = await here.artel.register('bob');
    await bob.chat('diary');
    const text = 'Bob collects stamps of Iceland.';
    await bob.call('POST', '/my/agents/diary/context', { text });
    const exported = await fetch(`${bob.url}/my/export`, { headers: { authorization: `Bearer ${bob.token}` } });
    expect(await exported.text()).toContain(text);
    expect(await vectors(bob.id)).toHaveLength(1);
    await bob.call('DELETE', '/my', { password: PASSWORD });
    await removed(here, [bob]);
    expect(await vectors(bob.id)).toEqual([]);
  });

  test('no call of any function was refused', () => {
    expect(here.artel.cloud.log.filter((line) => line.includes('is not allowed to'))).toEqual([]);
  });
});
