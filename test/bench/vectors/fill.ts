import { Disk, type StoredPoint } from '../../../infra/local/stand-ins/qdrant/disk.ts';

/** The fields memories are indexed by. */
const indexes = {
  tenant: { type: 'keyword', is_tenant: true },
  type: { type: 'keyword' },
  tags: { type: 'keyword' },
  created_at: { type: 'integer' },
  text: { type: 'text', tokenizer: 'word', lowercase: true, min_token_len: 2, max_token_len: 40 },
};
const vocabulary = 5000;
const wordsInText = 40;
const pointsPerWrite = 1000;

export type Tenants = { name: string; count: number }[];

/** Writes the file of a store with unit vectors in random directions and texts of random words, the same every time. */
export function fill({ file, collection, size, tenants }: Filling): void {
  const disk = new Disk(file);
  disk.saveCollection({ name: collection, config: { size, distance: 'Cosine' }, indexes });
  const random = randomNumbers();
  const word = () => `word${Math.floor(random() ** 2 * vocabulary)}`;
  let id = 0;
  for (const { name: tenant, count } of tenants) {
    for (let done = 0; done < count; done += pointsPerWrite) {
      const points = Array.from({ length: Math.min(pointsPerWrite, count - done) }, (_, n): StoredPoint => {
        const text = Array.from({ length: wordsInText }, word).join(' ');
        const tags = [word(), word()];
        const payload = { tenant, type: `kind-${n % 20}`, tags, created_at: done + n, text };
        return { point: { id: id++, payload, version: 1 }, vector: unitVector(size, random) };
      });
      disk.putPoints(collection, points);
    }
  }
  disk.close();
}

export type Filling = { file: string; collection: string; size: number; tenants: Tenants };

export function unitVector(size: number, random: () => number): Float32Array {
  const vector = Float32Array.from({ length: size }, () => random() - 0.5);
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
}

/** From 0 to 1. Mulberry32, with a seed of its own: figures are compared from one day to the next. */
export function randomNumbers(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
