import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Cache, type Kept, objectsLevel, TooLarge } from '../../../../shared/cache/index.ts';
import { DAY, HOUR, SECOND } from '../../../../shared/core/clock.ts';
import { sweep } from '../../../../shared/maintenance/index.ts';
import { CONFIGURATION, removeObjectsOfUser } from '../../../../shared/store/index.ts';
import { inTable } from '../../../support/in-table.ts';
import { startTestObjects } from '../../../support/objects.ts';
import { HandClock, minute, somebody, text } from './in-cache.ts';

/* Requirements: CA1, CA9, CA11. */

inTable();
let objects: Awaited<ReturnType<typeof startTestObjects>>;
beforeAll(async () => {
  objects = await startTestObjects();
});
afterAll(() => objects?.stop());

const MEGABYTE = 1024 * 1024;
const lasting = { ...minute, ttl_s: DAY / SECOND, level: 'persistent' as const };
const pieces = { ttl_s: HOUR / SECOND };

const begin = () => {
  const clock = new HandClock();
  const cacheOf = () => new Cache({ clock, persistent: objectsLevel({ clock }) });
  const alice = somebody();
  const mine = () => objects.keys().filter((key) => key.startsWith(`u/${alice.userId}/`));
  return { clock, cacheOf, cache: cacheOf(), alice, mine };
};

const all = async (kept: Kept | undefined, range?: { offset: number; length: number }): Promise<Buffer> => {
  const read: Uint8Array[] = [];
  for await (const piece of kept?.read(range) ?? []) read.push(piece);
  return Buffer.concat(read);
};

/** Bytes that do not compress, in pieces of uneven length. */
const noise = (bytes: number) => {
  const whole = randomBytes(bytes);
  const cut = function* () {
    for (let from = 0; from < bytes; from += 100_003) yield whole.subarray(from, from + 100_003);
  };
  return { whole, cut };
};

describe('a value that is kept for long', () => {
  test('is found by a container that begins after the table has forgotten it', async () => {
    const { cacheOf, cache, alice } = begin();
    const long = 'word '.repeat(40_000);
    expect(await cache.getOrLoad(alice, 'book', lasting, async () => long)).toBe(long);
    expect(await cacheOf().get(alice, 'book', lasting)).toBe(long);
    expect(cache.figures().levels.objects.bytes_written).toBeGreaterThan(long.length);
  });

  test('is compressed', async () => {
    const { cache, alice } = begin();
    await cache.getOrLoad(alice, 'book', lasting, async () => 'word '.repeat(40_000));
    expect(objects.bytes(alice.userId)).toBeGreaterThan(100);
    expect(objects.bytes(alice.userId)).toBeLessThan(10_000);
  });

  test('is gone with what it hangs on', async () => {
    const { cacheOf, cache, alice } = begin();
    await cache.getOrLoad(alice, 'book', { ...lasting, tags: ['shelf'] }, async () => 'x'.repeat(100_000));
    expect(await cacheOf().get(alice, 'book', lasting)).toBeDefined();
    await cache.deleteByTag(alice, 'shelf');
    expect(await cacheOf().get(alice, 'book', lasting)).toBeUndefined();
  });

  test('belongs to somebody: what is configured for everybody is kept in no object', async () => {
    const { cache, mine } = begin();
    const before = objects.keys().length;
    await cache.getOrLoad(CONFIGURATION, 'models', lasting, async () => 'x'.repeat(100_000));
    expect([objects.keys().length, mine()]).toEqual([before, []]);
  });
});

describe('a value in pieces', () => {
  test.each([0, 1, 256 * 1024, 3 * MEGABYTE, 9 * MEGABYTE + 17])(
    'of %d bytes is read as it was written',
    async (bytes) => {
      const { cacheOf, cache, alice } = begin();
      const { whole, cut } = noise(bytes);
      expect(await cache.writePieces(alice, 'film', pieces, cut())).toBe(true);
      const kept = await cacheOf().openPieces(alice, 'film', {});
      expect(kept?.bytes).toBe(bytes);
      expect((await all(kept)).equals(whole)).toBe(true);
    },
  );

  test.each([
    [0, 10],
    [262_140, 10],
    [4 * MEGABYTE - 3, 7],
    [9 * MEGABYTE, 100],
    [20 * MEGABYTE, 5],
  ])('is read from byte %d, %d of them, without the rest', async (offset, length) => {
    const { cache, alice } = begin();
    const { whole, cut } = noise(9 * MEGABYTE + 17);
    await cache.writePieces(alice, 'film', pieces, cut());
    const before = objects.bytesRead();
    const read = await all(await cache.openPieces(alice, 'film', {}), { offset, length });
    expect(read.equals(whole.subarray(offset, offset + length))).toBe(true);
    expect(objects.bytesRead() - before).toBeLessThan(1.2 * MEGABYTE);
  });

  test("is nobody else's", async () => {
    const { cache, alice } = begin();
    await cache.writePieces(alice, 'film', pieces, noise(1_000).cut());
    for (const other of [somebody(), alice.inProject('prj_garden')]) {
      expect(await cache.openPieces(other, 'film', {})).toBeUndefined();
    }
  });

  test('that is invalidated while it is written is not served', async () => {
    const { cache, cacheOf, alice } = begin();
    const changing = async function* () {
      yield Buffer.from('the old ');
      await cacheOf().delete(alice, 'film');
      yield Buffer.from('truth');
    };
    await cache.writePieces(alice, 'film', pieces, changing());
    expect(await cacheOf().openPieces(alice, 'film', {})).toBeUndefined();
  });

  test('that breaks off in the middle is none, and what was written of it goes', async () => {
    const { cache, alice, clock, mine } = begin();
    const broken = async function* () {
      yield noise(6 * MEGABYTE).whole;
      throw new Error('The source broke off.');
    };
    await expect(cache.writePieces(alice, 'film', pieces, broken())).rejects.toThrow('The source broke off.');
    expect(await cache.openPieces(alice, 'film', {})).toBeUndefined();
    expect(mine()).not.toEqual([]);
    clock.pass(HOUR);
    await sweep(clock.now() + HOUR, clock);
    expect(mine()).toEqual([]);
  });

  test('that replaces one of many parts leaves none of them', async () => {
    const { cache, alice, mine } = begin();
    await cache.writePieces(alice, 'film', pieces, noise(9 * MEGABYTE).cut());
    expect(mine().length).toBe(4);
    const { whole, cut } = noise(9 * MEGABYTE);
    await cache.writePieces(alice, 'film', pieces, cut());
    expect(mine().length).toBe(4);
    expect((await all(await cache.openPieces(alice, 'film', {}))).equals(whole)).toBe(true);
    await cache.writePieces(alice, 'film', pieces, noise(10).cut());
    expect(mine().length).toBe(1);
  });

  test('that is replaced while it is read breaks off and is never mixed', async () => {
    const { cache, alice } = begin();
    await cache.writePieces(alice, 'film', pieces, noise(3 * MEGABYTE).cut());
    const kept = await cache.openPieces(alice, 'film', {});
    await cache.writePieces(alice, 'film', pieces, noise(3 * MEGABYTE).cut());
    await expect(all(kept, { offset: 0, length: 10 })).rejects.toThrow('replaced while it was read');
  });

  test('of more than a level holds is refused', async () => {
    const { alice } = begin();
    const level = objectsLevel({ max_streamed_bytes: MEGABYTE });
    const stamp = {
      versions: {},
      stored_at_ms: 0,
      fresh_until_ms: Date.now() + HOUR,
      ends_at_ms: Date.now() + HOUR,
      load_ms: 0,
    };
    const place = { scope: alice, name: 'a'.repeat(64) };
    await expect(level.putPieces(place, stamp, noise(MEGABYTE + 1).cut())).rejects.toThrow(TooLarge);
    expect(await level.open(place)).toBeUndefined();
  });
});

describe('the objects of a value that is over', () => {
  test('go with the sweeper, and not before', async () => {
    const { cache, alice, clock, mine } = begin();
    await cache.writePieces(alice, 'film', pieces, noise(6 * MEGABYTE).cut());
    clock.pass(HOUR - 1);
    await sweep(clock.now() + HOUR, clock);
    expect((await cache.openPieces(alice, 'film', {}))?.bytes).toBe(6 * MEGABYTE);
    clock.pass(1);
    expect(await cache.openPieces(alice, 'film', {})).toBeUndefined();
    await sweep(clock.now() + HOUR, clock);
    expect(mine()).toEqual([]);
  });

  test('stay when it was written anew', async () => {
    const { cache, alice, clock } = begin();
    await cache.writePieces(alice, 'film', pieces, noise(10).cut());
    clock.pass(HOUR - 1);
    await cache.writePieces(alice, 'film', pieces, noise(20).cut());
    clock.pass(HOUR - 1);
    await sweep(clock.now() + HOUR, clock);
    expect((await cache.openPieces(alice, 'film', {}))?.bytes).toBe(20);
  });

  test('go with the user', async () => {
    const { cache, alice, mine } = begin();
    await cache.writePieces(alice, 'film', pieces, noise(10).cut());
    await cache.writePieces(alice.inProject('prj_garden'), 'film', pieces, noise(10).cut());
    expect(mine().length).toBe(2);
    await removeObjectsOfUser(alice);
    expect(mine()).toEqual([]);
  });

  test('that are damaged are a miss', async () => {
    const { cache, alice, mine } = begin();
    await cache.writePieces(alice, 'film', pieces, noise(10).cut());
    await objects.overwrite(mine()[0] as string, Buffer.from('no object of ours'));
    expect(await cache.openPieces(alice, 'film', {})).toBeUndefined();
    expect(await cache.get(alice, 'film', { ...lasting, schema: text })).toBeUndefined();
  });
});
