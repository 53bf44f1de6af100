import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export type Received = { headers: Record<string, string>; text: string; event: Record<string, unknown> };
export type Answer = { status: number; body?: string; headers?: Record<string, string> };

/** Somebody's server that is told of events. `answer` is asked for each request, with how many there were before. */
export type Receiver = {
  url: string;
  received: Received[];
  answer: (request: Received, before: number) => Answer;
  /** Resolves once a request fits. */
  arrival(fits: (request: Received) => boolean): Promise<Received>;
  stop(): Promise<void>;
};

export const startReceiver = async (): Promise<Receiver> => {
  const waiting = new Set<() => void>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const got = { headers: request.headers as Record<string, string>, text, event: JSON.parse(text) };
    const { status, body = '', headers = {} } = receiver.answer(got, receiver.received.length);
    response.writeHead(status, headers).end(body);
    receiver.received.push(got);
    for (const look of waiting) look();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received: [],
    answer: () => ({ status: 204 }),
    arrival: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = receiver.received.find(fits);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return receiver;
};

/** Checks a request as a receiver does, with the library of the standard. Throws where the signature is wrong. */
export const verified = (secret: string, { headers, text }: Received): unknown =>
  new Webhook(secret).verify(text, {
    'webhook-id': String(headers['webhook-id']),
    'webhook-timestamp': String(headers['webhook-timestamp']),
    'webhook-signature': String(headers['webhook-signature']),
  });
