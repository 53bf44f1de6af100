import { once } from 'node:events';
import { arn } from '../../template/account.ts';
import type { Authorizer } from '../iam/authorizer.ts';
import { type Input, type JsonAction, jsonService } from '../protocol/json-service.ts';
import { type Service, ServiceError } from '../protocol/service.ts';
import type { Message } from './message.ts';
import type { Queue } from './queue.ts';
import { queueAttributes } from './queue-attributes.ts';
import type { Queues } from './queues.ts';
import { sendBatch, sendOne } from './sending.ts';

const SECOND = 1000;

/** SQS's JSON protocol over the queues of the template. */
export function queueService(queues: Queues, authorizer: Authorizer): Service {
  const queueOf = (input: Input): Queue => {
    const queue = queues.byUrl(String(input.QueueUrl));
    if (!queue) throw new ServiceError('QueueDoesNotExist', `The specified queue does not exist: ${input.QueueUrl}`);
    return queue;
  };
  const on = (name: string, run: (queue: Queue, input: Input) => unknown): JsonAction => ({
    access: (input) => ({ action: `sqs:${name}`, resource: queueOf(input).settings.arn }),
    run: (input) => run(queueOf(input), input),
  });
  const actions: Record<string, JsonAction> = {
    SendMessage: on('SendMessage', (queue, input) => sendOne(queues, queue, input)),
    SendMessageBatch: on('SendMessage', (queue, input) => sendBatch(queues, queue, input)),
    ReceiveMessage: on('ReceiveMessage', receive),
    DeleteMessage: on('DeleteMessage', (queue, input) => queue.delete(String(input.ReceiptHandle))),
    DeleteMessageBatch: on('DeleteMessage', (queue, input) => {
      const entries = (input.Entries ?? []) as { Id: string; ReceiptHandle: string }[];
      for (const entry of entries) queue.delete(entry.ReceiptHandle);
      return { Successful: entries.map(({ Id }) => ({ Id })), Failed: [] };
    }),
    ChangeMessageVisibility: on('ChangeMessageVisibility', (queue, input) => {
      if (!queue.changeVisibility(String(input.ReceiptHandle), Number(input.VisibilityTimeout) * SECOND)) {
        throw new ServiceError('MessageNotInflight', 'The message is not in flight.');
      }
    }),
    GetQueueAttributes: on('GetQueueAttributes', queueAttributes),
    PurgeQueue: on('PurgeQueue', (queue) => queue.purge()),
    GetQueueUrl: {
      access: (input) => ({ action: 'sqs:GetQueueUrl', resource: arn('sqs', String(input.QueueName)) }),
      run: (input) => ({ QueueUrl: queueOf({ QueueUrl: `/${input.QueueName}` }).settings.url }),
    },
  };
  return jsonService({ version: '1.0', authorizer, actions, deniedCode: 'AccessDenied' });
}

async function receive(queue: Queue, input: Input): Promise<unknown> {
  const most = Number(input.MaxNumberOfMessages ?? 1);
  const visibility = input.VisibilityTimeout === undefined ? undefined : Number(input.VisibilityTimeout) * SECOND;
  let messages = queue.receive(most, visibility);
  const wait = Number(input.WaitTimeSeconds ?? 0) * SECOND;
  if (messages.length === 0 && wait > 0) {
    const signal = AbortSignal.timeout(wait);
    await once(queue, 'available', { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    messages = queue.receive(most, visibility);
  }
  return { Messages: messages.map(shown) };
}

function shown(message: Message) {
  return {
    MessageId: message.id,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: message.md5,
    Attributes: systemAttributes(message),
    MessageAttributes: message.attributes,
  };
}

/** The attributes SQS adds; times in milliseconds as text. */
export function systemAttributes(message: Message): Record<string, string> {
  return {
    ApproximateReceiveCount: String(message.receiveCount),
    SentTimestamp: String(message.sentAt),
    SenderId: 'LOCAL',
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? message.sentAt),
  };
}
