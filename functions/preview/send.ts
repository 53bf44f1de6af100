import type { Writable } from 'node:stream';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { type Clock, systemClock } from '../../shared/core/clock.ts';
import { Unavailable } from '../../shared/core/errors.ts';
import { pause } from '../../shared/core/jitter.ts';
import { log } from '../../shared/observability/log.ts';
import type { LiveEvent } from '../../shared/previews/index.ts';
import { waitForDrain } from '../routing/reply/wait-for-drain.ts';
import { sendWhole } from '../routing/reply/whole.ts';
import { answerTo } from './answer.ts';
import { previewHeaders } from './headers.ts';
import type { Answer } from './reply.ts';
import { requestIn } from './request.ts';

/** Status and headers go before the body: `awslambda.HttpResponseStream.from` in Lambda. */
export type Begin = (head: { statusCode: number; headers: Record<string, string>; cookies?: string[] }) => Writable;

/** Answers one request of a browser. The log has neither its path nor its host, which holds the token. */
export const sendPreview = async (
  event: APIGatewayProxyEvent,
  begin: Begin,
  clock: Clock = systemClock,
): Promise<void> => {
  const startedAt = clock.now();
  const answer = await answerTo(requestIn(event), clock).catch(failed);
  log.info('preview request', { status: answer.status, duration_ms: clock.now() - startedAt });
  const { status, cookies = [] } = answer;
  const headers = { ...previewHeaders(), ...answer.headers };
  const out = begin({ statusCode: status, headers, ...(cookies.length > 0 && { cookies }) });
  if (answer.content) await sendContent(answer.content, out, answer.leave);
  else if (event.httpMethod === 'HEAD') sendWhole(out);
  else if (!answer.stream) sendWhole(out, answer.body);
  else await sendEvents(answer.stream, out, clock);
};

/** What went wrong is for the log. */
const failed = (error: unknown): Answer => {
  const isShort = error instanceof Unavailable;
  log[isShort ? 'warn' : 'error']('preview failed', { error: error as Error });
  return {
    status: isShort ? 503 : 500,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '1' },
    body: 'This preview cannot be shown at the moment.\n',
  };
};

/** Browsers come back a second after a stream has ended. */
const RETRY = 'retry: 1000\n\n';

const written = (event: LiveEvent): string => {
  if (event.event === 'heartbeat') return ': here\n\n';
  const { event: name, ...data } = event;
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
};

class ProgramBrokeOff extends Error {
  override readonly name = 'ProgramBrokeOff';
}

/** What a program answers, no faster than it is read. */
const sendContent = async (
  content: AsyncIterable<Uint8Array>,
  out: Writable,
  leave: () => void = () => undefined,
): Promise<void> => {
  const gone = new AbortController();
  // A program that is silent would keep us waiting for its next piece.
  gone.signal.addEventListener('abort', leave);
  out.once('close', () => gone.abort());
  out.once('error', () => gone.abort());
  try {
    // Status and headers go with what is written first, also with nothing: a program may take its time over the rest.
    out.write('');
    for await (const piece of content) {
      if (gone.signal.aborted) break;
      if (!out.write(piece) && !(await waitForDrain(out, gone.signal))) gone.abort();
    }
    if (gone.signal.aborted) out.destroy();
    else out.end();
  } catch (error) {
    if (gone.signal.aborted) return void out.destroy();
    // The answer must not look whole, and only an invocation that fails breaks one off.
    throw new ProgramBrokeOff('A program ended in the middle of its answer.', { cause: error });
  }
};

const sendEvents = async (stream: NonNullable<Answer['stream']>, out: Writable, clock: Clock): Promise<void> => {
  const gone = new AbortController();
  out.once('close', () => gone.abort());
  out.once('error', () => gone.abort());
  try {
    out.write(RETRY);
    for await (const event of stream({ clock, pause, signal: gone.signal })) {
      if (gone.signal.aborted) break;
      if (!out.write(written(event)) && !(await waitForDrain(out, gone.signal))) gone.abort();
    }
    if (gone.signal.aborted) out.destroy();
    else out.end();
  } catch (error) {
    // The status was sent long ago: the browser comes back by itself.
    log.error('preview stream failed', { error: error as Error });
    out.destroy();
  }
};
