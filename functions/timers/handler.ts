import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { redriveApproval } from '../../shared/approvals/index.ts';
import { redriveTask } from '../../shared/bus/index.ts';
import { restored } from '../../shared/core/scope.ts';
import { log } from '../../shared/observability/log.ts';

const owner = { user_id: z.string(), project_id: z.string() };
const timerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('task'), ...owner, run_id: z.string(), task_id: z.string() }),
  z.object({ kind: z.literal('approval'), ...owner, approval_id: z.string() }),
]);

/** Delayed hints: a retry's time has come, an approval is about to expire. Early or twice, they find nothing due. */
export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { body, messageId } of event.Records) {
    try {
      const timer = timerSchema.parse(JSON.parse(body));
      const project = restored(timer);
      if (timer.kind === 'task') await redriveTask(project, timer.run_id, timer.task_id);
      else await redriveApproval(project, timer.approval_id);
    } catch (error) {
      log.error('A timer failed; it comes again.', error as Error);
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
};
