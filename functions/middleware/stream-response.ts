import type { Writable } from 'node:stream';
import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { SECOND } from '../../shared/core/clock.ts';
import { log } from '../../shared/observability/log.ts';
import { exchangeOf } from '../routing/exchange.ts';
import type { Operation } from '../routing/operation.ts';
import { waitForDrain } from '../routing/reply/wait-for-drain.ts';
import { type Entry, restHandler } from './rest-handler.ts';

/** Status and headers go before the body: `awslambda.HttpResponseStream.from` in Lambda. */
export type Begin = (head: { statusCode: number; headers: Record<string, string> }) => Writable;

export type StreamTools = { operations: readonly Operation[] } & Entry;

/** An export that is not through by then breaks off: the invocation would be ended in the middle of a line. */
const ENDING_TIME = 2 * SECOND;

/** Answers one request, whole or, for an export, line by line, no faster than the client takes them. */
export const streamResponse = async (
  event: APIGatewayProxyEvent,
  context: Context,
  begin: Begin,
  { operations, ...entry }: StreamTools,
): Promise<void> => {
  const head = await restHandler(operations, entry)(event, context);
  const headers = Object.entries(head.headers ?? {}).map(([name, value]) => [name, String(value)]);
  const out = begin({ statusCode: head.statusCode, headers: Object.fromEntries(headers) });
  const { stream } = exchangeOf(event);
  if (!stream || head.statusCode !== 200 || event.httpMethod === 'HEAD') {
    out.end(head.body);
    return;
  }
  await send(stream, out, context.getRemainingTimeInMillis() - ENDING_TIME);
};

/** A failure after the head shows by the missing end: the connection breaks, and the client knows the export is not whole. */
const send = async (stream: AsyncGenerator<string>, out: Writable, milliseconds: number): Promise<void> => {
  const gone = new AbortController();
  out.once('close', () => gone.abort());
  out.once('error', () => gone.abort());
  const over = setTimeout(() => gone.abort(new Error('The export took too long.')), milliseconds);
  try {
    for await (const line of stream) {
      if (!gone.signal.aborted && !out.write(line) && !(await waitForDrain(out, gone.signal))) gone.abort();
      if (gone.signal.aborted) break;
    }
    gone.signal.throwIfAborted();
    out.end();
  } catch (error) {
    log.warn('export broke off', { error: error as Error });
    out.destroy();
  } finally {
    clearTimeout(over);
  }
};
