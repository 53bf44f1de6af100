import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Body = { messages: Record<string, unknown>[]; [field: string]: unknown };
/** The events of a stream, or a refusal. */
export type Replay = object[] | { status: number; error: object };

const written = (reply: object[]): string =>
  [...reply.map((event) => JSON.stringify(event)), '[DONE]'].map((data) => `data: ${data}\n\n`).join('');

/** A provider that answers with the given replies in turn, and keeps what it was asked. */
export const replaying = async (...replies: Replay[]) => {
  const bodies: Body[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += String(part);
    bodies.push(JSON.parse(text) as Body);
    const reply = replies.shift() ?? [];
    const isStream = Array.isArray(reply);
    response.writeHead(isStream ? 200 : reply.status, {
      'content-type': isStream ? 'text/event-stream' : 'application/json',
    });
    response.end(isStream ? written(reply) : JSON.stringify({ error: reply.error }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    bodies,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
};

/** One event of a chat completion. */
export const piece = (delta: object, finish_reason: string | null = null, more: object = {}): object => ({
  id: 'chatcmpl-1',
  model: 'm',
  choices: [{ index: 0, delta, finish_reason }],
  ...more,
});
