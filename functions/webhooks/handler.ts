import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { restored } from '../../shared/core/scope.ts';
import { attempt, handOver, lookAround } from '../../shared/notifications/index.ts';
import { beginInvocation } from '../../shared/observability/invocation.ts';
import { log } from '../../shared/observability/log.ts';

const owner = { user_id: z.string(), request_id: z.string().optional() };
const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('session'), ...owner, project_id: z.string(), session_id: z.string() }),
  z.object({ kind: z.literal('delivery'), ...owner, webhook_id: z.string(), delivery_id: z.string() }),
  z.object({ kind: z.literal('look'), ...owner, webhook_id: z.string().optional() }),
]);
type Message = z.infer<typeof messageSchema>;

/** Handles hints: a session has new events, a delivery is due, somebody is to be told of what is there already. */
export const handler = async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  // Side by side: an endpoint that does not answer holds up no other.
  await Promise.all(
    event.Records.map(async ({ body, messageId }) => {
      try {
        const message = messageSchema.parse(JSON.parse(body));
        const fields = { invocation_id: context.awsRequestId, request_id: message.request_id, kind: message.kind };
        await beginInvocation(fields, () => handle(message));
      } catch (error) {
        log.error('webhook message failed', { message_id: messageId, error: error as Error });
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }),
  );
  return { batchItemFailures };
};

/** A message about a person rather than a project names none. */
const NO_PROJECT = 'all';

const handle = async (message: Message): Promise<void> => {
  const project = restored({ project_id: NO_PROJECT, ...message });
  if (message.kind === 'session') await handOver(project, message.session_id);
  else if (message.kind === 'delivery') await attempt(project.user, message);
  else await lookAround(project.user, message.webhook_id);
};
