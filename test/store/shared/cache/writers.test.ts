import { describe, expect, test } from 'vitest';
import { SECOND } from '../../../../shared/core/clock.ts';
import { inTable } from '../../../support/in-table.ts';
import { minute, two } from './in-cache.ts';

/* Requirements: CA3, CA7. */

inTable();

describe('two who write through at the same time', () => {
  /** One changes the truth before the other does, and ends after it. */
  const overlapping = async () => {
    const all = two();
    const { one, other, alice, source } = all;
    const [begun, ends] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow = one.writeThrough(alice, 'question', minute, async () => {
      source.value = 'older';
      begun.resolve();
      await ends.promise;
      return 'older';
    });
    await begun.promise;
    await other.writeThrough(alice, 'question', minute, async () => {
      source.value = 'newer';
      return 'newer';
    });
    return { ...all, slow, letEnd: ends.resolve };
  };

  test('neither keeps its value: the next who asks gets the truth', async () => {
    const { clock, one, other, alice, source, slow, letEnd } = await overlapping();
    letEnd();
    expect(await slow).toBe('older');
    clock.pass(SECOND);
    for (const cache of [one, other])
      expect(await cache.getOrLoad(alice, 'question', minute, source.load)).toBe('newer');
    expect(source.loads).toBe(1);
  });

  test('nothing that is loaded meanwhile is kept, until the time of a writer that died is over', async () => {
    const { clock, other, alice, source } = await overlapping();
    for (let time = 1; time <= 2; time += 1) {
      expect(await other.getOrLoad(alice, 'question', minute, source.load)).toBe('newer');
      expect(source.loads).toBe(time);
    }
    clock.pass(31 * SECOND);
    for (let time = 1; time <= 2; time += 1) await other.getOrLoad(alice, 'question', minute, source.load);
    expect(source.loads).toBe(3);
    for (let time = 1; time <= 2; time += 1) await other.set(alice, 'question', minute, 'set');
    expect(await other.get(alice, 'question', minute)).toBe('set');
  });
});
