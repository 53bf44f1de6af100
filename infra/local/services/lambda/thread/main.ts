import { enableCompileCache, flushCompileCache } from 'node:module';
import { finished } from 'node:stream/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { awslambda, isStreaming } from './awslambda.ts';
import { contextFor } from './context.ts';
import type { Failure, FromThread, ThreadSettings, ToThread } from './messages.ts';
import { ResponseStream } from './response-stream.ts';

// The first thing that runs in a function's thread: Lambda's runtime loop over messages of the parent thread.

/** By then a thread has handled the invocation it was started for. */
const WARM_AFTER = 3_000;

const settings = workerData as ThreadSettings;
const streams = new Map<string, ResponseStream>();
const send = (message: FromThread) => parentPort?.postMessage(message);

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { errorType: 'Error', message: String(error), trace: [] };
  return { errorType: error.name, message: error.message, trace: (error.stack ?? '').split('\n') };
}

async function loadHandler(): Promise<unknown> {
  Object.assign(globalThis, { awslambda });
  const module = await import(settings.module);
  const handler = module[settings.exportName];
  if (typeof handler === 'function') return handler;
  throw Object.assign(new Error(`${settings.exportName} is undefined or not exported`), {
    name: 'Runtime.HandlerNotFound',
  });
}

async function run(handler: unknown, message: ToThread & { kind: 'invoke' }): Promise<void> {
  const { id, deadline } = message;
  const context = contextFor(settings, id, deadline);
  const event: unknown = JSON.parse(message.event);
  if (!isStreaming(handler)) {
    const value: unknown = await (handler as (event: unknown, context: unknown) => unknown)(event, context);
    send({ kind: 'payload', id, json: JSON.stringify(value) });
    return;
  }
  if (!message.stream) throw new Error('a streaming handler was invoked without response streaming');
  const stream = new ResponseStream(id, send);
  streams.set(id, stream);
  await handler(event, stream, context);
  if (!stream.writableEnded) stream.end();
  // An aborted stream is destroyed before it finishes: no one reads it any more.
  if (!stream.destroyed) await finished(stream);
  send({ kind: 'end', id });
}

async function invoke(handler: unknown, message: ToThread & { kind: 'invoke' }): Promise<void> {
  try {
    await run(handler, message);
  } catch (error) {
    send({ kind: 'failure', id: message.id, ...failureOf(error) });
  } finally {
    streams.delete(message.id);
  }
}

// What was compiled is kept for the next cold start of this very code, once what invocations use is among it.
enableCompileCache();
setTimeout(() => flushCompileCache(), WARM_AFTER).unref();

try {
  const handler = await loadHandler();
  parentPort?.on('message', (message: ToThread) => {
    if (message.kind === 'invoke') void invoke(handler, message);
    if (message.kind === 'consumed') streams.get(message.id)?.consumed(message.bytes);
    if (message.kind === 'abort') streams.get(message.id)?.destroy();
  });
  send({ kind: 'ready' });
} catch (error) {
  send({ kind: 'init-failure', ...failureOf(error) });
}
