import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { redriveApproval } from '../../shared/approvals/index.ts';
import { restored } from '../../shared/core/scope.ts';
import { beginInvocation, type InvocationFields } from '../../shared/observability/invocation.ts';
import { log } from '../../shared/observability/log.ts';
import { dispatchAndSettle, redriveAnyTask, redrivePlan, redriveRound } from '../../shared/plans/index.ts';

const owner = { user_id: z.string(), project_id: z.string(), request_id: z.string().optional() };
const timerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('task'), ...owner, run_id: z.string(), task_id: z.string() }),
  z.object({ kind: z.literal('approval'), ...owner, approval_id: z.string() }),
  z.object({ kind: z.literal('run'), ...owner, run_id: z.string(), generation: z.number().int().optional() }),
  z.object({ kind: z.literal('round'), ...owner, run_id: z.string(), round: z.number().int() }),
  z.object({ kind: z.literal('places'), ...owner }),
]);
type Timer = z.infer<typeof timerSchema>;

const fieldsOf = (timer: Timer): InvocationFields => ({
  request_id: timer.request_id,
  kind: timer.kind,
  ...('run_id' in timer && { run_id: timer.run_id }),
  ...('task_id' in timer && { task_id: timer.task_id }),
  ...('approval_id' in timer && { approval_id: timer.approval_id }),
});

/**
 * Handles hints: a retry is due, an approval is about to expire, a plan needs its execution started or woken. A hint that
 * comes early or twice finds nothing to do.
 */
export const handler = async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  // Side by side: the end of one plan's round does not wait for another plan's start.
  await Promise.all(
    event.Records.map(async ({ body, messageId }) => {
      try {
        const timer = timerSchema.parse(JSON.parse(body));
        const fields = { invocation_id: context.awsRequestId, ...fieldsOf(timer) };
        await beginInvocation(fields, () => redrive(timer));
      } catch (error) {
        log.error('timer failed', { message_id: messageId, error: error as Error });
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }),
  );
  return { batchItemFailures };
};

const redrive = async (timer: Timer): Promise<void> => {
  const project = restored(timer);
  if (timer.kind === 'task') await redriveAnyTask(project, { run: timer.run_id, id: timer.task_id });
  else if (timer.kind === 'approval') await redriveApproval(project, timer.approval_id);
  else if (timer.kind === 'run') await redrivePlan(project, timer.run_id, { generation: timer.generation });
  else if (timer.kind === 'round') await redriveRound(project, { run: timer.run_id, number: timer.round });
  else await dispatchAndSettle(project.user);
};
