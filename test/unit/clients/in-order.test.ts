import { describe, expect, test } from 'vitest';
import { InOrder } from '../../../clients/typescript/src/in-order.ts';
import type { Gap, SessionEvent } from '../../../clients/typescript/src/index.ts';

const event = (event_id: number): SessionEvent => ({
  event_id,
  event_type: 'task_progress',
  session_id: 'ses_1',
  timestamp: '2026-11-21T08:00:00.000Z',
  payload: {},
});
const gap = (first_available: number): Gap => ({
  event_type: 'gap',
  session_id: 'ses_1',
  payload: { first_available, history: '/my/projects/default/chat/ses_1/messages' },
});

/** What is told of lines that come in this order: numbers of events, `gap` for a gap. */
const told = (order: InOrder, ...lines: (SessionEvent | Gap)[]) =>
  lines.flatMap((line) => order.take(line)).map((one) => ('event_id' in one ? one.event_id : 'gap'));

describe('events that come over a socket', () => {
  test('an event that overtook others is told after them, and each is told once', () => {
    const order = new InOrder(0);
    expect(told(order, event(2), event(3))).toEqual([]);
    expect(order.hasHole).toBe(true);
    expect(told(order, event(1), event(2), event(3), event(4))).toEqual([1, 2, 3, 4]);
    expect([order.hasHole, order.last]).toEqual([false, 4]);
  });

  test('after a gap numbers go on with the first there is, and what had come early follows', () => {
    const order = new InOrder(3);
    expect(told(order, event(9), event(7), gap(8), event(8), event(10))).toEqual(['gap', 8, 9, 10]);
  });

  test('a log that begins anew is told from its beginning', () => {
    const order = new InOrder(40);
    expect(told(order, gap(1), event(1))).toEqual(['gap', 1]);
  });
});
