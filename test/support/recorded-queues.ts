import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ENV } from '../../shared/core/environment.ts';

export type SentMessage = { queue: string; body: Record<string, unknown>; delay: number };

export type RecordedQueues = {
  /** What was sent to the queues `agents` and `timers`, in order. */
  sent: SentMessage[];
  /** While set, every message is refused. */
  refusing: boolean;
  stop(): Promise<void>;
};

/** Stands in for SQS: notes what is sent, over real HTTP, and refuses what names nobody. Nothing is ever delivered. */
export const startRecordedQueues = async (): Promise<RecordedQueues> => {
  const sent: SentMessage[] = [];
  const queues = { sent, refusing: false };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { QueueUrl, MessageBody, MessageGroupId, DelaySeconds } = JSON.parse(Buffer.concat(chunks).toString()) as {
      QueueUrl: string;
      MessageBody: string;
      MessageGroupId?: string;
      DelaySeconds?: number;
    };
    response.setHeader('content-type', 'application/x-amz-json-1.0');
    const body = JSON.parse(MessageBody) as Record<string, unknown>;
    // Every message names whose it is, so that nobody's hold up another's.
    if (queues.refusing || MessageGroupId === undefined || MessageGroupId !== body.user_id) {
      response.writeHead(403).end(JSON.stringify({ __type: 'com.amazonaws.sqs#AccessDenied', message: 'Refused.' }));
      return;
    }
    const queue = QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1);
    sent.push({ queue, body, delay: DelaySeconds ?? 0 });
    const MD5OfMessageBody = createHash('md5').update(MessageBody).digest('hex');
    response.end(JSON.stringify({ MessageId: randomUUID(), MD5OfMessageBody }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SQS: url,
    [ENV.agentsQueue]: `${url}/000000000000/agents`,
    [ENV.timersQueue]: `${url}/000000000000/timers`,
    [ENV.webhooksQueue]: `${url}/000000000000/webhooks`,
  });
  return Object.assign(queues, {
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  });
};
