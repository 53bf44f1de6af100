import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { reviveDeadLetter, workMessageSchema } from '../../shared/bus/index.ts';
import { log } from '../../shared/observability/log.ts';

/** Messages that were received too often. The store knows whether their work still stands; nothing fails here. */
export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { body, messageId } of event.Records) {
    try {
      const message = workMessageSchema.safeParse(JSON.parse(body));
      const outcome = message.success ? await reviveDeadLetter(message.data) : 'unreadable';
      log.warn('A message came to the dead letters.', { messageId, outcome });
    } catch (error) {
      log.error('A dead letter could not be looked at; it comes again.', error as Error);
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
};
