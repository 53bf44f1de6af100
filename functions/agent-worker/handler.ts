import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { workOnBuild } from '../../shared/builder/index.ts';
import { checkMessageSchema, workMessageSchema } from '../../shared/bus/index.ts';
import { beginInvocation, type InvocationFields } from '../../shared/observability/invocation.ts';
import { log } from '../../shared/observability/log.ts';
import { sandboxOf } from '../../shared/sandbox/index.ts';
import { checkAgent, workOn } from '../../shared/turns/index.ts';

const messageSchema = z.union([workMessageSchema, checkMessageSchema]);

/** A failed message is delivered again; after ten failures it becomes a dead letter, whose handler checks its work. */
export const handler = async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { body, messageId } of event.Records) {
    try {
      const message = messageSchema.parse(JSON.parse(body));
      const fields = { invocation_id: context.awsRequestId, ...fieldsOf(message) };
      await beginInvocation(fields, () => work(message, context));
    } catch (error) {
      log.error('work message failed', { message_id: messageId, error: error as Error });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
};

type Message = z.infer<typeof messageSchema>;

const work = async (message: Message, context: Context): Promise<void> => {
  if ('check' in message) return checkAgent(message);
  const remaining = (): number => context.getRemainingTimeInMillis();
  await workOn(message, { remaining, build: (claim) => workOnBuild(claim, { remaining, sandbox: sandboxOf() }) });
};

const fieldsOf = (message: Message): InvocationFields =>
  'check' in message
    ? { agent_key: message.agent_key }
    : { request_id: message.request_id, run_id: message.run_id, task_id: message.task_id };
