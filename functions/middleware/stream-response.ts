import type { Writable } from 'node:stream';
import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { type Clock, SECOND, systemClock } from '../../shared/core/clock.ts';
import type { Identity } from '../../shared/core/identity.ts';
import { isNoAdministrator, isWithdrawn } from '../../shared/identity/index.ts';
import { log } from '../../shared/observability/log.ts';
import { exchangeOf } from '../routing/exchange.ts';
import type { Operation } from '../routing/operation.ts';
import type { Pieces } from '../routing/reply/reply.ts';
import { waitForDrain } from '../routing/reply/wait-for-drain.ts';
import { sendWhole } from '../routing/reply/whole.ts';
import { type Entry, restHandler } from './rest-handler.ts';

/** Status and headers go before the body: `awslambda.HttpResponseStream.from` in Lambda. */
export type Begin = (head: { statusCode: number; headers: Record<string, string> }) => Writable;

export type StreamTools = { operations: readonly Operation[]; clock?: Clock } & Entry;

/** How often an export under way looks whether it is still allowed, as an answer of `/v1` does. */
const WITHDRAWAL_CHECK_INTERVAL = 2 * SECOND;
/** An export that is not through by then breaks off: the invocation would be ended in the middle of a line. */
const ENDING_TIME = 2 * SECOND;

/** Answers one request, whole or, for an export, piece by piece, no faster than the client takes them. */
export const streamResponse = async (
  event: APIGatewayProxyEvent,
  context: Context,
  begin: Begin,
  { operations, clock = systemClock, ...entry }: StreamTools,
): Promise<void> => {
  const head = await restHandler(operations, { clock, ...entry })(event, context);
  const headers = Object.entries(head.headers ?? {}).map(([name, value]) => [name, String(value)]);
  const out = begin({ statusCode: head.statusCode, headers: Object.fromEntries(headers) });
  const { stream, identity, operation } = exchangeOf(event);
  if (!stream || head.statusCode !== 200 || event.httpMethod === 'HEAD') {
    sendWhole(out, head.isBase64Encoded ? Buffer.from(head.body, 'base64') : head.body);
    return;
  }
  const milliseconds = context.getRemainingTimeInMillis() - ENDING_TIME;
  const forbidden = async (): Promise<boolean> =>
    identity !== undefined && (await isForbidden(identity, operation?.access, clock));
  await send(stream, out, { milliseconds, clock, forbidden });
};

/** What was allowed when the export began is not any more: its sign-in has ended, or the role it takes is gone. */
const isForbidden = async (
  identity: Identity,
  access: Operation['access'] | undefined,
  clock: Clock,
): Promise<boolean> =>
  (await isWithdrawn(identity, clock)) || (access === 'admin' && (await isNoAdministrator(identity)));

/** A failure after the head shows by the missing end: the connection breaks, and the client knows the export is not whole. */
const send = async (
  stream: Pieces,
  out: Writable,
  { milliseconds, clock, forbidden }: { milliseconds: number; clock: Clock; forbidden: () => Promise<boolean> },
): Promise<void> => {
  const gone = new AbortController();
  out.once('close', () => gone.abort());
  out.once('error', () => gone.abort());
  const over = setTimeout(() => gone.abort(new Error('The export took too long.')), milliseconds);
  let checkedAt = clock.now();
  let isBegun = false;
  try {
    for await (const piece of stream) {
      isBegun = true;
      if (clock.now() - checkedAt >= WITHDRAWAL_CHECK_INTERVAL) {
        checkedAt = clock.now();
        if (await forbidden()) gone.abort(new Error('Whoever asked for it may not have it any more.'));
      }
      if (!gone.signal.aborted && !out.write(piece) && !(await waitForDrain(out, gone.signal))) gone.abort();
      if (gone.signal.aborted) break;
    }
    gone.signal.throwIfAborted();
    if (isBegun) out.end();
    else sendWhole(out);
  } catch (error) {
    log.warn('export broke off', { error: error as Error });
    out.destroy();
  } finally {
    clearTimeout(over);
  }
};
