import type { Writable } from 'node:stream';
import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { recordAudit } from '../../shared/audit/index.ts';
import { type Clock, systemClock } from '../../shared/core/clock.ts';
import { pause } from '../../shared/core/jitter.ts';
import { authenticateBearer } from '../../shared/identity/index.ts';
import { log } from '../../shared/observability/log.ts';
import type { Authenticate } from '../middleware/authentication.ts';
import { type Entry, restHandler } from '../middleware/rest-handler.ts';
import { waitForDrain } from '../routing/reply/wait-for-drain.ts';
import { sendWhole } from '../routing/reply/whole.ts';
import { type FollowTools, follow } from './follow.ts';
import type { Format } from './format.ts';
import { type EventRequest, eventsOperation } from './operation.ts';

/** Sends status and headers before the body: `awslambda.HttpResponseStream.from` in Lambda. */
export type BeginResponse = (head: { statusCode: number; headers: Record<string, string> }) => Writable;

export type AnswerTools = { clock?: Clock; pause?: FollowTools['pause'] } & Entry;

/** Answers a request for events: with an error in the usual shape, or with a stream until it ends. */
export const streamEvents = async (
  event: APIGatewayProxyEvent,
  context: Context,
  begin: BeginResponse,
  { clock = systemClock, pause: between = pause, ...entry }: AnswerTools = {},
): Promise<void> => {
  let opened: { asked: EventRequest; format: Format } | undefined;
  const open = async (asked: EventRequest, format: Format): Promise<void> => {
    await audit('stream_opened', asked, clock);
    opened = { asked, format };
  };
  const operation = eventsOperation(event.httpMethod === 'HEAD' ? undefined : open);
  // This function only reads: whoever is new has no session to follow.
  const authenticate: Authenticate = (token) => authenticateBearer(token, { clock, makes: false });
  const head = await restHandler([operation], { clock, authenticate, ...entry })(event, context);
  const headers = Object.fromEntries(Object.entries(head.headers ?? {}).map(([name, value]) => [name, String(value)]));
  const stream = begin({ statusCode: head.statusCode, headers });
  if (!opened) {
    sendWhole(stream, head.body);
    return;
  }
  await send(opened.asked, opened.format, stream, { clock, pause: between });
};

/** A client that follows a session is recorded in its user's audit trail; one that only reads what is stored is not. */
const audit = async (action: 'stream_opened' | 'stream_closed', asked: EventRequest, clock: Clock): Promise<void> => {
  const { project, session, origin, follow } = asked;
  if (follow) await recordAudit(project.user, action, { ...origin, target: session }, clock.now());
};

/** Sends line after line, no faster than the client reads; stops when it has disconnected. */
const send = async (
  asked: EventRequest,
  format: Format,
  stream: Writable,
  { clock, pause: wait }: Omit<FollowTools, 'signal'>,
): Promise<void> => {
  const gone = new AbortController();
  stream.once('close', () => gone.abort());
  stream.once('error', () => gone.abort());
  const { session, project } = asked;
  const about = { session_id: session, user_id: project.userId, follow: asked.follow };
  log.info('stream opened', { ...about, last_event_id: asked.after });
  const startedAt = clock.now();
  let lines = 0;
  try {
    for await (const frame of follow(asked, { clock, pause: wait, signal: gone.signal })) {
      if (gone.signal.aborted) break;
      lines += 1;
      if (!stream.write(format.write(frame)) && !(await waitForDrain(stream, gone.signal))) gone.abort();
    }
    if (gone.signal.aborted) stream.destroy();
    else if (lines === 0) sendWhole(stream);
    else stream.end();
  } catch (error) {
    // The status was sent long ago: an end without a last line makes the client reconnect, as it should.
    log.error('stream failed', { ...about, error: error as Error });
    stream.destroy();
  } finally {
    const ended = gone.signal.aborted ? 'by the client' : 'here';
    log.info('stream closed', { ...about, lines, ended, duration_ms: clock.now() - startedAt });
    await audit('stream_closed', asked, clock).catch((error: unknown) =>
      log.error('stream end not audited', { ...about, error: error as Error }),
    );
  }
};
