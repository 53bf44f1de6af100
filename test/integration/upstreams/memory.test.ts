import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { authenticated } from '../../../shared/core/scope.ts';
import type { ChatMessage } from '../../../shared/gateway/index.ts';
import { Upstreams } from '../../../shared/gateway/upstreams/failover.ts';
import { type ScriptedModel, startScriptedModel } from '../../support/scripted-model.ts';
import { upstream } from './asking.ts';

let model: ScriptedModel;
beforeAll(async () => {
  model = await startScriptedModel();
});
afterAll(() => model.stop());

const scope = authenticated({ userId: 'alice' }).inProject('default');
const timeouts = { firstByte: 10_000, retries: 0 };
const MEGABYTE = 1024 * 1024;

/** The name of what ends an answer that must fail. */
const failureOf = async (events: AsyncIterable<unknown>): Promise<string> => {
  try {
    for await (const _event of events);
  } catch (error) {
    return (error as Error).name;
  }
  throw new Error('The call was answered.');
};

/** A provider that sends as much as it is let to, far more than anybody reads; `flushed` is what left it. */
const torrent = async (megabytes: number) => {
  const sent = { flushed: 0 };
  const event = JSON.stringify({
    choices: [{ index: 0, delta: { content: 'word ' }, finish_reason: null }],
    padding: 'x'.repeat(MEGABYTE / 2),
  });
  const server = createServer(async (request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (let count = 0; count < megabytes * 2 && !response.destroyed; count += 1) {
      await new Promise((resolve) => response.write(`data: ${event}\n\n`, resolve));
      sent.flushed += MEGABYTE / 2;
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    sent,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
};

test('a provider that sends faster than its reader reads has to wait', async () => {
  await using server = await torrent(200);
  const call = { scope, purpose: 'chat' as const, messages: [{ role: 'user' as const, content: 'Hello' }] };
  const settings = { upstreams: [upstream('torrent', server.url)] };
  for await (const [event] of new Upstreams().chat(call, ['m'], settings, timeouts)) {
    expect(event).toEqual({ kind: 'text', text: 'word ' });
    for (let count = 0; count < 2_000; count += 1) await turn();
    break;
  }
  expect(server.sent.flushed).toBeLessThan(32 * MEGABYTE);
});

test('nothing of a failed call is kept', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const upstreams = new Upstreams();
  const settings = { upstreams: [upstream('scripted', model.url)] };
  const failing = async (): Promise<WeakRef<ChatMessage>> => {
    const message: ChatMessage = { role: 'user', content: 'x'.repeat(MEGABYTE) };
    const events = upstreams.chat({ scope, purpose: 'chat', messages: [message] }, ['m'], settings, timeouts);
    // The runner keeps what an expectation was made of, so there is none here.
    await failureOf(events);
    return new WeakRef(message);
  };
  for (const step of [{ status: 500 }, { text: 'one two three', cut: 2 }, { malformed: 'html' }] as const) {
    model.script(step);
    const message = await failing();
    for (let count = 0; count < 20 && message.deref(); count += 1) {
      await turn();
      collectGarbage();
    }
    // Compared here, because a report of the difference would be a megabyte long.
    expect(message.deref() === undefined).toBe(true);
  }
});
