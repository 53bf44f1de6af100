import { describe, expect, test } from 'vitest';
import type { Entry, Level, Place } from '../../shared/cache/index.ts';
import { sha256 } from '../../shared/core/digest.ts';
import { newId } from '../../shared/core/ids.ts';
import { authenticated } from '../../shared/core/scope.ts';

/** A place that nothing else uses. */
const placeOf = (user: string = newId('run'), key = 'question'): Place => ({
  scope: authenticated({ userId: user }),
  name: sha256(key),
});

/** An entry as of the time of day: a level may remove by its own clock what has ended. */
const entryOf = (text: string, more: Partial<Entry> = {}): Entry => {
  const now = Date.now();
  return {
    text: JSON.stringify(text),
    versions: { t_0: 'one', k_0: 'two' },
    stored_at_ms: now,
    fresh_until_ms: now + 60_000,
    ends_at_ms: now + 120_000,
    load_ms: 12,
    ...more,
  };
};

/** What every level that containers share must do, whatever it lies in. */
export const cacheLevelContract = (name: string, levelOf: () => Level): void => {
  describe(`the level ${name}`, () => {
    test('gives an entry back as it was put, with the versions that it remembers', async () => {
      const [level, place] = [levelOf(), placeOf()];
      expect(await level.get(place)).toBeUndefined();
      for (const entry of [entryOf('first'), entryOf('second', { revision: 3, versions: {} })]) {
        await level.put(place, entry);
        expect(await level.get(place)).toEqual(entry);
      }
    });

    test('gives texts back letter for letter, up to its largest', async () => {
      const [level, place] = [levelOf(), placeOf()];
      const longest = 'ä€😀\u0000"\\'.repeat(Math.floor(Math.min(level.max_bytes, 1024 * 1024) / 32));
      await level.put(place, entryOf(longest));
      expect(JSON.parse((await level.get(place))?.text ?? '""')).toBe(longest);
    });

    test("keeps users, and a user's projects, apart", async () => {
      const level = levelOf();
      const [alice, bob] = [newId('run'), newId('run')];
      const inGarden = { ...placeOf(alice), scope: authenticated({ userId: alice }).inProject('prj_garden') };
      await level.put(placeOf(alice), entryOf("Alice's secret"));
      for (const other of [placeOf(bob), inGarden, placeOf(alice, 'another question')]) {
        expect(await level.get(other)).toBeUndefined();
      }
    });

    test('has one of two entries that are put at the same time, and nothing of the other', async () => {
      const [level, place] = [levelOf(), placeOf()];
      const entries = ['a', 'b'].map((letter) => entryOf(letter.repeat(20_000), { load_ms: letter.charCodeAt(0) }));
      await Promise.all(entries.map((entry) => level.put(place, entry)));
      expect(entries).toContainEqual(await level.get(place));
    });

    test('gives many entries in the order of their places', async () => {
      const level = levelOf();
      const alice = newId('run');
      const places = ['a', 'b', 'c'].map((key) => placeOf(alice, key));
      const [first, , last] = places as [Place, Place, Place];
      await Promise.all([level.put(last, entryOf('last')), level.put(first, entryOf('first'))]);
      const many = level.getMany ? await level.getMany(places) : await Promise.all(places.map((one) => level.get(one)));
      expect(many.map((entry) => entry?.text)).toEqual(['"first"', undefined, '"last"']);
    });

    test('has nothing any more that was deleted, and deletes what is not there', async () => {
      const [level, place] = [levelOf(), placeOf()];
      await level.put(place, entryOf('first'));
      for (let time = 0; time < 2; time += 1) await level.delete(place);
      expect(await level.get(place)).toBeUndefined();
    });
  });
};
