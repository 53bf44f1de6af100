import { describe, expect, test } from 'vitest';
import { SECOND } from '../../../../shared/core/clock.ts';
import { inTable } from '../../../support/in-table.ts';
import { minute, two } from './in-cache.ts';

/* Requirements: CA3. */

inTable();

describe('grace', () => {
  const graceful = { ...minute, grace_s: 60 };
  const failing = async (): Promise<string> => {
    throw new Error('The source does not work.');
  };

  test('a stale value is served when loading fails, and not after its grace', async () => {
    const { clock, one, other, alice, source } = two();
    await one.getOrLoad(alice, 'question', graceful, source.load);
    clock.pass(61 * SECOND);
    for (const cache of [one, other]) expect(await cache.getOrLoad(alice, 'question', graceful, failing)).toBe('first');
    clock.pass(60 * SECOND);
    for (const cache of [one, other]) {
      await expect(cache.getOrLoad(alice, 'question', graceful, failing)).rejects.toThrow('does not work');
    }
  });

  test('a stale value is served while another loads it anew', async () => {
    const { clock, one, other, alice, source } = two();
    await one.getOrLoad(alice, 'question', graceful, source.load);
    clock.pass(61 * SECOND);
    const gate = Promise.withResolvers<string>();
    const begun = Promise.withResolvers<void>();
    const loading = one.getOrLoad(alice, 'question', graceful, () => {
      begun.resolve();
      return gate.promise;
    });
    await begun.promise;
    for (const cache of [one, other]) {
      expect(await cache.getOrLoad(alice, 'question', graceful, source.load)).toBe('first');
    }
    gate.resolve('second');
    expect(await loading).toBe('second');
    expect(await other.getOrLoad(alice, 'question', graceful, source.load)).toBe('second');
    expect(source.loads).toBe(1);
  });

  test('whoever joins a load that fails does not get what was deleted before they asked', async () => {
    const { clock, one, other, alice, source } = two();
    const tagged = { ...graceful, tags: ['policies'] };
    const changes = [
      () => one.deleteByTag(alice, 'policies'),
      () => one.delete(alice, 'question'),
      () => other.deleteByTag(alice, 'policies'),
    ];
    for (const change of changes) {
      source.value = 'first';
      await one.getOrLoad(alice, 'question', tagged, source.load);
      clock.pass(61 * SECOND);
      const [begun, ends] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()];
      const before = one.getOrLoad(alice, 'question', tagged, () => {
        begun.resolve();
        return ends.promise;
      });
      before.catch(() => undefined);
      await begun.promise;
      source.value = 'second';
      await change();
      clock.pass(SECOND);
      const after = one.getOrLoad(alice, 'question', tagged, source.load).catch((error: Error) => error.message);
      ends.reject(new Error('The source does not work.'));
      expect(await after).not.toBe('first');
      await before.catch(() => undefined);
      await one.delete(alice, 'question');
    }
  });

  test('grace does not bring back what was deleted', async () => {
    const { clock, one, other, alice, source } = two();
    const tagged = { ...graceful, tags: ['policies'] };
    await one.getOrLoad(alice, 'a', tagged, source.load);
    await other.getOrLoad(alice, 'a', tagged, source.load);
    await one.deleteByTag(alice, 'policies');
    clock.pass(SECOND);
    for (const cache of [one, other]) {
      await expect(cache.getOrLoad(alice, 'a', tagged, failing)).rejects.toThrow('does not work');
    }
  });

  test('what was made to expire is loaded anew, and served when that fails', async () => {
    const { clock, one, other, alice, source } = two();
    for (const cache of [one, other]) await cache.getOrLoad(alice, 'a', graceful, source.load);
    await one.expire(alice, 'a', graceful);
    clock.pass(SECOND);
    for (const cache of [one, other]) {
      expect(await cache.get(alice, 'a', graceful)).toBeUndefined();
      expect(await cache.getOrLoad(alice, 'a', graceful, failing)).toBe('first');
    }
    source.value = 'second';
    expect(await other.getOrLoad(alice, 'a', graceful, source.load)).toBe('second');
  });
});
