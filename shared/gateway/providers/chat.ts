import type { Ending, Finish, ModelCall, ModelEvent, ToolRequest, Usage } from '../call/model-call.ts';
import { Deadline } from '../http/deadline.ts';
import type { Timeouts } from '../settings/provider.ts';
import type { Endpoint } from '../settings/upstreams.ts';
import { countTokens } from '../tokens/count-tokens.ts';
import { promptTokens, tokensOfCalls } from '../tokens/prompt-tokens.ts';
import { AnswerAccumulator } from './answer-accumulator.ts';
import { anthropic } from './anthropic/dialect.ts';
import type { Aside } from './asides.ts';
import { type Dialect, END, type NamedCall } from './dialect.ts';
import { openStream } from './open-stream.ts';
import { openai } from './openai/dialect.ts';
import { originOf } from './origin.ts';
import { toModelError } from './to-model-error.ts';

/** Asks the provider and passes its answer on as it comes. Leaving the loop early closes the connection. */
export const streamChat = (call: NamedCall, provider: Endpoint, timeouts: Timeouts): AsyncGenerator<ModelEvent> =>
  provider.kind === 'anthropic'
    ? streamed(anthropic, call, provider, timeouts)
    : streamed(openai, call, provider, timeouts);

async function* streamed<Chunk>(
  dialect: Dialect<Chunk>,
  call: NamedCall,
  provider: Endpoint,
  timeouts: Timeouts,
): AsyncGenerator<ModelEvent> {
  const deadline = new Deadline(timeouts.firstByte, call.signal);
  const answer = new AnswerAccumulator();
  const read = dialect.reader(call);
  try {
    for await (const chunk of await opened(dialect, call, provider, timeouts, deadline)) {
      if (chunk === END) answer.isClosed = true;
      const text = chunk === END ? '' : read(answer, chunk);
      for (const aside of answer.asides.take()) yield saidBy(aside, call, provider);
      if (text) yield { kind: 'text', text };
    }
    deadline.throwIfOver();
  } catch (error) {
    deadline.throwIfOver();
    // What is missing after the finish reason is at most the usage, which we can count ourselves.
    if (!answer.hasEnded) throw toModelError(error, answer.hasBegun);
  } finally {
    deadline.met();
  }
  for (const aside of answer.asides.rest()) yield saidBy(aside, call, provider);
  const rest = answer.rest();
  if (rest) yield { kind: 'text', text: rest };
  const { finish, calls } = answer.whole();
  for (const one of calls) yield { kind: 'call', call: one };
  yield { kind: 'end', ...endingOf(call, answer, finish, calls) };
}

/** Servers also stop at texts of their own, which are not the caller's. */
const stopSequenceOf = ({ stop = [] }: ModelCall, { stopSequence }: AnswerAccumulator): { stopSequence?: string } =>
  stopSequence !== undefined && stop.includes(stopSequence) ? { stopSequence } : {};

/** A request that the upstream refused for its form is sent once more in another one. */
const opened = async <Chunk>(...asked: Parameters<typeof openStream<Chunk>>) => {
  try {
    return await openStream(...asked);
  } catch (error) {
    const [dialect, call, provider] = asked;
    if (!dialect.mends?.(error, call, provider)) throw error;
    return openStream(...asked);
  }
};

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
