import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOf } from '../../../../../shared/cache/eviction/index.ts';
import { FrequencySketch } from '../../../../../shared/cache/eviction/structures/frequency-sketch.ts';
import { Ghost } from '../../../../../shared/cache/eviction/structures/ghost.ts';
import { Segments } from '../../../../../shared/cache/eviction/structures/segments.ts';
import { SlotHeap } from '../../../../../shared/cache/eviction/structures/slot-heap.ts';
import { Slots } from '../../../../../shared/cache/memory/slots.ts';

const hashes = (count: number): number[] => Array.from({ length: count }, (_, at) => hashOf(`key-${at}`));

describe('the heap of slots', () => {
  test('gives slots in the order of their ranks, whatever was removed and ranked anew meanwhile', () => {
    const change = fc.record({
      slot: fc.integer({ min: 0, max: 40 }),
      rank: fc.integer({ min: 0, max: 100 }),
      removes: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 120 }), (changes) => {
        const heap = new SlotHeap();
        const ranks = new Map<number, number>();
        for (const { slot, rank, removes } of changes) {
          if (!ranks.has(slot)) heap.add(slot, rank);
          else if (removes) heap.remove(slot);
          else heap.rerank(slot, rank);
          if (ranks.has(slot) && removes) ranks.delete(slot);
          else ranks.set(slot, rank);
        }
        const popped = Array.from({ length: ranks.size }, () => ranks.get(heap.pop()));
        expect(popped).toEqual([...ranks.values()].toSorted((one, other) => one - other));
      }),
    );
  });
});

describe('segments', () => {
  test('keep order, length and bytes as plain lists would, whatever is added, moved, resized and removed', () => {
    const change = fc.record({
      slot: fc.integer({ min: 0, max: 40 }),
      segment: fc.integer({ min: 0, max: 2 }),
      bytes: fc.integer({ min: 0, max: 100 }),
      does: fc.constantFrom('move', 'renew', 'resize', 'remove'),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 120 }), (changes) => {
        const slots = new Slots<never>();
        for (let slot = 0; slot <= 40; slot += 1) slots.take('', 0);
        const segments = new Segments(3, slots, { max_entries: 1_000_000, max_bytes: 1_000 });
        const lists: number[][] = [[], [], []];
        for (const { slot, segment, bytes, does } of changes) {
          const home = lists.findIndex((list) => list.includes(slot));
          const taken = (): void => void lists[home]!.splice(lists[home]!.indexOf(slot), 1);
          if (home < 0) {
            slots.bytes[slot] = bytes;
            segments.append(segment, slot);
            lists[segment]!.push(slot);
          } else if (does === 'resize') {
            const before = slots.bytes[slot]!;
            slots.bytes[slot] = bytes;
            segments.resized(slot, before);
          } else if (does === 'remove') {
            segments.remove(slot);
            taken();
          } else {
            if (does === 'move') segments.move(segment, slot);
            else segments.renew(slot);
            taken();
            lists[does === 'move' ? segment : home]!.push(slot);
          }
          for (const [at, list] of lists.entries()) {
            expect([segments.oldest(at), segments.length(at)]).toEqual([list[0] ?? -1, list.length]);
            const held = list.reduce((sum, one) => sum + slots.bytes[one]!, 0);
            expect(segments.share(at)).toBeCloseTo(Math.max(list.length / 1_000_000, held / 1_000), 9);
          }
        }
      }),
    );
  });
});

describe('the ghost', () => {
  test('remembers nearly all of the last keys that left, and no older one', () => {
    const ghost = new Ghost();
    const left = hashes(5_000);
    for (const hash of left) ghost.remember(hash, 1_000);
    const remembered = left.filter((hash) => ghost.recall(hash, 1_000) !== undefined);
    expect(remembered.every((hash) => left.indexOf(hash) >= 4_000)).toBe(true);
    expect(remembered.length).toBeGreaterThan(975);
  });

  test('tells how many left since, and forgets whom it told of', () => {
    const ghost = new Ghost();
    for (const hash of [1, 2, 3]) ghost.remember(hash, 10);
    expect([ghost.recall(1, 10), ghost.recall(1, 10), ghost.recall(3, 10), ghost.recall(4, 10)]).toEqual([
      3,
      undefined,
      1,
      undefined,
    ]);
  });
});

describe('the frequency sketch', () => {
  test('never counts a key less often than it was used lately, and few more often', () => {
    const sketch = new FrequencySketch();
    sketch.ensure(1_000);
    const keys = hashes(1_000);
    const usesOf = (at: number): number => 1 + (at % 5);
    for (const [at, hash] of keys.entries()) for (let use = 0; use < usesOf(at); use += 1) sketch.used(hash);
    const over = keys.map((hash, at) => sketch.frequency(hash) - usesOf(at));
    expect(Math.min(...over)).toBe(0);
    expect(over.filter((by) => by > 0).length).toBeLessThan(100);
  });

  test('keeps what it counted when it grows', () => {
    const sketch = new FrequencySketch();
    const keys = hashes(10);
    for (const hash of keys) for (let use = 0; use < 5; use += 1) sketch.used(hash);
    sketch.ensure(10_000);
    expect(keys.every((hash) => sketch.frequency(hash) >= 5)).toBe(true);
  });

  test('lets old fame fade', () => {
    const sketch = new FrequencySketch();
    sketch.ensure(64);
    const [famous = 0, ...others] = hashes(2_000);
    for (let use = 0; use < 15; use += 1) sketch.used(famous);
    expect(sketch.frequency(famous)).toBeGreaterThanOrEqual(15);
    for (const hash of others) sketch.used(hash);
    expect(sketch.frequency(famous)).toBeLessThan(6);
  });
});
