import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { look } from './anthropic-asking.ts';
import { piece, replaying } from './replay-server.ts';
import { ANSWER, asked, CALL, loopOf } from './thoughts/asking.ts';

/* Requirements: GW1. What is learned from an upstream that refuses a request for its form. */

const refusing = (message: string) => ({ status: 400, error: { message, type: 'invalid_request_error' } });
const THOUGHT = [piece({ reasoning_content: 'Hm.' }), piece(CALL, 'tool_calls')];
const UNSUPPORTED = refusing("'messages.1' : property 'reasoning_content' is unsupported");

test('G3: words of alice’s that an upstream repeats change nothing for bob', async () => {
  const echo = refusing("Invalid schema for function 'look': 'unknown reasoning_content' is not valid.");
  await using server = await replaying(THOUGHT, echo, echo, ANSWER);
  const messages = loopOf(await asked(server.url, 'openai', {}));
  await expect(asked(server.url, 'openai', { messages })).rejects.toMatchObject({ reason: 'refused' });
  await asked(server.url, 'openai', { messages });
  expect(server.bodies.at(-1)?.messages[1]).toMatchObject({ reasoning_content: 'Hm.' });
});

test('a request that is refused for one thing after another is sent until it has none of them', async () => {
  const tooLong = "Invalid 'tools[0].function.description': string too long. Expected a string with maximum length 20";
  await using server = await replaying(THOUGHT, UNSUPPORTED, refusing(tooLong), ANSWER);
  const messages = loopOf(await asked(server.url, 'openai', {}));
  const tools = [{ ...look, description: 'Looks for it wherever it may be.' }];
  expect((await asked(server.url, 'openai', { messages, tools })).at(-1)).toMatchObject({ kind: 'end' });
});

/*
 * alice's call   sent with max_tokens ── refused ── learned ── sent with the other name
 * bob's call     sent with max_tokens ──────────────────────── refused: it is not the other name that was refused
 */
test('two calls that are refused at the same time for the same thing are both sent once more', async () => {
  const held: ServerResponse[] = [];
  let haveMet = false;
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += String(part);
    if ('max_completion_tokens' in JSON.parse(text)) {
      response.setHeader('content-type', 'text/event-stream');
      response.end(`${ANSWER.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')}data: [DONE]\n\n`);
      return;
    }
    held.push(response);
    const message = "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.";
    if (held.length === 1 && !haveMet) return;
    haveMet = true;
    for (const one of held.splice(0)) one.writeHead(400).end(JSON.stringify({ error: { message } }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  try {
    const calls = [asked(url, 'openai', { maxTokens: 9 }), asked(url, 'openai', { maxTokens: 9 })];
    for (const events of await Promise.all(calls)) expect(events.at(-1)).toMatchObject({ kind: 'end' });
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
