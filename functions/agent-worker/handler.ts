import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { checkMessageSchema, workMessageSchema } from '../../shared/bus/index.ts';
import { log } from '../../shared/observability/log.ts';
import { checkAgent, workOn } from '../../shared/turns/index.ts';

const messageSchema = z.union([workMessageSchema, checkMessageSchema]);

/** Failures bring a message back; after ten of them it goes to the dead letters, which know whether its work stands. */
export const handler = async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { body, messageId } of event.Records) {
    try {
      await work(body, context);
    } catch (error) {
      log.error('A message could not be worked on; it comes again.', error as Error);
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
};

const work = async (body: string, context: Context): Promise<void> => {
  const message = messageSchema.parse(JSON.parse(body));
  if ('check' in message) {
    log.appendKeys({ requestId: context.awsRequestId, agentKey: message.agent_key });
    return checkAgent(message);
  }
  log.appendKeys({ requestId: context.awsRequestId, runId: message.run_id, taskId: message.task_id });
  await workOn(message, { remaining: () => context.getRemainingTimeInMillis() });
};
