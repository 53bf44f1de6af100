import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { reviveDeadLetter, type WorkMessage, workMessageSchema } from '../../shared/bus/index.ts';
import { beginInvocation } from '../../shared/observability/invocation.ts';
import { log } from '../../shared/observability/log.ts';

/**
 * Messages that were received too often. The store knows whether their work still stands; nothing fails here. What cannot
 * be read names no work: it is dropped at once, or it would come again for fourteen days.
 */
export const handler = async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { body, messageId } of event.Records) {
    try {
      const message = read(body);
      const ids = message && { request_id: message.request_id, run_id: message.run_id, task_id: message.task_id };
      await beginInvocation({ invocation_id: context.awsRequestId, ...ids }, async () => {
        const outcome = message ? await reviveDeadLetter(message) : 'unreadable';
        log.warn('dead letter received', { message_id: messageId, outcome });
      });
    } catch (error) {
      log.error('dead letter failed', { message_id: messageId, error: error as Error });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
};

const read = (body: string): WorkMessage | undefined => {
  try {
    return workMessageSchema.safeParse(JSON.parse(body)).data;
  } catch {
    // A SyntaxError: not JSON.
    return undefined;
  }
};
