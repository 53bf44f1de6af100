import fc from 'fast-check';
import { expect, test } from 'vitest';
import { embed } from '../../infra/local/stand-ins/offline-model/embedding.ts';
import { inOfflineModel } from './in-targets.ts';

const here = inOfflineModel();

const cosine = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);

test('a batch of embeddings is answered in order, 1536 numbers each, with its usage', async () => {
  const input = ['green tea', 'зелёный чай'];
  const { data, usage } = await here.client.embeddings.create({ model: 'text-embedding-3-small', input });
  expect(data.map(({ index, embedding }) => [index, embedding.length])).toEqual([
    [0, 1536],
    [1, 1536],
  ]);
  expect(usage.total_tokens).toBeGreaterThan(3);
  const single = await here.client.embeddings.create({ model: 'text-embedding-3-small', input: input[1]! });
  expect(single.data[0]?.embedding).toEqual(data[1]?.embedding);
});

test('float and base64 embeddings carry the same vector, of the requested dimensions', async () => {
  const request = { model: 'any', input: 'green tea', dimensions: 256 };
  const floats = await here.client.embeddings.create({ ...request, encoding_format: 'float' });
  const packed = await fetch(`${here.model.url}/embeddings`, {
    method: 'POST',
    body: JSON.stringify({ ...request, encoding_format: 'base64' }),
  });
  const { data } = (await packed.json()) as { data: { embedding: string }[] };
  const bytes = Buffer.from(data[0]!.embedding, 'base64');
  expect(bytes.length).toBe(256 * 4);
  expect(bytes.readFloatLE(40)).toBe(floats.data[0]?.embedding[10]);
});

test.each([
  ['Where did the cats sleep?', 'A cat was sleeping on the sofa', 'The invoice was paid in May'],
  ['my favourite colour', 'Her favorite colors are blue and red', 'A train to the mountains'],
  ['Какие книги я читал?', 'Пользователь прочитал книгу о пчёлах', 'Погода была плохой'],
])('"%s" is nearer to "%s" than to "%s"', (query, near, far) => {
  expect(cosine(embed(query), embed(near))).toBeGreaterThan(cosine(embed(query), embed(far)) + 0.15);
});

test('the same text always has the same vector, of length one', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'binary' }), fc.integer({ min: 1, max: 64 }), (text, dimensions) => {
      const vector = embed(text, dimensions);
      expect(vector).toEqual(embed(text, dimensions));
      expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
    }),
  );
});

test('an empty text, too many dimensions and token numbers are refused', async () => {
  const create = (request: object) => here.client.embeddings.create({ model: 'any', input: 'a', ...request });
  await expect(create({ input: '' })).rejects.toMatchObject({ status: 400, param: 'input' });
  await expect(create({ dimensions: 5000 })).rejects.toMatchObject({ status: 400, param: 'dimensions' });
  await expect(create({ input: [1, 2, 3] })).rejects.toMatchObject({ status: 400, param: 'input' });
});
