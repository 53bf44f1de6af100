import { expect, test } from 'vitest';
import { Cache } from '../../../../shared/cache/index.ts';
import { SECOND } from '../../../../shared/core/clock.ts';
import { chanceOf } from '../../../support/chance.ts';
import { inTable } from '../../../support/in-table.ts';
import { HandClock, minute, somebody } from './in-cache.ts';

/* Requirements: CA3. */

inTable();

const early = { ...minute, early_refresh: 1 };

/** A value that takes two seconds to load, asked for ten times a second through two containers. */
const askedOften = async (keep: typeof minute) => {
  const clock = new HandClock();
  const chance = chanceOf(7);
  const caches = [0, 1].map(() => new Cache({ clock, uptime: () => clock.at, random: () => chance.next() }));
  const alice = somebody();
  const loaded: number[] = [];
  const load = async (): Promise<string> => {
    loaded.push(clock.at);
    clock.pass(2 * SECOND);
    return 'value';
  };
  const began = clock.at;
  while (clock.at - began < 180 * SECOND) {
    await caches[chance.integer(0, 1)]?.getOrLoad(alice, 'question', keep, load);
    clock.pass(SECOND / 10);
  }
  return loaded.slice(1).map((at, place) => at - (loaded[place] as number));
};

test('a value that is asked for often is loaded anew before its time is over', async () => {
  const apart = await askedOften(early);
  expect(apart.length).toBeGreaterThan(1);
  // 60 seconds fresh from the end of a load of two.
  for (const milliseconds of apart) {
    expect(milliseconds).toBeLessThan(62 * SECOND);
    expect(milliseconds).toBeGreaterThan(30 * SECOND);
  }
});

test('without early refresh it is loaded when its time is over', async () => {
  for (const milliseconds of await askedOften(minute)) expect(milliseconds).toBeGreaterThanOrEqual(62 * SECOND);
});
