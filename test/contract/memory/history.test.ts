import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY } from '../../../shared/core/clock.ts';
import { markSuperseded } from '../../../shared/memory/history/supersede.ts';
import { type AgentMemory, type Memory, tenantOf } from '../../../shared/memory/index.ts';
import { recordOf } from '../../../shared/memory/record/memory-record.ts';
import { payloadOf } from '../../../shared/memory/record/payload.ts';
import { opener } from '../../../shared/memory/store/access.ts';
import { bothStores, memoryAt, settingsOf, someone } from '../memory-bench.ts';

/* Requirements: MEM3, MEM5, MEM7. */

let store: Awaited<ReturnType<typeof bothStores>>;
beforeAll(async () => {
  store = await bothStores();
});
afterAll(() => store.stop());

const T = Date.parse('2026-03-01T12:00:00Z');
const ids = (memories: Memory[]) => memories.map(({ id }) => id).sort();

describe.each(['tenant', 'collection', 'table'] as const)('facts in a memory kept by %s', (kept) => {
  let memory: AgentMemory;
  const alice = someone();
  beforeAll(() => {
    memory = memoryAt(store, kept, { now: () => T });
  });

  const told = async (agent: string, ...texts: string[]) => {
    for (const [n, text] of texts.entries()) {
      await memory.remember(alice, agent, { id: `m${n}`, text, createdAt: T + n });
    }
  };
  const current = async (agent: string) => ids((await memory.list(alice, agent)).items);
  const history = async (agent: string) => {
    const { items } = await memory.list(alice, agent, { filters: { history: true } });
    return Object.fromEntries(items.flatMap(({ id, supersededBy }) => (supersededBy ? [[id, supersededBy]] : [])));
  };

  test('a contradicted fact is not recalled even by its own words, and is shown with what contradicts it when asked', async () => {
    await told('home', 'I live in Lisbon.', 'I like tea.', 'By the way, I moved to Porto.');
    const recalled = await memory.recall(alice, 'home', { query: 'I live in Lisbon.' });
    expect(ids(recalled)).toEqual(['m1', 'm2']);
    expect(await current('home')).toEqual(['m1', 'm2']);
    expect(await history('home')).toEqual({ m0: 'm2' });
    const filters = { history: true };
    const asked = await memory.recall(alice, 'home', { query: 'I live in Lisbon.', filters });
    expect(asked[0]).toMatchObject({ id: 'm0', supersededBy: 'm2' });
    expect(await memory.stats(alice, 'home')).toMatchObject({ count: 3, superseded: 1 });
  });

  test('what a person said in a turn is compared, not what was answered, and a turn that says more stays', async () => {
    const turn = (id: string, said: string, createdAt: number) =>
      memory.remember(alice, 'turns', {
        id,
        text: `User: ${said}\nAssistant: My favourite colour is blue.`,
        type: 'interaction',
        createdAt,
      });
    await turn('t1', 'My favourite colour is green.', T);
    await turn('t2', 'My favourite colour is red. What goes well with it?', T + 1);
    await turn('t3', 'My favourite color is yellow now', T + 2);
    await turn('t4', 'Actually, my favourite color is black', T + 3);
    expect(await history('turns')).toEqual({ t1: 't3', t3: 't4' });
    expect(await current('turns')).toEqual(['t2', 't4']);
  });

  test('the same said again or more exactly contradicts nothing, and one of several facts alone neither', async () => {
    await told('same', 'I live in Lisbon', 'I live in Lisbon, Portugal', 'I work at Initech. My phone is 123.');
    await memory.remember(alice, 'same', { id: 'phone', text: 'My phone number is 456', createdAt: T + 9 });
    expect(await history('same')).toEqual({});
    await memory.remember(alice, 'same', { id: 'job', text: 'I work for Globex', createdAt: T + 10 });
    expect(await history('same')).toEqual({ m2: 'job' });
  });

  test('what is saved under the same subject supersedes, however the subject is spelled', async () => {
    for (const [n, subject] of ['Favourite  colour', 'favorite color!', 'the user’s favourite colour'].entries()) {
      await memory.remember(alice, 'subjects', { id: `m${n}`, text: `no ${n}`, subject, createdAt: T + n });
    }
    await memory.remember(alice, 'subjects', { id: 'said', text: 'My favourite colour is red', createdAt: T + 9 });
    expect(await current('subjects')).toEqual(['said']);
  });

  test('an older fact that comes later is history from the start', async () => {
    await told('late', 'The deadline of Orion has moved to 7 May');
    const line = { id: 'before', text: 'The Orion deadline is 5 May', created_at: '2026-01-01T00:00:00Z' };
    await memory.importAll(alice, 'late', JSON.stringify(line));
    expect(await history('late')).toEqual({ before: 'm0' });
  });

  test('of facts that are saved at the same moment by several containers one is current', async () => {
    const containers = Array.from({ length: 6 }, () => memoryAt(store, kept));
    await Promise.all(
      containers.map((one, n) =>
        one.remember(alice, 'race', { id: `m${n}`, text: `I live in city ${n}`, createdAt: T + (n % 3) }),
      ),
    );
    // A container that wrote knows the collection, however new it is.
    const { items } = await containers[0]!.list(alice, 'race');
    expect(items).toHaveLength(1);
  });

  test('a deleted fact is as if it had never been: what it superseded holds again, or belongs to what came after', async () => {
    await told('chain', 'I live in Lisbon', 'I live in Porto', 'I live in Faro');
    expect(await history('chain')).toEqual({ m0: 'm1', m1: 'm2' });
    await memory.remember(
      alice,
      'chain',
      { id: 'm3', text: 'Out of the blue', createdAt: T + 3 },
      { supersedes: ['m2'] },
    );
    await memory.forget(alice, 'chain', { ids: ['m2'] });
    expect(await history('chain')).toEqual({ m0: 'm1', m1: 'm3' });
    await memory.forget(alice, 'chain', { ids: ['m3', 'm1'] });
    expect(await current('chain')).toEqual(['m0']);
  });

  test('a memory that is deleted while it supersedes another leaves that one current', async () => {
    await told('hasty', 'I live in Lisbon');
    const open = opener(async () => settingsOf(store, kept));
    const vectors = await open(alice, 'hasty');
    // Its writer was cancelled: the memory is gone before what it contradicts is marked.
    await markSuperseded(vectors, ['m0'], 'never-written');
    expect(await current('hasty')).toEqual(['m0']);
  });

  test('a contradicted fact is not recalled either when its writer died before it was marked', async () => {
    await told('cut', 'I live in Lisbon');
    const vectors = await opener(async () => settingsOf(store, kept))(alice, 'cut');
    await vectors.write([
      {
        payload: payloadOf(tenantOf(alice, 'cut'), recordOf({ id: 'late', text: 'I live in Porto' }, T + 1)),
        vector: Array.from({ length: 256 }, () => 0.1),
      },
    ]);
    expect(await current('cut')).toEqual(['late', 'm0']);
    expect(ids(await memory.recall(alice, 'cut', { query: 'I live in Lisbon' }))).toEqual(['late']);
    await memory.remember(alice, 'cut', { id: 'next', text: 'I live in Faro', createdAt: T + 2 });
    expect(await current('cut')).toEqual(['next']);
  });

  test('deleting a session gives back what was superseded in it', async () => {
    await told('sessions', 'I live in Lisbon');
    const fact = { id: 'new', text: 'I live in Porto', sessionId: 'ses_1', createdAt: T + 1 };
    await memory.remember(alice, 'sessions', fact);
    await memory.forget(alice, 'sessions', { sessionId: 'ses_1' });
    expect(await current('sessions')).toEqual(['m0']);
  });

  test('writing the same memory again makes no history current, and another text under its id does', async () => {
    const old = { id: 'a', text: 'Anna has the key', createdAt: T };
    await memory.remember(alice, 'again', old);
    await memory.remember(
      alice,
      'again',
      { id: 'b', text: 'Bert has it', createdAt: T + 1 },
      { supersedes: ['a', 'b'] },
    );
    await memory.remember(alice, 'again', old);
    expect(await history('again')).toEqual({ a: 'b' });
    await memory.remember(alice, 'again', { ...old, text: 'Anna has a spare key' });
    expect(await current('again')).toEqual(['a', 'b']);
  });

  test('pruning takes history first, and history goes through export and import', async () => {
    await memory.remember(alice, 'pruned', { id: 'a', text: 'I live in Lisbon', importance: 1, createdAt: T });
    await memory.remember(alice, 'pruned', { id: 'b', text: 'I like tea', importance: 0, createdAt: T - 300 * DAY });
    await memory.remember(alice, 'pruned', { id: 'c', text: 'I live in Porto', importance: 0, createdAt: T + 1 });
    const lines: string[] = [];
    for await (const line of memory.exportAll(alice, 'pruned')) lines.push(line);
    await memory.importAll(alice, 'copied', lines.join(''));
    expect(await history('copied')).toEqual({ a: 'c' });
    expect(await memory.prune(alice, 'pruned', { maxVectors: 2 })).toBe(1);
    expect(await history('pruned')).toEqual({});
    expect(await current('pruned')).toEqual(['b', 'c']);
  });

  test('another agent’s facts, and another person’s, contradict nothing', async () => {
    await told('mine', 'I live in Lisbon');
    await memory.remember(
      alice,
      'other',
      { id: 'x', text: 'I live in Porto', createdAt: T + 1 },
      { supersedes: ['m0'] },
    );
    await memory.remember(someone(), 'mine', { id: 'x', text: 'I live in Rome', createdAt: T + 1 });
    expect(await current('mine')).toEqual(['m0']);
  });
});
