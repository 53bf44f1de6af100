import { expect, test } from 'vitest';
import { Cache } from '../../../../shared/cache/index.ts';
import { authenticated } from '../../../../shared/core/scope.ts';
import { type Gateway, ModelError } from '../../../../shared/gateway/index.ts';
import { EmbeddingCache } from '../../../../shared/memory/embeddings/cache.ts';
import { KeptVectors } from '../../../../shared/memory/embeddings/kept-vectors.ts';
import { MemoryUnavailable } from '../../../../shared/memory/index.ts';

/* Requirements: MEM8. */

const scope = (user: string, project = 'default') => authenticated({ userId: user }).inProject(project);

const keptFor = (model: () => Promise<string> = async () => 'm'): KeptVectors => {
  const cache = new Cache();
  return new KeptVectors(() => cache, model);
};

const counted = (kept = keptFor()) => {
  const asked: string[][] = [];
  const embed: Gateway['embed'] = async ({ texts }) => {
    asked.push(texts);
    const vectors = texts.map((text) => [text.length, asked.length]);
    return { vectors, usage: { promptTokens: 2, estimated: false }, model: 'm', dimensions: 2, calls: 1 };
  };
  return { asked, cache: new EmbeddingCache(embed, kept) };
};

test('a text seen before is not embedded again, in any project of its user', async () => {
  const { asked, cache } = counted();
  const first = await cache.vectors(scope('alice'), ['hello']);
  expect(first.embedding).toEqual({ calls: 1, cached: 0, promptTokens: 2 });
  const second = await cache.vectors(scope('alice', 'other'), ['hello']);
  expect(second).toEqual({ vectors: first.vectors, embedding: { calls: 0, cached: 1, promptTokens: 0 } });
  expect(asked).toEqual([['hello']]);
});

test('a text another user wrote is embedded again', async () => {
  const { asked, cache } = counted();
  await cache.vectors(scope('alice'), ['hello']);
  expect((await cache.vectors(scope('bob'), ['hello'])).embedding).toEqual({ calls: 1, cached: 0, promptTokens: 2 });
  expect(asked).toHaveLength(2);
});

test('a text is embedded again by another model', async () => {
  let model = 'small';
  const { asked, cache } = counted(keptFor(async () => model));
  await cache.vectors(scope('alice'), ['hello']);
  model = 'large';
  expect((await cache.vectors(scope('alice'), ['hello'])).embedding.cached).toBe(0);
  model = 'small';
  expect((await cache.vectors(scope('alice'), ['hello'])).embedding.cached).toBe(1);
  expect(asked).toHaveLength(2);
});

test('while it is not known which model embeds, every text is embedded', async () => {
  const { asked, cache } = counted(keptFor(() => Promise.reject(new Error('The secret cannot be read.'))));
  for (const _ of [1, 2]) await cache.vectors(scope('alice'), ['hello']);
  expect(asked).toHaveLength(2);
});

test('only new texts are embedded, each once, and the vectors are in the order of the texts', async () => {
  const { asked, cache } = counted();
  await cache.vectors(scope('alice'), ['bb']);
  const { vectors, embedding } = await cache.vectors(scope('alice'), ['a', 'bb', 'ccc', 'a']);
  expect(asked[1]).toEqual(['a', 'ccc']);
  expect(vectors.map(([length]) => length)).toEqual([1, 2, 3, 1]);
  expect(embedding).toEqual({ calls: 1, cached: 2, promptTokens: 2 });
});

test('only the beginning of a long text is embedded, up to 8,000 bytes and a whole character', async () => {
  const { asked, cache } = counted();
  await cache.vectors(scope('alice'), ['x'.repeat(20_000), '皆'.repeat(5_000)]);
  expect(asked[0]![0]).toHaveLength(8_000);
  expect(asked[0]![1]).toBe('皆'.repeat(2_666));
});

test('a model that cannot embed makes memory unavailable', async () => {
  const cache = new EmbeddingCache(async () => {
    throw new ModelError('unauthorized');
  }, keptFor());
  const failure = await cache.vectors(scope('alice'), ['a']).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(MemoryUnavailable);
  expect(failure).toMatchObject({ status: 503, cause: { reason: 'unauthorized' } });
});
