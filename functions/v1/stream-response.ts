import type { Writable } from 'node:stream';
import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { type Clock, SECOND, systemClock } from '../../shared/core/clock.ts';
import { Unauthorized, Unavailable } from '../../shared/core/errors.ts';
import type { Identity } from '../../shared/core/identity.ts';
import { isWithdrawn } from '../../shared/identity/index.ts';
import { log } from '../../shared/observability/log.ts';
import { ClientGone } from '../../shared/protocols/index.ts';
import { type Entry, restHandler } from '../middleware/rest-handler.ts';
import { exchangeOf } from '../routing/exchange.ts';
import type { Operation } from '../routing/operation.ts';
import type { Pieces } from '../routing/reply/reply.ts';
import { waitForDrain } from '../routing/reply/wait-for-drain.ts';
import { sendWhole } from '../routing/reply/whole.ts';
import { withBearer } from './credentials.ts';
import { protocolErrors } from './error-shape.ts';
import { v1Operations } from './operations.ts';

/** Status and headers go before the body: `awslambda.HttpResponseStream.from` in Lambda. */
export type Begin = (head: { statusCode: number; headers: Record<string, string> }) => Writable;

export type StreamTools = { clock?: Clock; operations?: readonly Operation[] } & Entry;

/** API Gateway cuts a streamed response that sends nothing for five minutes; a buffered answer must be ready before that. */
const MAX_BUFFERED_TIME = 290 * SECOND;
/** How often a stream under way looks whether its sign-in has ended or its key was revoked. */
const WITHDRAWAL_CHECK_INTERVAL = 2 * SECOND;
/** Reserved for the last event of a stream. */
const ENDING_TIME = 5 * SECOND;

/** Answers one request, whole or as a stream. Once the client has gone, all work for it is aborted. */
export const streamResponse = async (
  event: APIGatewayProxyEvent,
  context: Context,
  client: Writable,
  begin: Begin,
  { clock = systemClock, operations = v1Operations, ...entry }: StreamTools = {},
): Promise<void> => {
  const over = new AbortController();
  const gone = (): void => over.abort(new ClientGone());
  client.once('close', gone);
  client.once('error', gone);
  const tooLong = (): void => over.abort(new Unavailable('The answer took too long.'));
  const left = context.getRemainingTimeInMillis() - ENDING_TIME;
  const forHead = setTimeout(tooLong, Math.min(left, MAX_BUFFERED_TIME));
  const forAll = setTimeout(tooLong, left);
  const asked = withBearer(event);
  try {
    const options = { clock, signal: over.signal, errors: protocolErrors, ...entry };
    const head = await restHandler(operations, options)(asked, context);
    clearTimeout(forHead);
    const { stream, identity } = exchangeOf(asked);
    if (isGone(over.signal) || (stream && head.statusCode !== 200)) await end(stream, over);
    if (isGone(over.signal)) return;
    const headers = Object.entries(head.headers ?? {}).map(([name, value]) => [name, String(value)]);
    const out = begin({ statusCode: head.statusCode, headers: Object.fromEntries(headers) });
    if (stream && head.statusCode === 200) await send(stream, out, { over, clock, identity });
    else sendWhole(out, head.body);
  } finally {
    clearTimeout(forHead);
    clearTimeout(forAll);
  }
};

const isGone = ({ aborted, reason }: AbortSignal): boolean => aborted && reason instanceof ClientGone;

/** Each piece as it comes, no faster than the client takes them. */
const send = async (
  stream: Pieces,
  out: Writable,
  { over, clock, identity }: { over: AbortController; clock: Clock; identity: Identity | undefined },
): Promise<void> => {
  let checkedAt = clock.now();
  let dropped: string | Uint8Array | undefined;
  try {
    while (!isGone(over.signal)) {
      const { value, done } = await stream.next();
      // What was dropped was the last event itself: without it the client would not know that the stream has ended.
      if (done && dropped !== undefined && !isGone(over.signal)) out.write(dropped);
      if (done || isGone(over.signal)) break;
      dropped = undefined;
      if (identity && !over.signal.aborted && clock.now() - checkedAt >= WITHDRAWAL_CHECK_INTERVAL) {
        checkedAt = clock.now();
        if (await isWithdrawn(identity, clock)) {
          // The piece at hand is dropped: the next one is the error that ends the stream.
          dropped = value;
          over.abort(new Unauthorized('The sign-in of this request has ended, or its API key was revoked.'));
          continue;
        }
      }
      if (!out.write(value) && !(await waitForDrain(out, over.signal))) over.abort(new ClientGone());
    }
  } catch (error) {
    // The status went out long ago: the client notices the failure by the missing last event.
    log.error('stream failed', { error: error as Error });
    over.abort(new ClientGone());
  }
  await end(stream, over);
  if (isGone(over.signal)) out.destroy();
  else out.end();
};

/** Work for the stream must end before the invocation does. */
const end = async (stream: Pieces | undefined, { signal }: AbortController): Promise<void> => {
  await stream
    ?.return(undefined)
    .catch((error: unknown) => log.error('stream did not close', { error: error as Error, reason: signal.reason }));
};
