import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Deltas } from '../../../../shared/events/deltas.ts';
import type { NewEvent } from '../../../../shared/events/index.ts';

const piece = ({ payload }: NewEvent) => payload as { message_id: string; offset: number; text: string };
const applied = (events: NewEvent[]): string =>
  events.map(piece).reduce((text, { offset, text: more }) => text.slice(0, offset) + more, '');

describe('deltas', () => {
  test('text that comes between two deltas is merged into the second, which begins where the first ended', () => {
    const deltas = new Deltas();
    deltas.add('msg_1', 'Hel', 0);
    const first = deltas.take(0);
    deltas.add('msg_1', 'lo ', 10);
    deltas.add('msg_1', 'Bob', 20);
    expect(deltas.dueAt).toBe(100);
    expect([...first, ...deltas.take(100)].map(piece)).toEqual([
      { message_id: 'msg_1', offset: 0, text: 'Hel' },
      { message_id: 'msg_1', offset: 3, text: 'lo Bob' },
    ]);
  });

  test('the first half of a surrogate pair waits for the second', () => {
    const deltas = new Deltas();
    deltas.add('msg_1', 'a\ud83d', 0);
    const first = deltas.take(0);
    expect(deltas.dueAt).toBeUndefined();
    deltas.add('msg_1', '\ude00', 50);
    expect([...first, ...deltas.take(100)].map((event) => piece(event).text)).toEqual(['a', '😀']);
  });

  test('each message has an offset of its own, and the text of one is sent before that of the next', () => {
    const deltas = new Deltas();
    deltas.add('msg_1', 'one', 0);
    const first = deltas.add('msg_2', 'two', 0);
    deltas.take(0);
    const again = [...deltas.add('msg_1', '!', 0), ...deltas.take(0)];
    expect(first.map(piece)).toEqual([{ message_id: 'msg_1', offset: 0, text: 'one' }]);
    expect(again.map(piece)).toEqual([{ message_id: 'msg_1', offset: 3, text: '!' }]);
  });

  test('whatever the pieces, the deltas give the text, split no surrogate pair and fit into an event', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\u0001', '漢', '"'), maxLength: 9_000 });
    fc.assert(
      fc.property(
        text,
        fc.array(fc.nat({ max: 9_000 }), { maxLength: 12 }),
        fc.infiniteStream(fc.boolean()),
        (whole, cuts, takes) => {
          const deltas = new Deltas();
          const events: NewEvent[] = [];
          const places = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).sort((a, b) => a - b), whole.length];
          for (const [at, from] of places.slice(0, -1).entries()) {
            events.push(...deltas.add('msg_1', whole.slice(from, places[at + 1]), at));
            if (takes.next().value) events.push(...deltas.take(at));
          }
          events.push(...deltas.take(99));
          expect(applied(events)).toBe(whole);
          for (const event of events) {
            const { text: sent } = piece(event);
            expect(sent.isWellFormed()).toBe(true);
            expect(Buffer.byteLength(JSON.stringify(event))).toBeLessThan(24 * 1024 - 256);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('half a surrogate pair that stays alone does not lose what follows it', () => {
    const deltas = new Deltas();
    deltas.add('msg_1', '\ud83d', 0);
    deltas.add('msg_1', '\ud83dx', 1);
    expect(applied(deltas.take(1))).toBe('\ud83d\ud83dx');
  });
});
