import { expect, test } from 'vitest';
import { randomNumbers, unitVector } from '../bench/vectors/fill.ts';
import { inVectors } from './in-targets.ts';

const here = inVectors();
const size = 40;

test.each([
  ['of even numbers', 'Cosine', (random: () => number) => [...unitVector(size, random)]],
  [
    'of few numbers, some of them large',
    'Dot',
    (random: () => number) => Array.from({ length: size }, () => (random() < 0.1 ? (random() - 0.5) * 1e6 : 0)),
  ],
] as const)(
  'among thousands of vectors %s a search finds exactly the nearest, also after changes',
  async (_, distance, make) => {
    const name = `contract-sketched-${process.pid}`;
    await here.client.deleteCollection(name);
    await here.client.createCollection(name, { vectors: { size, distance } });
    const random = randomNumbers(7);
    const vectors = new Map(Array.from({ length: 5_000 }, (_, id) => [id, make(random)]));
    const write = (ids: number[]) =>
      here.client.upsert(name, {
        wait: true,
        points: ids.map((id) => ({ id, vector: vectors.get(id)!, payload: { odd: id % 2 === 1 } })),
      });
    const products = (query: number[], ids: number[]) =>
      ids
        .map((id) => ({ id, product: vectors.get(id)!.reduce((sum, value, i) => sum + value * query[i]!, 0) }))
        .sort((a, b) => b.product - a.product)
        .slice(0, 10)
        .map(({ id }) => id);
    const agrees = async () => {
      for (let round = 0; round < 5; round += 1) {
        const query = make(random);
        const all = await here.client.query(name, { query, limit: 10 });
        expect(all.points.map(({ id }) => id)).toEqual(products(query, [...vectors.keys()]));
        const filter = { must: [{ key: 'odd', match: { value: true } }] };
        const odd = await here.client.query(name, { query, limit: 10, filter });
        expect(odd.points.map(({ id }) => id)).toEqual(
          products(
            query,
            [...vectors.keys()].filter((id) => id % 2 === 1),
          ),
        );
      }
    };
    await write([...vectors.keys()]);
    await agrees();

    // The first of a block, the last of all, and some between: the last ones move into their places.
    const removed = [0, 4_999, 1_024, 1_025, 2_000];
    await here.client.delete(name, { wait: true, points: removed });
    for (const id of removed) vectors.delete(id);
    const replaced = [1, 5_000, 5_001, 3_000, 4_998];
    for (const id of replaced) vectors.set(id, make(random));
    await write(replaced);
    await agrees();
  },
);
