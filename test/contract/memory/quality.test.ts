import { afterAll, beforeAll, expect, test } from 'vitest';
import { embed } from '../../../infra/local/stand-ins/offline-model/embedding.ts';
import { conversations } from '../../bench/recall/conversations.ts';
import { LIMIT, type Quality, qualityOf, remembered } from '../../bench/recall/measure.ts';
import { nearestAlone } from '../../bench/recall/nearest-alone.ts';
import { countedEmbedding, memoryAt, someone, vectorStore } from '../memory-bench.ts';

/* Requirements: MEM2, MEM7. */

const SIZE = 1_536;
const chats = conversations({ sessions: 8 });
const scope = someone();
let store: Awaited<ReturnType<typeof vectorStore>>;
let ours: Map<string, Quality>;
let alone: Map<string, Quality>;

beforeAll(async () => {
  store = await vectorStore();
  const memory = memoryAt(store.url, 'tenant', countedEmbedding(SIZE));
  await remembered(memory, { scope, agent: 'sage' }, chats);
  ours = await qualityOf(chats.questions, async ({ query, since, until }) => {
    const filters = { ...(since && { since }), ...(until && { until }) };
    const found = await memory.recall(scope, 'sage', { query, limit: LIMIT, filters });
    return found.map(({ id }) => id);
  });
  alone = await qualityOf(
    chats.questions,
    nearestAlone(chats.turns, (text) => embed(text, SIZE)),
  );
});
afterAll(() => store.stop());

const recallOf = (quality: Map<string, Quality>): number => quality.get('all')!.found / quality.get('all')!.asked;

test('of questions in other words about earlier chats, nine of ten have their answer among the first five memories', () => {
  expect(ours.get('all')!.asked).toBeGreaterThan(100);
  expect(recallOf(ours)).toBeGreaterThanOrEqual(0.9);
});

test('recall finds no less than similarity alone', () => {
  expect(recallOf(ours)).toBeGreaterThanOrEqual(recallOf(alone));
});

test('no answer holds what a later session contradicts, of which similarity alone finds all', () => {
  expect(ours.get('all')!.outdated).toBe(0);
  expect(alone.get('changed fact')!.outdated).toBeGreaterThan(20);
});
