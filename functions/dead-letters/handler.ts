import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { reviveDeadLetter, type WorkMessage, workMessageSchema } from '../../shared/bus/index.ts';
import { log } from '../../shared/observability/log.ts';

/**
 * Messages that were received too often. The store knows whether their work still stands; nothing fails here. What cannot
 * be read names no work: it is dropped at once, or it would come again for fourteen days.
 */
export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { body, messageId } of event.Records) {
    try {
      const message = read(body);
      const outcome = message ? await reviveDeadLetter(message) : 'unreadable';
      log.warn('A message came to the dead letters.', { messageId, outcome });
    } catch (error) {
      log.error('A dead letter could not be looked at; it comes again.', error as Error);
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
};

const read = (body: string): WorkMessage | undefined => {
  try {
    return workMessageSchema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
};
