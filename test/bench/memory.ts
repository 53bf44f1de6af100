import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryUnavailable, type Recall, tenantOf } from '../../shared/memory/index.ts';
import { countedEmbedding, memoryAt, someone } from '../contract/memory-bench.ts';
import { median, ms, percentile, print, table } from './figures.ts';
import { fillMemory, wordsFrom } from './memory/fill.ts';
import { figure, type Result } from './results/result.ts';
import { randomNumbers } from './vectors/fill.ts';
import { storeProcess } from './vectors/process.ts';

const size = 1536;
const count = 100_000;
const rounds = 50;
const agent = 'agt_sage';
const limit = 6;
const inMay = { since: Date.parse('2026-03-01T00:00:00Z'), until: Date.parse('2026-03-31T00:00:00Z') };

const recalls: Record<string, Pick<Recall, 'filters'>> = {
  'as for a turn': { filters: { excludeType: 'failure' } },
  'of one month': { filters: inMay },
  'of one type': { filters: { type: 'fact' } },
  'with history': { filters: { history: true } },
};

/** The store reads its file with the first request for a collection. */
const loaded = async (url: string): Promise<void> => {
  const answer = await fetch(`${url}/collections/artel_memory_${size}`);
  if (!answer.ok) throw new Error(`The store answered ${answer.status}.`);
};

const MAX_TRIES = 20;

/** The store makes its indexes with the first search, which on a busy machine takes longer than a recall waits. */
const firstOf = async (timed: () => Promise<number>): Promise<number> => {
  const started = performance.now();
  for (let tries = 1; ; tries += 1) {
    try {
      await timed();
      return performance.now() - started;
    } catch (error) {
      if (!(error instanceof MemoryUnavailable) || tries === MAX_TRIES) throw error;
    }
  }
};

/** A whole recall among 100,000 memories of one agent: embedding, similarity, words, filters, ranking, the note of its use. */
export const memory = async (): Promise<Result[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'artel-bench-'));
  const file = join(folder, 'vectors.sqlite');
  const scope = someone();
  try {
    fillMemory(file, { tenant: tenantOf(scope, agent), count, size });
    const store = await storeProcess(file);
    try {
      await loaded(store.url);
      const recall = memoryAt(store.url, 'tenant', countedEmbedding(size)).recall;
      const random = randomNumbers(2);
      const timed = async (what: Pick<Recall, 'filters'>): Promise<number> => {
        const query = wordsFrom(random, 10);
        const started = performance.now();
        const found = await recall(scope, agent, { query, limit, ...what });
        const took = performance.now() - started;
        if (found.length === 0) throw new Error('The recall found nothing');
        return took;
      };
      const all = Object.entries(recalls).map(([name, what]) => ({ name, what, first: 0, times: [] as number[] }));
      for (const one of all) one.first = await firstOf(() => timed(one.what));
      const cpuBefore = store.cpu();
      // Turn about, so that a busy moment meets all of them.
      for (let round = 0; round < rounds; round += 1) for (const { what, times } of all) times.push(await timed(what));
      table(
        `A recall among ${count.toLocaleString('en')} memories of ${size} numbers, ${rounds} times each; the store’s process has ${store.resident()} MB, ${store.peak()} MB at its highest`,
        [
          ['', 'first', 'p50', 'p95'],
          ...all.map(({ name, first, times }) => [name, ms(first), ms(median(times)), ms(percentile(times, 0.95))]),
        ],
      );
      const cpu = (store.cpu() - cpuBefore) / (rounds * all.length);
      print(`  ${ms(cpu)} of the store’s CPU for each`);
      return [
        figure('recall, the store’s CPU for each', cpu, 'ms'),
        ...all.map(({ name, times }) => figure(`recall ${name}, p95`, percentile(times, 0.95), 'ms')),
        figure(`memory of the store with ${count.toLocaleString('en')} memories, at its highest`, store.peak(), 'MB'),
      ];
    } finally {
      await store.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
