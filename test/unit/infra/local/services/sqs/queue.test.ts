import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Message } from '../../../../../../infra/local/services/sqs/message.ts';
import { Queue, type QueueSettings } from '../../../../../../infra/local/services/sqs/queue.ts';

const SETTINGS: QueueSettings = {
  name: 'jobs',
  arn: 'arn:jobs',
  url: '/jobs',
  delay: 0,
  visibility: 30_000,
  retention: 3_600_000,
  maximumSize: 1000,
};
const open = (
  settings: Partial<QueueSettings> = {},
  bury = (_: string, message: Message) => void buried.push(message.body),
) => new Queue({ settings: { ...SETTINGS, ...settings }, now: Date.now, bury });
let buried: string[] = [];

beforeEach(() => {
  buried = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const bodies = (messages: Message[]) => messages.map((message) => message.body);

describe('a queue', () => {
  test('a queue delivers messages in order and hides them until their visibility time-out', () => {
    const queue = open();
    queue.send({ body: 'a' });
    queue.send({ body: 'b' });
    expect(bodies(queue.receive(10))).toEqual(['a', 'b']);
    expect(queue.receive(10)).toEqual([]);
    vi.advanceTimersByTime(30_000);
    expect(bodies(queue.receive(10))).toEqual(['a', 'b']);
  });

  test('a queue announces at once when a message can be received, also a delayed one', () => {
    const queue = open();
    const available = vi.fn();
    queue.on('available', available);
    queue.send({ body: 'now' });
    expect(available).toHaveBeenCalledTimes(1);
    queue.send({ body: 'later' }, 5000);
    vi.advanceTimersByTime(4999);
    expect(available).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    expect(available).toHaveBeenCalledTimes(2);
  });

  test('a queue moves a message received too often to the dead-letter queue', () => {
    const queue = open({ redrive: { deadLetterArn: 'arn:dead', maxReceiveCount: 2 } });
    queue.send({ body: 'x' });
    for (const _ of [1, 2]) {
      expect(queue.receive(1)).toHaveLength(1);
      vi.advanceTimersByTime(30_000);
    }
    expect(queue.receive(1)).toEqual([]);
    expect(buried).toEqual(['x']);
  });

  test('a queue drops a message older than its retention', () => {
    const queue = open();
    queue.send({ body: 'old' });
    vi.advanceTimersByTime(3_600_000);
    expect(queue.receive(1)).toEqual([]);
  });

  test('a queue ignores the deletion of a message that was received again since', () => {
    const queue = open();
    queue.send({ body: 'x' });
    const [first] = queue.receive(1);
    const handle = first?.receiptHandle ?? '';
    vi.advanceTimersByTime(30_000);
    const [second] = queue.receive(1);
    queue.delete(handle);
    queue.changeVisibility(second?.receiptHandle ?? '', 0);
    vi.advanceTimersByTime(0);
    expect(bodies(queue.receive(1))).toEqual(['x']);
  });

  test('a queue counts what is visible, in flight and delayed', () => {
    const queue = open();
    queue.send({ body: 'a' });
    queue.send({ body: 'b' });
    queue.send({ body: 'c' }, 1000);
    queue.receive(1);
    expect(queue.counts()).toEqual({ visible: 1, inFlight: 1, delayed: 1 });
  });
});

test('every message of a queue is deleted, still there or a dead letter, in any sequence of calls', () => {
  const step = fc.oneof(
    fc.constant({ kind: 'send' as const }),
    fc.record({ kind: fc.constant('receive' as const), most: fc.integer({ min: 1, max: 4 }), keep: fc.boolean() }),
    fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 40_000 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      buried = [];
      const queue = open({ redrive: { deadLetterArn: 'arn:dead', maxReceiveCount: 3 } });
      let sent = 0;
      let deleted = 0;
      for (const one of steps) {
        if (one.kind === 'send') queue.send({ body: `m${sent++}` });
        else if (one.kind === 'wait') vi.advanceTimersByTime(one.ms);
        else {
          for (const message of queue.receive(one.most)) {
            if (one.keep) continue;
            queue.delete(message.receiptHandle);
            deleted += 1;
          }
        }
      }
      expect(queue.peek().length + deleted + buried.length).toBe(sent);
      queue.close();
    }),
  );
});
