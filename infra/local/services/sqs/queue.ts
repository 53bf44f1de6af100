import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { type Message, newMessage, type Sent } from './message.ts';
import { ReadyMessages } from './ready-messages.ts';

/** Times in milliseconds. */
export type QueueSettings = {
  name: string;
  arn: string;
  url: string;
  delay: number;
  visibility: number;
  retention: number;
  maximumSize: number;
  redrive?: { deadLetterArn: string; maxReceiveCount: number };
};

export type QueueOptions = {
  settings: QueueSettings;
  now: () => number;
  /** Takes a message that was received too often. */
  bury: (deadLetterArn: string, message: Message) => void;
};

/**
 * A standard queue in memory. Emits `available` when a message can be received, at once after a send, so that no consumer polls.
 * It is lost with the process, which is harmless for a system that treats messages as hints.
 */
export class Queue extends EventEmitter<{ available: [] }> {
  readonly settings: QueueSettings;
  readonly #now: () => number;
  readonly #bury: QueueOptions['bury'];
  readonly #ready = new ReadyMessages();
  /** Delayed or received: invisible until the time. */
  readonly #hidden = new Map<Message, number>();
  readonly #byHandle = new Map<string, Message>();
  #timer: NodeJS.Timeout | undefined;

  constructor({ settings, now, bury }: QueueOptions) {
    super();
    this.settings = settings;
    this.#now = now;
    this.#bury = bury;
  }

  send(sent: Sent, delay = this.settings.delay): Message {
    const message = newMessage(sent, this.#now());
    this.add(message, delay);
    return message;
  }

  /** Puts in a message as it is, such as one that another queue gave up. */
  add(message: Message, delay = 0): void {
    if (delay > 0) this.#hide(message, delay);
    else this.#show(message);
  }

  receive(most: number, visibility = this.settings.visibility): Message[] {
    const received: Message[] = [];
    while (received.length < most) {
      const message = this.#ready.take();
      if (!message) break;
      if (message.sentAt + this.settings.retention <= this.#now()) continue;
      const { redrive } = this.settings;
      if (redrive && message.receiveCount >= redrive.maxReceiveCount) {
        this.#byHandle.delete(message.receiptHandle);
        this.#bury(redrive.deadLetterArn, message);
        continue;
      }
      this.#byHandle.delete(message.receiptHandle);
      message.receiveCount += 1;
      message.firstReceivedAt ??= this.#now();
      message.receiptHandle = randomUUID();
      this.#byHandle.set(message.receiptHandle, message);
      this.#ready.departed(message);
      this.#hide(message, visibility);
      received.push(message);
    }
    return received;
  }

  /** Deleting with an old handle succeeds without effect when the message was received again since, as in SQS. */
  delete(receiptHandle: string): void {
    const message = this.#byHandle.get(receiptHandle);
    if (!message) return;
    this.#byHandle.delete(receiptHandle);
    if (this.#hidden.delete(message)) this.#ready.returned(message);
    else this.#ready.remove(message);
  }

  /** Whether the handle belongs to a message in flight. */
  changeVisibility(receiptHandle: string, visibility: number): boolean {
    const message = this.#byHandle.get(receiptHandle);
    if (!message || !this.#hidden.has(message)) return false;
    this.#hide(message, visibility);
    return true;
  }

  counts(): { visible: number; inFlight: number; delayed: number } {
    const hidden = [...this.#hidden.keys()];
    const inFlight = hidden.filter((message) => message.receiveCount > 0).length;
    return { visible: this.#ready.size, inFlight, delayed: hidden.length - inFlight };
  }

  /** Copies of everything in the queue, visible or not, oldest first: for tests and the curious. */
  peek(): Message[] {
    return [...this.#ready.all(), ...this.#hidden.keys()]
      .sort((left, right) => left.sentAt - right.sentAt)
      .map((one) => ({ ...one }));
  }

  /** As if all delays, and the times of whoever received a message, were over: for tests. */
  hasten(): void {
    for (const message of [...this.#hidden.keys()]) this.#show(message);
  }

  purge(): void {
    this.#ready.clear();
    this.#hidden.clear();
    this.#byHandle.clear();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.purge();
    this.removeAllListeners();
  }

  #show(message: Message): void {
    if (this.#hidden.delete(message) && message.receiveCount > 0) this.#ready.returned(message);
    this.#ready.add(message);
    this.emit('available');
  }

  #hide(message: Message, duration: number): void {
    this.#hidden.set(message, this.#now() + duration);
    this.#wakeForNext();
  }

  #wakeForNext(): void {
    clearTimeout(this.#timer);
    if (this.#hidden.size === 0) return;
    const next = Math.min(...this.#hidden.values());
    const wait = Math.min(Math.max(0, next - this.#now()), 2 ** 31 - 1);
    this.#timer = setTimeout(() => this.#showDue(), wait).unref();
  }

  #showDue(): void {
    const now = this.#now();
    for (const [message, until] of [...this.#hidden]) if (until <= now) this.#show(message);
    this.#wakeForNext();
  }
}
