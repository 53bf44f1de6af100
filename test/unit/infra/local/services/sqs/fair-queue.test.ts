import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Message } from '../../../../../../infra/local/services/sqs/message.ts';
import { Queue } from '../../../../../../infra/local/services/sqs/queue.ts';

/* Requirements: API3. */

const SETTINGS = { name: 'jobs', arn: 'arn:jobs', url: '/jobs', delay: 0, visibility: 30_000, retention: 3_600_000 };
const open = () => new Queue({ settings: { ...SETTINGS, maximumSize: 1000 }, now: Date.now, bury: () => undefined });
const groups = (messages: Message[]) => messages.map(({ group }) => group);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a queue whose messages name whose they are', () => {
  test('somebody who sends many does not hold up another, who comes next though they sent last', () => {
    const queue = open();
    for (let sent = 0; sent < 100; sent += 1) queue.send({ body: `alice ${sent}`, group: 'alice' });
    expect(groups(queue.receive(3))).toEqual(['alice', 'alice', 'alice']);
    queue.send({ body: 'bob', group: 'bob' });
    expect(groups(queue.receive(1))).toEqual(['bob']);
  });

  test('whoever has nothing in flight any more is next again', () => {
    const queue = open();
    for (const group of ['alice', 'bob', 'alice', 'bob']) queue.send({ body: group, group });
    const [first, second] = queue.receive(2) as [Message, Message];
    expect(groups([first, second])).toEqual(['alice', 'bob']);
    queue.delete(second.receiptHandle);
    expect(groups(queue.receive(1))).toEqual(['bob']);
  });

  test('of one person’s messages, and of those that name nobody, the oldest comes first; none is lost or doubled', () => {
    const sending = fc.array(fc.option(fc.constantFrom('alice', 'bob', 'carol'), { nil: undefined }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(sending, fc.infiniteStream(fc.boolean()), (owners, done) => {
        const queue = open();
        for (const [at, group] of owners.entries()) {
          queue.send({ body: String(at), ...(group !== undefined && { group }) });
          vi.advanceTimersByTime(1);
        }
        const received: Message[] = [];
        for (let [one] = queue.receive(1); one; [one] = queue.receive(1)) {
          received.push(one);
          if (done.next().value) queue.delete(one.receiptHandle);
        }
        expect(received.map(({ body }) => Number(body)).toSorted((a, b) => a - b)).toEqual(owners.map((_, at) => at));
        for (const owner of ['alice', 'bob', 'carol', undefined]) {
          const own = received.filter(({ group }) => group === owner).map(({ body }) => Number(body));
          expect(own).toEqual(own.toSorted((a, b) => a - b));
        }
        queue.close();
      }),
    );
  });
});
