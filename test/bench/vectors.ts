import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, ms, percentile, table } from './figures.ts';
import { beside, figure, type Result } from './results/result.ts';
import { fill, randomNumbers, unitVector } from './vectors/fill.ts';
import { storeProcess } from './vectors/process.ts';

const size = 1536;
const collection = `artel_memory_${size}`;
const large = 50_000;
const tenants = [
  { name: 'alice', count: large },
  ...Array.from({ length: 100 }, (_, n) => ({ name: `tenant-${n}`, count: 500 })),
];
const total = tenants.reduce((sum, { count }) => sum + count, 0);
const rounds = 30;

const mine = { key: 'tenant', match: { value: 'alice' } };
const since = large * 0.99;
const searches: Record<string, object[]> = {
  'whole scan': [mine],
  'range of 1 %': [mine, { key: 'created_at', range: { gte: since } }],
  'keyword of 5 %': [mine, { key: 'type', match: { value: 'kind-3' } }],
  'a rare tag': [mine, { key: 'tags', match: { value: 'word4000' } }],
  'two rare words of a text': [mine, { key: 'text', match: { text_any: 'word4000 word4001' } }],
  'range of 50 %': [mine, { key: 'created_at', range: { gte: large / 2 } }],
};

/** Searches of the local vector store in a tenant of 50,000, whole and filtered, and the memory 100,000 vectors take. */
export const vectors = async (): Promise<Result[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'artel-bench-'));
  try {
    const file = join(folder, 'vectors.sqlite');
    fill({ file, collection, size, tenants });
    const store = await storeProcess(file);
    try {
      const empty = store.resident();
      const first = await timed(store.url, searches['whole scan'] ?? [], 0);
      const loaded = store.resident();
      const measured = await measure(store.url);
      report(measured);
      table(`Memory of a process with ${total.toLocaleString('en')} vectors of ${size} (${ms(first)} to load them)`, [
        ['', 'MB'],
        ['before they are loaded', empty],
        ['loaded', loaded],
        ['after the searches', store.resident()],
        ['at its highest', store.peak()],
      ]);
      return resultsOf(measured, store.peak());
    } finally {
      await store.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Turn about, so that a busy moment meets all of them. The first search of each makes its index and is told apart. */
const measure = async (url: string): Promise<Measured[]> => {
  const all = Object.entries(searches).map(([name, must]) => ({ name, must, times: [] as number[], first: 0 }));
  for (const one of all) one.first = await timed(url, one.must, 0);
  for (let round = 1; round <= rounds; round += 1) {
    for (const { must, times } of all) times.push(await timed(url, must, round));
  }
  return all;
};

type Measured = { name: string; times: number[]; first: number };

const report = (measured: Measured[]): void => {
  const whole = median(measured[0]?.times ?? []);
  table(`A search in a tenant of ${large.toLocaleString('en')} vectors of ${size}, ${rounds} times each`, [
    ['', 'first', 'p50', 'p95', 'p50 / whole scan'],
    ...measured.map(({ name, first, times }) => [
      name,
      ms(first),
      ms(median(times)),
      ms(percentile(times, 0.95)),
      (median(times) / whole).toFixed(3),
    ]),
  ]);
};

/** Each filtered search beside the whole scan of the same run. */
const resultsOf = ([whole, ...filtered]: Measured[], peak: number): Result[] => [
  ...filtered.map(({ name, times }) =>
    beside(`search, ${name}, p50, beside the whole scan`, 'ms', {
      ours: median(times),
      peer: median(whole?.times ?? []),
    }),
  ),
  figure(`memory with ${total.toLocaleString('en')} vectors of ${size}, at its highest`, peak, 'MB'),
];

const timed = async (url: string, must: object[], seed: number): Promise<number> => {
  const query = [...unitVector(size, randomNumbers(seed + 1000))];
  const body = JSON.stringify({ query, filter: { must }, limit: 10, with_payload: true });
  const started = performance.now();
  const answer = await fetch(`${url}/collections/${collection}/points/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const { result } = (await answer.json()) as { result?: { points: unknown[] } };
  if (!result || result.points.length === 0) throw new Error('The search found nothing');
  return performance.now() - started;
};
