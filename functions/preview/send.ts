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
export type Begin = (head: { statusCode: number; headers: Record<string, string> }) => Writable;

/** Answers one request of a browser. The log has neither its path nor its host, which holds the token. */
export const sendPreview = async (
  event: APIGatewayProxyEvent,
  begin: Begin,
  clock: Clock = systemClock,
): Promise<void> => {
  const startedAt = clock.now();
  const answer = await answerTo(requestIn(event), clock).catch(failed);
  log.info('preview request', { status: answer.status, duration_ms: clock.now() - startedAt });
  const out = begin({ statusCode: answer.status, headers: { ...previewHeaders(), ...answer.headers } });
  if (event.httpMethod === 'HEAD') sendWhole(out);
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
