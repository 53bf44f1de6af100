import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Cache, type CacheOptions } from '../../../../shared/cache/index.ts';
import { MINUTE, SECOND } from '../../../../shared/core/clock.ts';
import { Unavailable } from '../../../../shared/core/errors.ts';
import type { UserScope } from '../../../../shared/core/scope.ts';
import { inTable } from '../../../support/in-table.ts';
import { type Fault, type Faults, startFaults } from './faults.ts';
import { HandClock, minute, Source, somebody } from './in-cache.ts';

/* Requirements: CA7. */

inTable();
let faults: Faults;
beforeAll(() => {
  faults = startFaults();
});
afterAll(() => faults.stop());

let clock: HandClock;
let alice: UserScope;
let source: Source;
beforeEach(() => {
  faults.works();
  clock = new HandClock();
  alice = somebody();
  source = new Source();
});

const started = (more: CacheOptions = {}): Cache => new Cache({ clock, uptime: () => clock.at, ...more });
const kept = { ...minute, ttl_s: 3_600, tags: ['some'] };
const read = (cache: Cache, key = 'question') => cache.getOrLoad(alice, key, kept, source.load);

describe('a table that does not work', () => {
  test('is skipped, and rejoins by itself within a minute', async () => {
    const cache = started();
    faults.from(1, 'refuse');
    for (const key of ['a', 'b', 'c', 'd']) expect(await read(cache, key)).toBe('first');
    expect(cache.figures().breakers).toMatchObject([{ level: 'table', isOpen: true }]);
    faults.from(1, 'refuse');
    expect(await Promise.all([read(cache), read(cache)])).toEqual(['first', 'first']);
    expect(faults.calls).toBe(0);
    expect(source.loads).toBe(5);
    faults.works();
    clock.pass(MINUTE);
    await read(cache);
    await read(cache);
    expect(cache.figures().breakers).toMatchObject([{ level: 'table', isOpen: false }]);
    expect(await started().get(alice, 'question', kept)).toBe('first');
  });

  test.each([
    ['before', () => faults.from(1, 'refuse'), () => undefined],
    ['after', () => undefined, () => faults.from(1, 'refuse')],
  ])('that fails %s a load brings nobody a value of before their own invalidation', async (_when, before, after) => {
    const cache = started();
    before();
    const [begun, ends] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()];
    const first = cache.getOrLoad(alice, 'question', kept, () => {
      begun.resolve();
      return ends.promise;
    });
    await begun.promise;
    faults.works();
    clock.pass(3 * SECOND);
    await cache.deleteByTag(alice, 'some');
    after();
    const second = cache.getOrLoad(alice, 'question', kept, async () => 'second');
    ends.resolve('first');
    expect(await first).toBe('first');
    expect(await second).toBe('second');
  });

  test('fails nobody who ends an invocation', async () => {
    const cache = started({ warming: {} });
    await read(cache);
    await cache.setLater(alice, 'later', kept, 'first');
    clock.pass(MINUTE);
    faults.from(1, 'refuse');
    await Promise.all([cache.flush(), cache.recordAccess()]);
    expect(cache.figures().breakers).not.toMatchObject([{ failures: 0 }]);
  });

  test('keeps nobody from what never becomes wrong', async () => {
    const cache = started();
    faults.from(1, 'refuse');
    const immutable = { ...minute, immutable: true };
    for (let time = 0; time < 3; time += 1) {
      expect(await cache.getOrLoad(alice, 'digest', immutable, source.load)).toBe('first');
    }
    expect(source.loads).toBe(1);
  });

  test('that hangs is not waited for', async () => {
    const cache = started({ patience_ms: 100 });
    faults.from(1, 'hang');
    expect(await read(cache)).toBe('first');
    expect(cache.figures().breakers).toMatchObject([{ failures: expect.any(Number) }]);
  });

  test('lets nobody believe that something was invalidated, or written through', async () => {
    const cache = started();
    await read(cache);
    faults.from(1, 'refuse');
    await expect(cache.delete(alice, 'question')).rejects.toThrow(Unavailable);
    await expect(cache.deleteByTag(alice, 'some')).rejects.toThrow(Unavailable);
    const written = cache.writeThrough(alice, 'question', kept, async () => {
      source.value = 'second';
      return 'second';
    });
    await expect(written).rejects.toThrow(Unavailable);
    expect(source.value).toBe('first');
  });

  test('serves nothing from memory that it could not compare with the versions of now', async () => {
    const [one, other] = [started(), started()];
    for (const cache of [one, other]) await read(cache);
    source.value = 'second';
    await one.delete(alice, 'question');
    clock.pass(SECOND);
    faults.from(1, 'refuse');
    expect(await read(other)).toBe('second');
  });
});

describe('a container that is cut off, or dies, after any of its calls', () => {
  const change = async (): Promise<string> => {
    source.value = 'second';
    return source.value;
  };
  const acts: [string, (cache: Cache) => Promise<unknown>][] = [
    ['while it loads', (cache) => read(cache)],
    ['while it writes through', (cache) => cache.writeThrough(alice, 'question', kept, change)],
    ['while it sets a value', (cache) => cache.set(alice, 'question', kept, source.value)],
    ['while it makes a value stale', (cache) => cache.expire(alice, 'question', kept)],
    ['while it deletes', (cache) => cache.delete(alice, 'question')],
  ];
  const ways: Fault[] = ['refuse', 'lose reply'];
  test.each(acts.flatMap(([what, act]) => ways.map((fault) => [what, fault, act] as const)))(
    '%s (%s) leaves no wrong value, and nobody waits for ever',
    async (_what, fault, act) => {
      for (const isKept of [true, false]) {
        for (let from = 1, isDone = false; !isDone; from += 1) {
          faults.works();
          alice = somebody();
          source.value = 'first';
          const [other, dying] = [started(), started()];
          if (isKept) await read(other);
          faults.from(from, fault);
          await Promise.allSettled([act(dying)]);
          isDone = faults.calls < from;
          faults.works();
          clock.pass(MINUTE);
          for (const cache of [other, started()]) expect(await read(cache), `from call ${from}`).toBe(source.value);
        }
      }
    },
  );
});
