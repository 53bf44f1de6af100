import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { Cache, type CacheOptions } from '../../../../shared/cache/index.ts';
import { DAY, MINUTE, SECOND } from '../../../../shared/core/clock.ts';
import type { UserScope } from '../../../../shared/core/scope.ts';
import { beginInvocation } from '../../../../shared/observability/invocation.ts';
import { cacheKeys, getItem } from '../../../../shared/store/index.ts';
import { type Chance, chanceOf } from '../../../support/chance.ts';
import { inTable } from '../../../support/in-table.ts';
import { HandClock, minute, somebody } from './in-cache.ts';

/* Requirements: CA5. */

inTable();

const lasting = { ...minute, ttl_s: (10 * DAY) / SECOND };

const begin = () => {
  const clock = new HandClock();
  const alice = somebody();
  const container = (options: CacheOptions = { warming: {} }) => new Cache({ clock, ...options });
  return { clock, alice, container };
};

/** Asks for one of 200 values, some far more often than others. */
const ask = async (cache: Cache, scope: UserScope, chance: Chance): Promise<void> => {
  const one = Math.floor(200 * chance.next() ** 4);
  await cache.getOrLoad(scope, `question ${one}`, lasting, async () => `answer ${one} ${'.'.repeat(500)}`);
};

const askOften = async (cache: Cache, scope: UserScope, { times, seed }: { times: number; seed: number }) => {
  const chance = chanceOf(seed);
  for (let done = 0; done < times; done += 1) await ask(cache, scope, chance);
};

/** The share of its first 100 requests for which a container had to go to another level. */
const waits = async (cache: Cache, scope: UserScope): Promise<number> => {
  await askOften(cache, scope, { times: 100, seed: 7 });
  const { table } = cache.figures().levels;
  return (table.hits + table.misses) / 100;
};

/** A container at work for a while, which writes down what it was asked. */
const atWork = async ({ clock, alice, container }: ReturnType<typeof begin>) => {
  const first = container();
  await askOften(first, alice, { times: 400, seed: 1 });
  clock.pass(MINUTE);
  await first.recordAccess();
};

describe('a container that begins', () => {
  test('fetches what was asked for before: a third of the waits of its first 100 requests are left', async () => {
    const here = begin();
    await atWork(here);
    const cold = await waits(here.container({}), here.alice);
    const warm = here.container();
    await warm.warm(here.alice);
    const left = await waits(warm, here.alice);
    expect(cold).toBeGreaterThan(0.4);
    expect(left).toBeLessThan(cold / 3);
    expect(warm.figures().warming?.hits).toBeGreaterThan(20);
  });

  test('does not give what was fetched once it is deleted, though no version tells of it', async () => {
    const { clock, alice, container } = begin();
    const digest = { ...lasting, immutable: true };
    const first = container();
    await first.getOrLoad(alice, 'digest', digest, async () => 'first');
    clock.pass(MINUTE);
    await first.recordAccess();
    const next = container();
    await next.warm(alice);
    expect(next.figures().warming?.values).toBe(1);
    await next.delete(alice, 'digest');
    expect(await next.get(alice, 'digest', digest)).toBeUndefined();
  });

  test('begins by itself with the first miss of a user', async () => {
    const here = begin();
    await atWork(here);
    const warm = here.container();
    await warm.get(here.alice, 'something else', lasting);
    await warm.warm(here.alice);
    expect(warm.figures().warming?.values).toBeGreaterThan(20);
  });

  test('fetches the most worthwhile first, and no more than its budget of bytes and of money has room for', async () => {
    const here = begin();
    await atWork(here);
    const fetched = async (budget: NonNullable<CacheOptions['warming']>) => {
      const cache = here.container({ warming: budget });
      await cache.warm(here.alice);
      const { values = 0, waiting_bytes = 0 } = cache.figures().warming ?? {};
      return { values, waiting_bytes, hasFirst: await takesFirst(cache, here.alice) };
    };
    expect(await fetched({ max_bytes: 2_600 })).toMatchObject({ values: 5, hasFirst: true });
    expect(await fetched({ max_cost: 3.1 * 0.125e-6 })).toMatchObject({ values: 3, hasFirst: true });
    expect(await fetched({ max_bytes: 100 })).toMatchObject({ values: 0, waiting_bytes: 0 });
  });

  test('stops when its time is over', async () => {
    const here = begin();
    await atWork(here);
    const warm = here.container({ warming: { max_ms: 0 } });
    await warm.warm(here.alice);
    expect(warm.figures().warming?.values).toBe(0);
  });

  test('serves nothing that was changed after it was fetched', async () => {
    const here = begin();
    await atWork(here);
    const warm = here.container();
    await warm.warm(here.alice);
    await here.container().delete(here.alice, 'question 0');
    here.clock.pass(MINUTE);
    expect(await warm.getOrLoad(here.alice, 'question 0', lasting, async () => 'new')).toBe('new');
  });

  test("fetches nothing of another's", async () => {
    const here = begin();
    await atWork(here);
    const warm = here.container();
    await warm.warm(somebody());
    expect(warm.figures().warming).toMatchObject({ scopes: 0, values: 0 });
  });
});

describe('what is written down', () => {
  test('holds no text that anybody asked or got', async () => {
    const here = begin();
    await atWork(here);
    const text = JSON.stringify(await getItem(cacheKeys.pattern(here.alice)));
    expect(text).toContain('score');
    expect(text).not.toMatch(/question|answer/);
  });

  test('is written at the end of an invocation of its own user, and of no other', async () => {
    const { clock, alice, container } = begin();
    const cache = container();
    const [asked, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow = beginInvocation({}, async () => {
      await askOften(cache, alice, { times: 50, seed: 1 });
      clock.pass(MINUTE);
      asked.resolve();
      await gate.promise;
      await cache.recordAccess();
    });
    await asked.promise;
    await beginInvocation({}, () => cache.recordAccess());
    expect(await getItem(cacheKeys.pattern(alice))).toBeUndefined();
    gate.resolve();
    await slow;
    expect(await getItem(cacheKeys.pattern(alice))).toBeDefined();
  });

  test('of a container is added to what others wrote, at most 100 values, and fades with the days', async () => {
    const here = begin();
    await atWork(here);
    const before = await first(here.alice);
    await atWork(here);
    const after = await first(here.alice);
    expect(after.score).toBeGreaterThan(1.9 * before.score);
    here.clock.pass(3 * DAY);
    await atWork(here);
    const later = await first(here.alice);
    expect(later.score).toBeLessThan(0.7 * after.score);
    expect((await accessesOf(here.alice)).length).toBeLessThanOrEqual(100);
  });
});

const accessesOf = async (scope: UserScope): Promise<{ name: string; score: number }[]> => {
  const item = await getItem(cacheKeys.pattern(scope));
  return z.object({ accesses: z.array(z.object({ name: z.string(), score: z.number() })) }).parse(item).accesses;
};

const first = async (scope: UserScope): Promise<{ name: string; score: number }> => {
  const [one] = await accessesOf(scope);
  if (!one) throw new Error('Nothing was written down.');
  return one;
};

const takesFirst = async (cache: Cache, scope: UserScope): Promise<boolean> => {
  await cache.get(scope, 'question 0', lasting);
  return cache.figures().warming?.hits === 1;
};
