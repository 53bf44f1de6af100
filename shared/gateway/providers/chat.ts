import type { ModelCall, ModelEvent, ToolRequest, Usage } from '../call/model-call.ts';
import { Deadline } from '../http/deadline.ts';
import type { Timeouts } from '../settings/provider.ts';
import type { Endpoint } from '../settings/upstreams.ts';
import { countTokens } from '../tokens/count-tokens.ts';
import { promptTokens, tokensOfCalls } from '../tokens/prompt-tokens.ts';
import { AnswerAccumulator, malformed } from './answer-accumulator.ts';
import { anthropic } from './anthropic/dialect.ts';
import type { Dialect, NamedCall } from './dialect.ts';
import { openStream } from './open-stream.ts';
import { openai } from './openai/dialect.ts';
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
    for await (const chunk of await openStream(dialect, call, provider, timeouts, deadline)) {
      const text = read(answer, chunk);
      if (text) yield { kind: 'text', text };
    }
    deadline.throwIfOver();
  } catch (error) {
    deadline.throwIfOver();
    // What is missing after the finish reason is at most the usage, which we can count ourselves.
    if (!answer.finish) throw toModelError(error, answer.hasBegun);
  } finally {
    deadline.met();
  }
  const rest = answer.rest();
  if (rest) yield { kind: 'text', text: rest };
  const { finish, calls } = answer.whole();
  if (calls.length > 0 && !call.tools?.length) throw malformed('The model called a tool, although none was offered.');
  for (const one of calls) yield { kind: 'call', call: one };
  const usage = answer.usage ?? estimate(call, answer.text, calls);
  yield { kind: 'end', finish, usage, model: answer.model ?? call.model };
}

const estimate = (call: ModelCall, text: string, calls: ToolRequest[]): Usage => ({
  promptTokens: promptTokens(call),
  completionTokens: countTokens(text) + tokensOfCalls(calls),
  estimated: true,
});
