import { expect, test } from 'vitest';
import { Cache, type CacheOptions } from '../../../../shared/cache/index.ts';
import type { ProjectScope } from '../../../../shared/core/scope.ts';
import type { Gateway } from '../../../../shared/gateway/index.ts';
import { type Asker, EmbeddingCache } from '../../../../shared/memory/embeddings/cache.ts';
import { KeptVectors } from '../../../../shared/memory/embeddings/kept-vectors.ts';
import { inTable } from '../../../support/in-table.ts';
import { somebody } from '../cache/in-cache.ts';

/* Requirements: MEM8, CA12, CA1. */

const here = inTable();

const LONG = `The code of the safe is 4711. ${'It stands in the cellar. '.repeat(100)}`;
const SHORT = 'The code of the safe is 4711.';

type Asked = { project: ProjectScope; text: string; asker?: Asker };

/** One container after the other, and one model that they all ask. */
const containers = (options: CacheOptions = {}) => {
  let calls = 0;
  const embed: Gateway['embed'] = async ({ texts }) => {
    calls += 1;
    const vectors = texts.map(({ length }) => [length, 0.1, -1 / 3]);
    return { vectors, usage: { promptTokens: 1, estimated: false }, model: 'm', dimensions: 3, calls: 1 };
  };
  const ask = async ({ project, text, asker }: Asked) => {
    const cache = new Cache(options);
    const kept = new KeptVectors(
      () => cache,
      async () => 'm',
    );
    const { vectors, embedding } = await new EmbeddingCache(embed, kept).vectors(project, [text], asker);
    await cache.flush();
    return { vector: vectors[0] ?? [], cached: embedding.cached };
  };
  return { ask, calls: () => calls };
};

/** What the table was asked for: how often, of what kind. */
const countsOf = async (work: () => Promise<unknown>) => {
  await here.table.resetCounts();
  await work();
  return here.table.counts();
};

test('the vector of a long text is kept for other containers of the same user', async () => {
  const { ask, calls } = containers();
  const project = somebody().inProject('default');
  const first = await ask({ project, text: LONG });
  const again = await ask({ project: project.user.inProject('other'), text: LONG });
  expect([first.cached, again.cached, calls()]).toEqual([0, 1, 1]);
  for (const [at, part] of again.vector.entries()) expect(part).toBeCloseTo(first.vector[at] ?? Number.NaN, 6);
});

test('a vector that is kept costs one write, and no transaction', async () => {
  const { ask } = containers();
  const project = somebody().inProject('default');
  expect(await countsOf(() => ask({ project, text: LONG }))).toMatchObject({ PutItem: { calls: 1 } });
  const again = await countsOf(() => ask({ project, text: LONG }));
  expect(Object.keys(again)).toEqual(['GetItem']);
});

test.each([
  ['a short text', { text: SHORT }],
  ['a text that nobody will ask for again', { text: LONG, asker: { isUnique: true } }],
])('the vector of %s costs the table nothing, in a container that warms itself either', async (_what, asked) => {
  const { ask } = containers({ warming: {} });
  const project = somebody().inProject('default');
  expect(await countsOf(() => ask({ project, ...asked }))).toEqual({});
  expect((await ask({ project, ...asked })).cached).toBe(0);
});

test("Alice's secret, asked for by Bob, is a miss like any other, in the same calls", async () => {
  const { ask, calls } = containers();
  const [alice, bob] = [somebody().inProject('default'), somebody().inProject('default')];
  await ask({ project: alice, text: LONG });
  const ofHers = await countsOf(async () => expect((await ask({ project: bob, text: LONG })).cached).toBe(0));
  const ofNobodys = await countsOf(async () => expect((await ask({ project: bob, text: `${LONG}?` })).cached).toBe(0));
  expect(ofHers).toEqual(ofNobodys);
  expect(calls()).toBe(3);
});
