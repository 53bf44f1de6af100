import { SECOND } from '../../shared/core/clock.ts';
import { BadRequest } from '../../shared/core/errors.ts';
import { beginningOf } from '../../shared/core/excerpt.ts';
import type { ProjectScope } from '../../shared/core/scope.ts';
import { chat, type ModelEvent, maxAnswerTokens } from '../../shared/gateway/index.ts';
import { tierOf } from '../../shared/limits/index.ts';
import { log } from '../../shared/observability/log.ts';
import {
  type AnswerWriter,
  agentOf,
  apiFailureOf,
  type ChatRequest,
  ClientGone,
  type Completion,
  collect,
  messageFor,
  sessionFor,
  streamAgentAnswer,
  withHeartbeat,
} from '../../shared/protocols/index.ts';
import type { RequestFacts } from '../routing/operation.ts';
import { emptyReply, type Reply, reply } from '../routing/reply/reply.ts';
import { auditCall } from './audit.ts';
import { requireAgent } from './models.ts';

/** The interval of heartbeats in a stream. Within the first one an error can still become a status. */
const HEARTBEAT_INTERVAL = 10 * SECOND;

/** An API's two forms of an answer: streamed and whole. */
export type AnswerFormat<R> = {
  writer(): AnswerWriter;
  whole(completion: Completion): R;
  headers?: Record<string, string>;
  /** Called with the whole answer, or before the last event of a streamed one goes out, and with an agent's session. */
  ended?(ended: { whole?: R; session?: string | undefined }): Promise<void>;
};
export type Caller = { project: ProjectScope; request: RequestFacts };

/** Asks the model or the agent; replies with the whole answer or with a stream, as the client wants it. */
export const complete = async <R>(caller: Caller, wanted: ChatRequest, form: AnswerFormat<R>): Promise<Reply<R>> => {
  const [{ asked, lowered }] = await Promise.all([
    withinTier(caller.project, wanted),
    auditCall(caller.project, caller.request, wanted.model),
  ]);
  caller.request.ignore(asked.ignored);
  if (asked.stream && caller.request.idempotencyKey !== undefined) {
    throw new BadRequest('A stream cannot be repeated. Leave out either "stream" or the Idempotency-Key.');
  }
  const { events, session, headers: more } = await eventsOf(caller, asked);
  const all = { ...form.headers, ...lowered, ...more };
  if (!asked.stream) {
    const whole = form.whole(await collect(events));
    await form.ended?.({ whole, session });
    return reply(200, whole, { headers: all });
  }
  const paced = withHeartbeat(events, HEARTBEAT_INTERVAL);
  const first = await paced.next();
  const ended = () => form.ended?.({ session });
  const stream = written({ writer: form.writer(), ended }, first, paced, caller.request.signal);
  // Started here, because leaving a generator that was never started would not run its `finally`.
  await stream.next();
  const headers = { 'content-type': 'text/event-stream; charset=utf-8', ...all };
  return { ...emptyReply(200, { headers }), stream };
};

/**
 * The length a client names is the longest it can use, and many name their model's longest: the tier's and the model's are
 * no refusal, but lower it, and a header says so.
 */
const withinTier = async (
  project: ProjectScope,
  asked: ChatRequest,
): Promise<{ asked: ChatRequest; lowered?: Record<string, string> }> => {
  const { maxTokens } = asked.call;
  if (maxTokens === undefined || agentOf(asked.model) !== undefined) return { asked };
  const { answer } = await tierOf(project.user);
  const most = Math.min(answer.maxTokens, maxAnswerTokens(asked.model) ?? answer.maxTokens);
  if (maxTokens <= most) return { asked };
  return {
    asked: { ...asked, call: { ...asked.call, maxTokens: most } },
    lowered: { 'x-artel-max-tokens': String(most) },
  };
};

type Events = AsyncGenerator<ModelEvent>;

const eventsOf = async (
  caller: Caller,
  asked: ChatRequest,
): Promise<{ events: Events; session?: string; headers?: Record<string, string> }> => {
  const { project, request } = caller;
  const { signal } = request;
  const session = request.headers['x-artel-session'] || asked.session;
  const agent = agentOf(asked.model);
  if (agent !== undefined) return agentEvents(caller, asked, agent, session);
  // Policies see a whole answer once, not piece by piece.
  const delivery = asked.stream ? ('stream' as const) : ('whole' as const);
  const call = { ...asked.call, scope: project, purpose: 'chat' as const, model: asked.model, delivery };
  return { events: chat({ ...call, ...(session && { session }), ...(signal && { signal }) }) };
};

/** The headers name the session and the run, where the conversation goes on and approvals are decided. */
const agentEvents = async (
  { project, request }: Caller,
  asked: ChatRequest,
  agent: string,
  named: string | undefined,
): Promise<{ events: Events; session: string; headers: Record<string, string> }> => {
  const { content, context } = messageFor(asked);
  await requireAgent(project, agent);
  const session = await sessionFor(project, named, beginningOf(content, 80));
  const { run, events } = await streamAgentAnswer(project, {
    agent,
    session,
    content,
    ...(context !== undefined && { context }),
    stream: asked.stream,
    signal: request.signal ?? new AbortController().signal,
    ...(request.idempotencyKey !== undefined && { requestKey: request.idempotencyKey }),
  });
  return { events, session, headers: { 'x-artel-session': session, 'x-artel-run': run } };
};

/** After the head has been sent, a failure becomes an event of the stream, unless the client has gone. */
async function* written(
  { writer, ended }: { writer: AnswerWriter; ended(): Promise<void> | undefined },
  first: IteratorResult<ModelEvent | 'heartbeat'>,
  rest: AsyncGenerator<ModelEvent | 'heartbeat'>,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  try {
    yield '';
    yield writer.begin();
    for (let next = first; !next.done; next = await rest.next()) {
      const text = next.value === 'heartbeat' ? writer.heartbeat() : writer.write(next.value);
      if (next.value !== 'heartbeat' && next.value.kind === 'end') await ended();
      yield text;
    }
  } catch (error) {
    if (signal?.reason instanceof ClientGone) return;
    log.warn('answer broke off', { error: error as Error });
    yield writer.fail(apiFailureOf(error));
  } finally {
    await rest.return(undefined);
  }
}
