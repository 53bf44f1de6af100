import type { Message } from './message.ts';

/**
 * The messages that can be received, by their groups. As in SQS's fair queues, one who sends many does not hold up the others: next
 * is the oldest message of whichever group has the fewest in flight. A message without a group is one by itself. SQS begins to
 * prefer the others once a group has more than a tenth of all messages in flight; here every message is told apart.
 * Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues-detailed.html
 */
export class ReadyMessages {
  readonly #groups = new Map<string, Message[]>();
  readonly #inFlight = new Map<string, number>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(message: Message): void {
    const group = groupOf(message);
    const waiting = this.#groups.get(group);
    if (waiting) waiting.push(message);
    else this.#groups.set(group, [message]);
    this.#size += 1;
  }

  take(): Message | undefined {
    let next: { group: string; waiting: Message[]; inFlight: number } | undefined;
    for (const [group, waiting] of this.#groups) {
      const inFlight = this.#inFlight.get(group) ?? 0;
      if (!next || inFlight < next.inFlight || (inFlight === next.inFlight && isOlder(waiting, next.waiting))) {
        next = { group, waiting, inFlight };
      }
    }
    const message = next?.waiting.shift();
    if (!next || !message) return undefined;
    if (next.waiting.length === 0) this.#groups.delete(next.group);
    this.#size -= 1;
    return message;
  }

  remove(message: Message): void {
    const group = groupOf(message);
    const waiting = this.#groups.get(group) ?? [];
    const left = waiting.filter((one) => one !== message);
    this.#size -= waiting.length - left.length;
    if (left.length > 0) this.#groups.set(group, left);
    else this.#groups.delete(group);
  }

  /** A consumer has the message. */
  departed(message: Message): void {
    const group = groupOf(message);
    this.#inFlight.set(group, (this.#inFlight.get(group) ?? 0) + 1);
  }

  /** The consumer is done with it, or it comes again. */
  returned(message: Message): void {
    const group = groupOf(message);
    const left = (this.#inFlight.get(group) ?? 0) - 1;
    if (left > 0) this.#inFlight.set(group, left);
    else this.#inFlight.delete(group);
  }

  all(): Message[] {
    return [...this.#groups.values()].flat();
  }

  clear(): void {
    this.#groups.clear();
    this.#inFlight.clear();
    this.#size = 0;
  }
}

const groupOf = ({ group, id }: Message): string => group ?? id;

const isOlder = ([one]: Message[], [other]: Message[]): boolean =>
  one !== undefined && (other === undefined || one.sentAt < other.sentAt);
