import type { Batch } from '../call/batches.ts';
import type { Ending, Finish, ModelCall, ModelEvent, ToolRequest, Usage } from '../call/model-call.ts';
import { ModelError } from '../call/model-error.ts';
import { Deadline } from '../http/deadline.ts';
import type { Timeouts } from '../settings/provider.ts';
import type { Endpoint } from '../settings/upstreams.ts';
import { countTokens } from '../tokens/count-tokens.ts';
import { promptTokens, tokensOfCalls } from '../tokens/prompt-tokens.ts';
import { AnswerAccumulator } from './answer-accumulator.ts';
import { anthropic } from './anthropic/dialect.ts';
import type { Aside } from './asides.ts';
import { type Dialect, END, type NamedCall, type Unlearn } from './dialect.ts';
import { Naming } from './naming/naming.ts';
import { openStream } from './open-stream.ts';
import { openai } from './openai/dialect.ts';
import { originOf } from './origin.ts';
import { toModelError } from './to-model-error.ts';

/** Asks the provider and passes its answer on as it comes. Leaving the loop early closes the connection. */
export const streamChat = (call: NamedCall, provider: Endpoint, timeouts: Timeouts): AsyncGenerator<Batch> =>
  provider.kind === 'anthropic'
    ? streamed(anthropic, call, provider, timeouts)
    : streamed(openai, call, provider, timeouts);

async function* streamed<Chunk>(
  dialect: Dialect<Chunk>,
  asked: NamedCall,
  provider: Endpoint,
  timeouts: Timeouts,
): AsyncGenerator<Batch> {
  const naming = new Naming(asked, provider);
  const { call } = naming;
  const deadline = new Deadline(timeouts.firstByte, call.signal);
  const answer = new AnswerAccumulator();
  const reader = dialect.reader(call);
  const eventsOf = (chunk: Chunk | typeof END): ModelEvent[] => {
    if (chunk === END) answer.isClosed = true;
    const text = chunk === END ? '' : reader.read(answer, chunk);
    const events = answer.asides.take().map((aside) => saidBy(aside, call, provider));
    return text ? [...events, { kind: 'text', text }] : events;
  };
  try {
    for await (const chunks of await opened(dialect, call, provider, timeouts, deadline)) {
      const { events, failure } = eventsIn(chunks, eventsOf);
      if (events.length > 0) yield events;
      if (failure) throw failure.error;
    }
    deadline.throwIfOver();
  } catch (error) {
    deadline.throwIfOver();
    // What is missing after the finish reason is at most the usage, which we can count ourselves.
    if (!answer.hasEnded) throw toModelError(error, answer.hasBegun);
  } finally {
    deadline.met();
  }
  reader.end(answer);
  const last = answer.asides.rest().map((aside) => saidBy(aside, call, provider));
  const rest = answer.rest();
  if (rest) last.push({ kind: 'text', text: rest });
  if (last.length > 0) yield last;
  const { finish, calls } = answer.whole();
  if (calls.length > 0) yield calls.map((one) => ({ kind: 'call', call: naming.own(one) }));
  yield [{ kind: 'end', ...endingOf(call, answer, finish, calls) }];
}

/** The events of one read. If it cannot be read to its end, those that came before, which go on, and why. */
const eventsIn = <Chunk>(
  chunks: Iterable<Chunk>,
  eventsOf: (chunk: Chunk) => ModelEvent[],
): { events: ModelEvent[]; failure?: { error: unknown } } => {
  const events: ModelEvent[] = [];
  try {
    for (const chunk of chunks) events.push(...eventsOf(chunk));
    return { events };
  } catch (error) {
    return { events, failure: { error } };
  }
};

/** Servers also stop at texts of their own, which are not the caller's. */
const stopSequenceOf = ({ stop = [] }: ModelCall, { stopSequence }: AnswerAccumulator): { stopSequence?: string } =>
  stopSequence !== undefined && stop.includes(stopSequence) ? { stopSequence } : {};

/** For each thing that a request can be refused for: thoughts, the name of its limit, long descriptions. */
const MAX_MENDS = 3;

/**
 * A request that the upstream refused for its form is sent once more in another one. What was learned holds for the calls
 * after it, of everybody: it is taken back if it did not help, since an upstream may have repeated the caller's own words.
 *
 *   one call    sent ── refused ── learned ── sent in the other form
 *   another     sent ────────────────────────── refused: its form is the old one, and there is nothing more to learn
 */
const opened = async <Chunk>(
  dialect: Dialect<Chunk>,
  call: NamedCall,
  ...rest: [Endpoint, Timeouts, Deadline]
): Promise<Awaited<ReturnType<typeof openStream<Chunk>>>> => {
  const [provider] = rest;
  let sent = '';
  const noting: Dialect<Chunk> = {
    ...dialect,
    request: (...asked) => {
      const request = dialect.request(...asked);
      sent = request.body;
      return request;
    },
  };
  const learned: Unlearn[] = [];
  for (let mends = 0; ; mends += 1) {
    try {
      return await openStream(noting, call, ...rest);
    } catch (error) {
      const isMendable = mends < MAX_MENDS && isAboutTheRequest(error);
      const isOutdated = isMendable && dialect.request(call, provider).body !== sent;
      const unlearn = isMendable && !isOutdated ? dialect.mends?.(error, call, provider) : undefined;
      if (unlearn) learned.push(unlearn);
      if (unlearn || isOutdated) continue;
      for (const takeBack of learned) takeBack();
      throw error;
    }
  }
};

const isAboutTheRequest = (error: unknown): boolean =>
  error instanceof ModelError && (error.reason === 'refused' || error.reason === 'too_long');

const saidBy = (aside: Aside, { model }: NamedCall, provider: Endpoint): ModelEvent =>
  aside.kind === 'reasoning' && aside.native
    ? { ...aside, native: { ...aside.native, origin: originOf(provider, model) } }
    : (aside as ModelEvent);

const endingOf = (call: NamedCall, answer: AnswerAccumulator, finish: Finish, calls: ToolRequest[]): Ending => {
  const { cause = finish, id } = answer;
  return {
    finish,
    ...(cause !== finish && { cause }),
    ...stopSequenceOf(call, answer),
    usage: answer.usage ?? estimate(call, answer.text + answer.asides.text, calls),
    model: answer.model ?? call.model,
    ...(id !== undefined && { id }),
  };
};

const estimate = (call: ModelCall, text: string, calls: ToolRequest[]): Usage => ({
  promptTokens: promptTokens(call),
  completionTokens: countTokens(text) + tokensOfCalls(calls),
  estimated: true,
});
