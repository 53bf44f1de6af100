import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { authenticated } from '../../../shared/core/scope.ts';
import { type Gateway, gateway } from '../../../shared/gateway/index.ts';
import {
  ChatWriter,
  chatBody,
  chatCompletion,
  collect,
  requestFromChat,
  withHeartbeat,
} from '../../../shared/protocols/index.ts';
import { freeCalls } from '../../support/free-calls.ts';
import { FULL_CHAIN } from './chain.ts';
import { announce, bodyOf } from './served.ts';

/*
 * The gateway module with its OpenAI surface behind a plain HTTP server: all that `/v1/chat/completions` does between the
 * request's bytes and the answer's, without Lambda, sign-in and API Gateway. `argv`: the upstream's address, and what is
 * switched on: `nothing`, `chain` (the chain of policies; budgets and records cost nothing, no session), or `store` (that chain
 * in sessions, with budgets, records, vaults and blocks in a local DynamoDB).
 */
const [upstream = '', mode] = process.argv.slice(2);
const project = authenticated({ userId: 'bench' }).inProject('default');
const PULSE = 10_000;

const settings = async () => ({ baseUrl: upstream, apiKey: 'test', model: 'scripted' });
const timeouts = () => ({ firstByte: 30_000, retries: 2 });
const policies = async () => (mode === 'nothing' ? [] : FULL_CHAIN);

const over = async (): Promise<Gateway> => {
  if (mode !== 'store')
    return gateway({ settings, timeouts, policies, record: async () => undefined, paid: freeCalls() });
  const { startStore } = await import('./filled-table.ts');
  await startStore(project);
  return gateway({ settings, timeouts, policies });
};
const { chat } = await over();

let calls = 0;

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const gone = new AbortController();
  response.once('close', () => response.writableFinished || gone.abort());
  const { includeUsage, model, stream, call } = requestFromChat(chatBody.parse(JSON.parse(await bodyOf(request))));
  calls += 1;
  const head = { id: `chatcmpl-${calls}`, created: Math.floor(Date.now() / 1000), model };
  const session = mode === 'store' ? String(request.headers['x-artel-session']) : undefined;
  const delivery = stream ? 'stream' : 'whole';
  const events = chat({ ...call, model, scope: project, purpose: 'chat', session, delivery, signal: gone.signal });
  if (!stream) {
    const body = JSON.stringify(chatCompletion(head, await collect(events)));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(body);
    return;
  }
  const writer = new ChatWriter(head, includeUsage);
  let begun = false;
  for await (const event of withHeartbeat(events, PULSE)) {
    if (!begun) {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      response.write(writer.begin());
      begun = true;
    }
    response.write(event === 'heartbeat' ? writer.heartbeat() : writer.write(event));
  }
  response.end();
};

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    response.destroy();
  });
});

announce(server);
