import { SECOND } from '../../shared/core/clock.ts';
import { BadRequest } from '../../shared/core/errors.ts';
import type { ProjectScope } from '../../shared/core/scope.ts';
import { chat, maxAnswerTokens } from '../../shared/gateway/index.ts';
import { tierOf } from '../../shared/limits/index.ts';
import { log } from '../../shared/observability/log.ts';
import {
  type AnswerEvent,
  type AnswerWriter,
  agentOf,
  apiFailureOf,
  type ChatRequest,
  ClientGone,
  type Completion,
  collect,
  withHeartbeat,
} from '../../shared/protocols/index.ts';
import { emptyReply, type Reply, reply } from '../routing/reply/reply.ts';
import { agentAnswer } from './agent-answer.ts';
import { auditCall } from './audit.ts';
import type { Caller } from './caller.ts';

/** The interval of heartbeats in a stream. Within the first one an error can still become a status. */
const HEARTBEAT_INTERVAL = 10 * SECOND;

/** An API's two forms of an answer: streamed and whole. */
export type AnswerFormat<R> = {
  writer(): AnswerWriter;
  whole(completion: Completion): R;
  headers?: Record<string, string>;
  /** Called with the whole answer, or before the last event of a streamed one goes out, and with an agent's session and run. */
  ended?(ended: { whole?: R; session?: string | undefined; run?: string | undefined }): Promise<void>;
};

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
  const { events, session, run, headers: more } = await eventsOf(caller, asked);
  // To be read after the first event: only then is it known where the answer comes from.
  const all = () => ({ ...form.headers, ...lowered, ...more?.() });
  if (!asked.stream) {
    const completion = await collect(events);
    const whole = form.whole(completion);
    await form.ended?.({ whole, session, run });
    const { waiting } = completion;
    if (!waiting) return reply(200, whole, { headers: all() });
    const asking = { 'x-artel-waiting': waiting.approvals.map(({ id }) => id).join(', ') };
    return { ...reply(200, whole, { headers: { ...all(), ...asking } }), isInterim: true };
  }
  const paced = withHeartbeat(events, HEARTBEAT_INTERVAL);
  const first = await paced.next();
  const ended = () => form.ended?.({ session, run });
  const stream = written({ writer: form.writer(), ended }, first, paced, caller.request.signal);
  // Started here, because leaving a generator that was never started would not run its `finally`.
  await stream.next();
  const headers = { 'content-type': 'text/event-stream; charset=utf-8', ...all() };
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

const eventsOf = async (
  caller: Caller,
  asked: ChatRequest,
): Promise<{
  events: AsyncGenerator<AnswerEvent>;
  session?: string;
  run?: string;
  headers?: () => Record<string, string>;
}> => {
  const { project, request } = caller;
  const { signal } = request;
  const session = request.headers['x-artel-session'] || asked.session;
  const agent = agentOf(asked.model);
  if (agent !== undefined) {
    const { headers, ...answer } = await agentAnswer(caller, asked, { name: agent, session });
    return { ...answer, headers: () => headers };
  }
  // Policies see a whole answer once, not piece by piece.
  const delivery = asked.stream ? ('stream' as const) : ('whole' as const);
  const call = { ...asked.call, scope: project, purpose: 'chat' as const, model: asked.model, delivery };
  let kept: 'hit' | 'similar' | undefined;
  const onKept = (how: 'hit' | 'similar') => {
    kept = how;
  };
  return {
    events: chat({ ...call, onKept, ...(session && { session }), ...(signal && { signal }) }),
    headers: (): Record<string, string> => (kept ? { 'x-artel-cache': kept } : {}),
  };
};

/** After the head has been sent, a failure becomes an event of the stream, unless the client has gone. */
async function* written(
  { writer, ended }: { writer: AnswerWriter; ended(): Promise<void> | undefined },
  first: IteratorResult<AnswerEvent | 'heartbeat'>,
  rest: AsyncGenerator<AnswerEvent | 'heartbeat'>,
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
