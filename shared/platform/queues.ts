import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { required } from './configuration.ts';
import { once } from './once.ts';
import { CLIENT_TIMEOUTS } from './timeouts.ts';

const client = once(() => new SQSClient(CLIENT_TIMEOUTS));

/** SQS delays at most 15 minutes; what is due later is found by the sweeper. */
const MAX_DELAY_SECONDS = 900;

/** Whose work a message is about: in a fair queue, one who has much of it does not hold up the others. */
type AboutUser = { user_id: string } & Record<string, unknown>;

const send = async (url: string, body: AboutUser, delaySeconds = 0): Promise<void> => {
  await client().send(
    new SendMessageCommand({
      QueueUrl: url,
      MessageBody: JSON.stringify(body),
      MessageGroupId: body.user_id,
      ...(delaySeconds > 0 && { DelaySeconds: Math.min(MAX_DELAY_SECONDS, Math.ceil(delaySeconds)) }),
    }),
  );
};

/** Signals to a worker that a task can be claimed. Only a hint: the store decides. */
export const sendToAgents = (body: AboutUser): Promise<void> => send(required('agentsQueue'), body);

/** Comes back to the `timers` function after about `delaySeconds`. */
export const sendToTimers = (body: AboutUser, delaySeconds: number): Promise<void> =>
  send(required('timersQueue'), body, delaySeconds);

/** Comes to the `webhooks` function after about `delaySeconds`. */
export const sendToWebhooks = (body: AboutUser, delaySeconds: number): Promise<void> =>
  send(required('webhooksQueue'), body, delaySeconds);

/** The approximate number of messages that wait for a worker. Throws when the queue cannot be reached. */
export const waitingForAgents = async (signal?: AbortSignal): Promise<number> => {
  const answer = await client().send(
    new GetQueueAttributesCommand({
      QueueUrl: required('agentsQueue'),
      AttributeNames: ['ApproximateNumberOfMessages'],
    }),
    { ...(signal && { abortSignal: signal }) },
  );
  return Number(answer.Attributes?.ApproximateNumberOfMessages ?? 0);
};
