import { afterAll, beforeAll, expect, test } from 'vitest';
import { QuotaExceeded } from '../../../shared/core/errors.ts';
import { type Gateway, ModelError } from '../../../shared/gateway/index.ts';
import { memoryAt, someone, vectorStore } from '../memory-bench.ts';

/* Requirements: MEM7. */

let store: Awaited<ReturnType<typeof vectorStore>>;
beforeAll(async () => {
  store = await vectorStore();
});
afterAll(() => store.stop());

const T = Date.parse('2026-03-01T12:00:00Z');

/** A model that answers so, and what it was shown. */
const answering = (answer: () => string) => {
  const shown: string[] = [];
  const chat: Gateway['chat'] = async function* ({ messages }) {
    shown.push(String(messages.at(-1)?.content));
    yield { kind: 'text', text: answer() };
  };
  return { chat, shown };
};

const told = async (chat: Gateway['chat'], texts: string[]) => {
  const memory = memoryAt(store.url, 'tenant', { chat });
  const alice = someone();
  for (const [n, text] of texts.entries()) {
    const fact = { id: `m${n}`, text, createdAt: T + n };
    await memory.remember(alice, 'sage', fact, { judge: { model: 'some-model' } });
  }
  const { items } = await memory.list(alice, 'sage', { oldestFirst: true });
  return items.map(({ id }) => id);
};

const cats = ['The cat sleeps in the kitchen', 'The dog sleeps in the hall', 'The cat sleeps upstairs since Friday'];

test('what a model finds contradicted is history, and it is shown the older memories that are about the same', async () => {
  const { chat, shown } = answering(() => `Sure: {"untrue": ${shown.at(-1)?.includes('since Friday') ? '[1]' : '[]'}}`);
  expect(await told(chat, cats)).toEqual(['m1', 'm2']);
  expect(shown).toHaveLength(2);
  expect(shown.at(-1)).toMatch(/New note:\n.*upstairs.*Old note 1:\n.*kitchen/s);
});

test.each([
  ['answers with numbers that no note has', '{"untrue": [7]}'],
  ['answers nonsense', 'I cannot tell.'],
  ['names too many', '{"untrue": [1,2,3,4,5,6,7,8,1]}'],
])('a model that %s makes nothing history', async (_, answer) => {
  expect(await told(answering(() => answer).chat, cats)).toEqual(['m0', 'm1', 'm2']);
});

test.each([
  ['the model is away', new ModelError('unavailable', { detail: 'away' })],
  ['nothing is left to pay it with', new QuotaExceeded('The month is used up.')],
])('while %s, contradictions are found by rule', async (_, error) => {
  const { chat, shown } = answering(() => {
    throw error;
  });
  expect(await told(chat, [...cats, 'I live in Lisbon', 'I live in Porto'])).toEqual(['m0', 'm1', 'm2', 'm4']);
  expect(shown).not.toEqual([]);
});
