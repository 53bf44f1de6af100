import { describe, expect, test } from 'vitest';
import { SECOND } from '../../../../shared/core/clock.ts';
import { inTable } from '../../../support/in-table.ts';
import { minute, two } from './in-cache.ts';

/* Requirements: CA1. */

const here = inTable();

describe('what it costs', () => {
  const readsOf = async (work: () => Promise<unknown>): Promise<number> => {
    await here.table.resetCounts();
    await work();
    const counts = await here.table.counts();
    return ['GetItem', 'BatchGetItem', 'Query'].reduce((sum, action) => sum + (counts[action]?.calls ?? 0), 0);
  };
  const keys = Array.from({ length: 50 }, (_, at) => `question ${at}`);

  test('a container that uses fifty values again and again makes one read a second, and none within it', async () => {
    const { one, clock, alice, source } = two();
    const use = async (): Promise<void> => {
      for (const key of keys) await one.getOrLoad(alice, key, minute, source.load);
    };
    await use();
    clock.pass(SECOND);
    expect(await readsOf(use)).toBe(1);
    clock.pass(SECOND / 2);
    expect(await readsOf(use)).toBe(0);
    clock.pass(SECOND / 2);
    expect(await readsOf(use)).toBe(1);
    expect(source.loads).toBe(50);
  });

  test('fifty values that another container has are got with two reads, those that never become wrong with one', async () => {
    const { one, other, alice, source } = two();
    const immutable = { ...minute, immutable: true };
    for (const key of keys.slice(1)) {
      await one.getOrLoad(alice, key, minute, source.load);
      await one.getOrLoad(alice, `digest of ${key}`, immutable, source.load);
    }
    const got = ['', ...keys.slice(1).map(() => 'first')].map((value) => value || undefined);
    expect(await readsOf(async () => expect(await other.getMany(alice, keys, minute)).toEqual(got))).toBe(2);
    const digests = keys.map((key) => `digest of ${key}`);
    expect(await readsOf(async () => expect(await other.getMany(alice, digests, immutable)).toEqual(got))).toBe(1);
  });

  /** Calls of the table, and the units that it charges for them. */
  const costOf = async (work: () => Promise<unknown>): Promise<{ calls: number; reads: number; writes: number }> => {
    await here.table.resetCounts();
    await work();
    const counts = Object.values(await here.table.counts());
    const sumOf = (of: (count: (typeof counts)[number]) => number) => counts.reduce((sum, count) => sum + of(count), 0);
    return {
      calls: sumOf(({ calls }) => calls),
      reads: sumOf(({ readUnits }) => readUnits),
      writes: sumOf(({ writeUnits }) => writeUnits),
    };
  };
  const nothing = { calls: 0, reads: 0, writes: 0 };

  test('a hit in memory costs nothing, a second after the last one a read', async () => {
    const { one, clock, alice, source } = two();
    const hit = () => one.getOrLoad(alice, 'question', minute, source.load);
    await hit();
    expect(await costOf(hit)).toEqual(nothing);
    clock.pass(SECOND);
    expect(await costOf(hit)).toEqual({ calls: 1, reads: 1, writes: 0 });
  });

  test('a hit in the table costs two reads, a miss six calls, an invalidation one or two', async () => {
    const { one, other, clock, alice, source } = two();
    const from = (cache: typeof one) => () => cache.getOrLoad(alice, 'question', minute, source.load);
    await from(one)();
    expect(await costOf(from(other))).toEqual({ calls: 2, reads: 2, writes: 0 });
    expect(await costOf(() => one.delete(alice, 'question'))).toEqual({ calls: 2, reads: 0, writes: 2 });
    clock.pass(SECOND);
    expect(await costOf(from(one))).toEqual({ calls: 6, reads: 4, writes: 7 });
    expect(await costOf(() => one.deleteByTag(alice, 'some'))).toEqual({ calls: 1, reads: 0, writes: 1 });
    expect(await costOf(() => one.writeThrough(alice, 'question', minute, source.load))).toEqual({
      calls: 2,
      reads: 0,
      writes: 5,
    });
    expect(source.loads).toBe(3);
  });
});
