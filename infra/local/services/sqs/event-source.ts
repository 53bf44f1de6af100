import { ACCOUNT } from '../../template/account.ts';
import { type Invoker, Throttled } from '../lambda/invoker.ts';
import type { Message } from './message.ts';
import type { Queue } from './queue.ts';
import { systemAttributes } from './service.ts';

export type EventSourceOptions = {
  queue: Queue;
  invoker: Invoker;
  functionName: string;
  batchSize: number;
  /** Batches in the function at once. */
  concurrency: number;
  /** `ReportBatchItemFailures`: the function says which messages failed. */
  partialFailures: boolean;
  log: (functionName: string, text: string) => void;
};

/** A throttled batch comes again after this time. It counts as received, as in AWS. */
const THROTTLED_PAUSE = 1000;

/** Brings a queue's messages to a function as an event source mapping does, woken by the queue instead of polling it. */
export class EventSource {
  readonly #options: EventSourceOptions;
  readonly #onAvailable = () => this.#pump();
  #inFlight = 0;
  #stopped = false;

  constructor(options: EventSourceOptions) {
    this.#options = options;
  }

  start(): void {
    this.#options.queue.on('available', this.#onAvailable);
    this.#pump();
  }

  stop(): void {
    this.#stopped = true;
    this.#options.queue.off('available', this.#onAvailable);
  }

  #pump(): void {
    const { queue, batchSize, concurrency } = this.#options;
    while (!this.#stopped && this.#inFlight < concurrency) {
      const batch = queue.receive(batchSize);
      if (batch.length === 0) return;
      this.#inFlight += 1;
      void this.#deliver(batch).finally(() => {
        this.#inFlight -= 1;
        this.#pump();
      });
    }
  }

  /** What the function did not finish becomes visible again when its visibility time-out ends. */
  async #deliver(batch: Message[]): Promise<void> {
    const { queue, invoker, functionName, partialFailures, log } = this.#options;
    try {
      const result = await invoker.invoke(functionName, { Records: batch.map((one) => recordOf(one, queue)) });
      const failed = partialFailures && result.kind === 'payload' ? failedIds(result.payload, batch) : new Set();
      for (const message of batch) if (!failed.has(message.id)) queue.delete(message.receiptHandle);
    } catch (error) {
      if (this.#stopped) return;
      if (error instanceof Throttled) {
        for (const message of batch) queue.changeVisibility(message.receiptHandle, THROTTLED_PAUSE);
      } else {
        const { message } = error as Error;
        log(functionName, `batch of ${batch.length} from ${queue.settings.name} failed: ${message}\n`);
      }
    }
  }
}

/** An answer that names an unknown message, or has another shape, fails the whole batch, as in AWS. */
function failedIds(payload: unknown, batch: Message[]): Set<string> {
  const answer = payload as { batchItemFailures?: { itemIdentifier?: unknown }[] } | null;
  const failures = answer?.batchItemFailures ?? [];
  const ids = batch.map((message) => message.id);
  if (!Array.isArray(failures)) return new Set(ids);
  const named = failures.map((failure) => String(failure.itemIdentifier));
  return named.every((id) => ids.includes(id)) ? new Set(named) : new Set(ids);
}

function recordOf(message: Message, queue: Queue) {
  const attributes = Object.entries(message.attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
    name,
    {
      dataType: DataType,
      stringValue: StringValue,
      binaryValue: BinaryValue,
      stringListValues: [],
      binaryListValues: [],
    },
  ]);
  return {
    messageId: message.id,
    receiptHandle: message.receiptHandle,
    body: message.body,
    attributes: systemAttributes(message),
    messageAttributes: Object.fromEntries(attributes),
    md5OfBody: message.md5,
    eventSource: 'aws:sqs',
    eventSourceARN: queue.settings.arn,
    awsRegion: ACCOUNT.region,
  };
}
