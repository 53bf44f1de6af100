import type { Input } from '../protocol/json-service.ts';
import { ServiceError } from '../protocol/service.ts';
import type { MessageAttribute } from './message.ts';
import type { Queue } from './queue.ts';
import type { Queues } from './queues.ts';

const MAX_DELAY_SECONDS = 900;
/** Letters, digits and punctuation. */
const GROUP = /^[!-~]{1,128}$/;

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
  const group = input.MessageGroupId;
  if (group !== undefined && !GROUP.test(String(group))) {
    throw new ServiceError('InvalidParameterValue', 'MessageGroupId can only include 1 to 128 printable characters.');
  }
  const sent = {
    body,
    attributes: (input.MessageAttributes ?? {}) as Record<string, MessageAttribute>,
    ...(group !== undefined && { group: String(group) }),
  };
  const message = queues.send(queue, sent, seconds === undefined ? undefined : seconds * 1000);
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
