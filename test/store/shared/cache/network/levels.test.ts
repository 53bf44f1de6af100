import { beforeEach, describe, expect, test } from 'vitest';
import { Cache, type CacheOptions, objectsLevel } from '../../../../../shared/cache/index.ts';
import { MINUTE, SECOND } from '../../../../../shared/core/clock.ts';
import type { UserScope } from '../../../../../shared/core/scope.ts';
import type { CallFault } from '../../../../support/fault-proxy.ts';
import { HandClock, minute, Source, somebody } from '../in-cache.ts';
import { type Door, inLinks } from './links.ts';

/* Requirements: CA1, CA7. */

const links = inLinks();

let clock: HandClock;
let alice: UserScope;
let source: Source;
beforeEach(() => {
  clock = new HandClock();
  alice = somebody();
  source = new Source();
});

/** A busy machine is no outage. */
const started = (more: CacheOptions = {}): Cache =>
  new Cache({
    clock,
    uptime: () => clock.at,
    random: () => 0.5,
    patience_ms: MINUTE,
    persistent: objectsLevel({ clock }),
    ...more,
  });

/** Too large for the table: it lies in the bucket alone. */
const long = (text: string): string => text.padEnd(70_000, '.');
const lasting = { ...minute, ttl_s: 3_600, level: 'persistent' as const, tags: ['some'] };
const read = async (cache: Cache, key = 'book'): Promise<string> =>
  (await cache.getOrLoad(alice, key, lasting, async () => long(await source.load()))).replace(/\.+$/, '');

const stateOf = (cache: Cache, level: string): boolean | undefined =>
  cache.figures().breakers.find((one) => one.level === level)?.isOpen;

const outages: [string, CallFault][] = [
  ['refuses', 'refuse'],
  ['drops the line', 'drop'],
  ['loses its replies', 'lose reply'],
  ['answers with a page of something else', { answer: '<html><body>Sign in to the network</body></html>' }],
];
const levels: [string, Door][] = [
  ['table', 'dynamodb'],
  ['objects', 'services'],
];

describe.each(levels)('the level %s', (level, door) => {
  test.each(outages)('that %s keeps nobody from values, and rejoins within a minute', async (_how, fault) => {
    const cache = started();
    await read(cache, 'before');
    source.value = 'second';
    links.fail(door, fault);
    for (const key of ['a', 'b', 'c', 'd']) expect(await read(cache, key)).toBe('second');
    expect(source.loads).toBe(5);
    links.works();
    clock.pass(MINUTE);
    for (const key of ['e', 'f', 'g']) expect(await read(cache, key)).toBe('second');
    expect(stateOf(cache, level)).toBe(false);
    const loads = source.loads;
    expect(await read(started(), 'g')).toBe('second');
    expect(source.loads).toBe(loads);
  });

  test('that hangs is not waited for', async () => {
    const cache = started({ patience_ms: 200 });
    links.fail(door, 'hang');
    expect(await read(cache)).toBe('first');
  });
});

describe('a bucket that does not work', () => {
  test('is skipped after three failures: no call is made to it', async () => {
    const cache = started();
    links.fail('services', 'drop');
    for (const key of ['a', 'b', 'c']) await read(cache, key);
    expect(stateOf(cache, 'objects')).toBe(true);
    links.count();
    expect(await read(cache, 'd')).toBe('first');
    expect(links.calls('services')).toBe(0);
  });

  test('hides nothing from who invalidates, and serves nothing of before when it is back', async () => {
    const [one, other] = [started(), started()];
    await read(one);
    await read(other);
    links.fail('services', 'drop');
    source.value = 'second';
    await one.delete(alice, 'book');
    clock.pass(SECOND);
    expect(await read(other)).toBe('second');
    links.works();
    clock.pass(MINUTE);
    for (const cache of [one, other, started()]) expect(await read(cache)).toBe('second');
  });

  test('that comes back with what it held before serves nothing of it, and it is counted', async () => {
    await read(started());
    const kept = await links.objects.copy();
    source.value = 'second';
    const written = await started().writeThrough(alice, 'book', lasting, async () => long('second'));
    expect(written).toBe(long('second'));
    await links.objects.restore(kept);
    clock.pass(SECOND);
    const cache = started();
    expect(await read(cache)).toBe('second');
    expect(cache.figures().levels.objects.conflicts).toBeGreaterThan(0);
  });

  test('that is empty after a restart has its values again as they are loaded', async () => {
    await read(started());
    await links.objects.restore(new Map());
    expect(await read(started())).toBe('first');
    expect(await read(started())).toBe('first');
    expect(source.loads).toBe(2);
  });
});

describe('a table that answers wrongly', () => {
  test.each(['{}', '{"Item":{}}', '{"Responses":{}}', '{"Item":{"text":{"N":"1"}}}', '{"Item":'])(
    'by %s to every call gives nobody a wrong value',
    async (answer) => {
      const [one, other] = [started(), started()];
      await read(one);
      source.value = 'second';
      await one.delete(alice, 'book');
      clock.pass(SECOND);
      links.fail('dynamodb', { answer });
      for (const cache of [one, other]) expect(await read(cache)).toBe('second');
      links.works();
      clock.pass(MINUTE);
      source.value = 'third';
      await one.delete(alice, 'book');
      clock.pass(SECOND);
      for (const cache of [one, other, started()]) expect(await read(cache)).toBe('third');
    },
  );
});
