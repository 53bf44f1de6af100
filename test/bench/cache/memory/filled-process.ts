import { memoryLevel, valueBytes } from '../../../../shared/cache/memory/index.ts';

/* node --expose-gc filled-process.ts KIND: fills a level to its bound and writes what it takes as JSON. */

const BOUND = 64 * 2 ** 20;
const ESTIMATES = 200;

/** A text that shares nothing with another one. */
const text = (at: number, length: number): string => Buffer.alloc(length, `${at} lorem ipsum `).toString('latin1');

/** What the product keeps. */
const makers: Record<string, (at: number) => unknown> = {
  'answers of 2 KB': (at) => text(at, 2_000),
  'embeddings of 1536': (at) => Array.from({ length: 1_536 }, (_, n) => Math.sin(at + n)),
  'embeddings in buffers': (at) => new Float32Array(1_536).fill(at),
  'records of ten fields': (at) => ({
    id: text(at, 26),
    user: text(at + 1, 26),
    name: text(at, 20),
    state: 'done',
    at: 1.7e12 + at,
    tags: [text(at, 8), text(at, 9)],
    limits: { tokens: at, dollars: at / 7 },
    version: at,
    model: text(at, 30),
    on: at % 2 === 0,
  }),
  'parsed JSON': (at) =>
    JSON.parse(JSON.stringify({ at, list: Array.from({ length: 50 }, (_, n) => ({ n, text: text(n + at, 40) })) })),
};

const usedBytes = (): number => {
  global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

const filled = (kind: string, make: (at: number) => unknown) => {
  const before = usedBytes();
  const level = memoryLevel<unknown>({ max_entries: 1_000_000, max_bytes: BOUND });
  for (let at = 0; level.figures().evictions < 100; at += 1) level.set(`${kind}/${at}`, make(at));
  const { bytes, entries } = level.figures();
  const taken = usedBytes() - before;
  const one = make(1);
  const started = performance.now();
  for (let at = 0; at < ESTIMATES; at += 1) valueBytes(one);
  const estimate_us = ((performance.now() - started) / ESTIMATES) * 1_000;
  // Asked only now, so that all of it lives until it was measured.
  if (level.get(`${kind}/0`) === one) throw new Error('A level answered a value that it never got.');
  return { kind, entries, held_of_bound: bytes / BOUND, taken_of_counted: taken / bytes, estimate_us };
};

const kind = process.argv[2] ?? '';
const make = makers[kind];
if (!make) throw new RangeError(`There is no kind ${kind}.`);
process.stdout.write(JSON.stringify(filled(kind, make)));
