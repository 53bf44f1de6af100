import type { Input } from '../protocol/json-service.ts';
import { ServiceError } from '../protocol/service.ts';
import type { MessageAttribute } from './message.ts';
import type { Queue } from './queue.ts';
import type { Queues } from './queues.ts';

const MAX_DELAY_SECONDS = 900;

/** `SendMessage`. */
export function sendOne(queues: Queues, queue: Queue, input: Input): { MessageId: string; MD5OfMessageBody: string } {
  const body = String(input.MessageBody ?? '');
  const size = Buffer.byteLength(body);
  if (size === 0) throw new ServiceError('MissingParameter', 'The request must contain the parameter MessageBody.');
  if (size > queue.settings.maximumSize) {
    throw new ServiceError(
      'InvalidParameterValue',
      `Message must be shorter than ${queue.settings.maximumSize} bytes.`,
    );
  }
  const seconds = input.DelaySeconds === undefined ? undefined : Number(input.DelaySeconds);
  if (seconds !== undefined && !(seconds >= 0 && seconds <= MAX_DELAY_SECONDS)) {
    throw new ServiceError('InvalidParameterValue', `Value ${seconds} for parameter DelaySeconds is invalid.`);
  }
  const attributes = (input.MessageAttributes ?? {}) as Record<string, MessageAttribute>;
  const message = queues.send(queue, body, attributes, seconds === undefined ? undefined : seconds * 1000);
  return { MessageId: message.id, MD5OfMessageBody: message.md5 };
}

/** `SendMessageBatch`: each entry succeeds or fails by itself. */
export function sendBatch(queues: Queues, queue: Queue, input: Input): unknown {
  const entries = (input.Entries ?? []) as (Input & { Id: string })[];
  if (entries.length === 0) throw new ServiceError('EmptyBatchRequest', 'There should be at least one entry.');
  if (entries.length > 10) throw new ServiceError('TooManyEntriesInBatchRequest', 'Maximum number of entries is 10.');
  if (new Set(entries.map((entry) => entry.Id)).size < entries.length) {
    throw new ServiceError('BatchEntryIdsNotDistinct', 'Two or more batch entries have the same Id.');
  }
  const Successful: unknown[] = [];
  const Failed: unknown[] = [];
  for (const entry of entries) {
    try {
      Successful.push({ Id: entry.Id, ...sendOne(queues, queue, entry) });
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      Failed.push({ Id: entry.Id, Code: error.code, Message: error.message, SenderFault: true });
    }
  }
  return { Successful, Failed };
}
