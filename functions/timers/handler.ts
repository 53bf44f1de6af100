import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { z } from 'zod';
import { redriveTask } from '../../shared/bus/index.ts';
import { restored } from '../../shared/core/scope.ts';
import { log } from '../../shared/observability/log.ts';

const timerSchema = z.object({
  kind: z.literal('task'),
  user_id: z.string(),
  project_id: z.string(),
  run_id: z.string(),
  task_id: z.string(),
});

/** Delayed hints: a retry's time has come. A hint that comes early or twice finds nothing due and does nothing. */
export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { body, messageId } of event.Records) {
    const timer = timerSchema.safeParse(JSON.parse(body));
    if (!timer.success) {
      log.error('A timer has an unknown shape.', { messageId });
      continue;
    }
    try {
      await redriveTask(restored(timer.data), timer.data.run_id, timer.data.task_id);
    } catch (error) {
      log.error('A timer failed; it comes again.', error as Error);
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
};
