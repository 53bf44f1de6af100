import { describe, expect, test } from 'vitest';
import { SECOND } from '../../../../shared/core/clock.ts';
import { CONFIGURATION } from '../../../../shared/store/index.ts';
import { inTable } from '../../../support/in-table.ts';
import { minute, somebody, two } from './in-cache.ts';

/* Requirements: CA1, CA3. */

inTable();

describe('a value that was loaded', () => {
  test('is loaded once for all containers, until its time is over', async () => {
    const { clock, one, other, alice, source } = two();
    for (const cache of [one, other, one]) {
      expect(await cache.getOrLoad(alice, 'question', minute, source.load)).toBe('first');
    }
    expect(source.loads).toBe(1);
    source.value = 'second';
    clock.pass(60 * SECOND);
    expect(await other.getOrLoad(alice, 'question', minute, source.load)).toBe('second');
    expect(source.loads).toBe(2);
  });

  test('can be asked for twice in one question, and may name a tag twice', async () => {
    const { one, other, alice, source } = two();
    const twice = { ...minute, tags: ['policies', 'policies'] };
    await one.getOrLoad(alice, 'question', twice, source.load);
    expect(await other.getMany(alice, ['question', 'other', 'question'], twice)).toEqual(['first', undefined, 'first']);
    expect(other.figures().breakers).toMatchObject([{ failures: 0 }]);
    expect(one.figures().counts).toMatchObject({ loads_not_kept: 0 });
  });

  test('cannot be changed by whoever gets it', async () => {
    const { one, alice } = two();
    const value = await one.getOrLoad(alice, 'question', minute, async () => 'first');
    expect(Object.isFrozen(value)).toBe(true);
  });

  test("Alice's secret is a miss for Bob's same text, in memory and in the table, and so is what is configured", async () => {
    const { one, other, alice, source } = two();
    const bob = somebody();
    await one.getOrLoad(alice, 'the same text', minute, async () => "Alice's secret");
    for (const cache of [one, other]) {
      expect(await cache.get(bob, 'the same text', minute)).toBeUndefined();
      expect(await cache.get(alice.inProject('prj_garden'), 'the same text', minute)).toBeUndefined();
      expect(await cache.get(CONFIGURATION, 'the same text', minute)).toBeUndefined();
    }
    expect(await one.getOrLoad(bob, 'the same text', minute, source.load)).toBe('first');
  });
});

describe('a value that was changed', () => {
  test('is gone here at once, and in another warm container within a second', async () => {
    const { clock, one, other, alice, source } = two();
    for (const cache of [one, other]) await cache.getOrLoad(alice, 'question', minute, source.load);
    source.value = 'second';
    await one.delete(alice, 'question');
    expect(await one.getOrLoad(alice, 'question', minute, source.load)).toBe('second');
    clock.pass(SECOND);
    expect(await other.getOrLoad(alice, 'question', minute, source.load)).toBe('second');
    expect(source.loads).toBe(2);
  });

  test('all values with a tag are gone by one write, those of others are not', async () => {
    const { clock, one, other, alice, source } = two();
    const bob = somebody();
    const tagged = { ...minute, tags: ['policies'] };
    for (const who of [alice, bob]) {
      for (const key of ['a', 'b']) await one.getOrLoad(who, key, tagged, source.load);
      await one.getOrLoad(who, 'c', minute, source.load);
    }
    await other.deleteByTag(alice, 'policies');
    clock.pass(SECOND);
    for (const cache of [one, other]) {
      expect(await cache.get(alice, 'a', tagged)).toBeUndefined();
      expect(await cache.get(alice, 'b', tagged)).toBeUndefined();
      expect(await cache.get(alice, 'c', minute)).toBe('first');
      expect(await cache.get(bob, 'a', tagged)).toBe('first');
    }
  });

  test('is not kept if it was loaded before, and whoever asks after the change gets the new one', async () => {
    const { one, other, alice, source } = two();
    const tagged = { ...minute, tags: ['policies'] };
    const changes = [() => other.delete(alice, 'question'), () => other.deleteByTag(alice, 'policies')];
    for (const change of changes) {
      const [begun, ends] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()];
      const before = one.getOrLoad(alice, 'question', tagged, () => {
        begun.resolve();
        return ends.promise;
      });
      await begun.promise;
      await change();
      const after = one.getOrLoad(alice, 'question', tagged, source.load);
      ends.resolve('old');
      expect(await before).toBe('old');
      expect(await after).toBe('first');
      expect(await other.get(alice, 'question', tagged)).toBe('first');
      await one.delete(alice, 'question');
    }
    expect(one.figures().counts).toMatchObject({ loads: 4, loads_not_kept: 2 });
  });

  test('is kept when it is set', async () => {
    const { clock, one, other, alice, source } = two();
    for (const cache of [one, other]) await cache.getOrLoad(alice, 'question', minute, source.load);
    await one.set(alice, 'question', minute, 'written');
    clock.pass(SECOND);
    for (const cache of [one, other]) expect(await cache.get(alice, 'question', minute)).toBe('written');
    await other.writeThrough(alice, 'question', minute, async () => 'written through');
    clock.pass(SECOND);
    for (const cache of [one, other]) expect(await cache.get(alice, 'question', minute)).toBe('written through');
    expect(source.loads).toBe(1);
  });
});
