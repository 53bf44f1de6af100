import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { reviveDeadLetter, type WorkMessage, workMessageSchema } from '../../shared/bus/index.ts';
import { beginInvocation } from '../../shared/observability/invocation.ts';
import { log } from '../../shared/observability/log.ts';

/**
 * Messages that were received too often. The store knows whether their work is still to be done; no task fails here. An
 * unreadable message names no work and is dropped at once; otherwise it would be delivered again for fourteen days.
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
