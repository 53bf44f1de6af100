import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { workMessageSchema } from '../../shared/bus/index.ts';
import { log } from '../../shared/observability/log.ts';
import { workOn } from '../../shared/turns/index.ts';

/** A message that cannot be read is dropped: nothing would ever make it readable. Any other failure brings it back. */
export const handler = async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const record of event.Records) {
    const message = workMessageSchema.safeParse(JSON.parse(record.body));
    if (!message.success) {
      log.error('A message of the agents queue has an unknown shape.', { messageId: record.messageId });
      continue;
    }
    const { run_id, task_id } = message.data;
    log.appendKeys({ requestId: context.awsRequestId, runId: run_id, taskId: task_id });
    try {
      await workOn(message.data, { remaining: () => context.getRemainingTimeInMillis() });
    } catch (error) {
      log.error('A task could not be worked on; its message comes again.', error as Error);
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
};
