import { afterAll, beforeAll, expect, test } from 'vitest';
import { definitionOf } from '../../../infra/local/services/lambda/definition.ts';
import type { InvokeResult } from '../../../infra/local/services/lambda/invoker.ts';
import { LocalLambda } from '../../../infra/local/services/lambda/local-lambda.ts';
import { assemble } from '../../../infra/local/template/assembly.ts';
import { tinyApp } from './tiny-cloud.ts';

const SOURCE = `
import { once } from 'node:events';
export const handler = awslambda.streamifyResponse(async ({ chunks, size, forever, fail, tag }, stream) => {
  const body = awslambda.HttpResponseStream.from(stream, { statusCode: 201, headers: { 'x-kind': 'rows' }, cookies: ['a=1'] });
  let sent = 0;
  body.on('close', () => console.log(tag + ' closed after ' + sent));
  for (let index = 0; forever || index < chunks; index += 1) {
    if (body.destroyed) return;
    sent += 1;
    if (!body.write(String(index % 10).repeat(size))) await Promise.race([once(body, 'drain'), once(body, 'close')]);
    if (fail) throw new Error('half way');
  }
  body.end();
});
`;

let lambda: LocalLambda;
const logged: string[] = [];
const waiting = new Set<() => void>();

beforeAll(() => {
  const app = tinyApp({ functions: { Rows: { source: SOURCE, properties: { Timeout: 30 } } } });
  const { resources } = assemble(app.templates);
  const definitions = resources
    .filter((one) => one.type === 'AWS::Lambda::Function')
    .map((one) => definitionOf(one, app.assets));
  const log = (_: string, text: string) => {
    logged.push(text);
    for (const check of waiting) check();
  };
  lambda = new LocalLambda({ definitions, environmentOf: () => ({}), log, streamsPerThread: 10 });
});
afterAll(() => lambda.stop());

async function stream(event: object, signal?: AbortSignal): Promise<InvokeResult & { kind: 'stream' }> {
  const result = await lambda.invoke('tiny-Rows', event, { stream: true, ...(signal && { signal }) });
  if (result.kind !== 'stream') throw new Error('expected a stream');
  return result;
}

async function whole(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function logLine(pattern: RegExp): Promise<string> {
  return new Promise((resolve) => {
    const check = () => {
      const line = logged.find((text) => pattern.test(text));
      if (line === undefined) return;
      waiting.delete(check);
      resolve(line);
    };
    waiting.add(check);
    check();
  });
}

test('a streamed answer sends status, headers and cookies before its body, and the body whole', async () => {
  const { statusCode, headers, cookies, body } = await stream({ chunks: 50, size: 10_000 });
  expect({ statusCode, headers, cookies }).toEqual({
    statusCode: 201,
    headers: { 'x-kind': 'rows' },
    cookies: ['a=1'],
  });
  const text = (await whole(body)).toString();
  expect(text).toBe(Array.from({ length: 50 }, (_, index) => String(index % 10).repeat(10_000)).join(''));
});

test('a slow reader pauses the function instead of filling memory', async () => {
  const { body } = await stream({ forever: true, size: 64 * 1024, tag: 'slow' });
  const reader = body[Symbol.asyncIterator]();
  await reader.next();
  await reader.return?.();
  const line = await logLine(/slow closed after/);
  const sent = Number(/slow closed after (\d+)/.exec(line)?.[1]);
  expect(sent).toBeLessThan(20);
});

test('an aborted request closes the stream of the function', async () => {
  const abort = new AbortController();
  await stream({ forever: true, size: 64 * 1024, tag: 'aborted' }, abort.signal);
  abort.abort();
  expect(await logLine(/aborted closed after/)).toMatch(/after \d/);
});

test('a failure halfway ends the body with the error', async () => {
  const { body } = await stream({ chunks: 5, size: 10, fail: true });
  await expect(whole(body)).rejects.toThrow('half way');
});

test('many streams share a thread', async () => {
  const open = await Promise.all(Array.from({ length: 10 }, () => stream({ forever: true, size: 64 * 1024 })));
  expect(lambda.threads).toBe(1);
  for (const { body } of open) await body[Symbol.asyncIterator]().return?.(undefined);
});

test('a streaming handler invoked without streaming is an error', async () => {
  await expect(lambda.invoke('tiny-Rows', { chunks: 1, size: 1 })).rejects.toThrow('without response streaming');
});

test('an answer that ends without a write has lost its status and headers, as in Lambda', async () => {
  const unwritten = await stream({ chunks: 0, size: 0, tag: 'unwritten' });
  expect([unwritten.statusCode, unwritten.headers]).toEqual([502, {}]);
  const empty = await stream({ chunks: 1, size: 0, tag: 'empty' });
  expect(empty.statusCode).toBe(201);
  expect(await whole(empty.body)).toHaveLength(0);
});
