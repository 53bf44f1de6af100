import type { ModelCall, ModelEvent, ToolRequest, Usage } from '../call/model-call.ts';
import { ModelError } from '../call/model-error.ts';
import { Deadline } from '../http/deadline.ts';
import type { Patience } from '../settings/provider.ts';
import type { Endpoint } from '../settings/upstreams.ts';
import { promptTokens, tokensOfCalls } from '../tokens/prompt-tokens.ts';
import { countTokens } from '../tokens/tokens.ts';
import { Answer } from './answer.ts';
import { anthropic } from './anthropic/dialect.ts';
import type { Dialect, NamedCall } from './dialect.ts';
import { modelFailure } from './failures.ts';
import { openai } from './openai/dialect.ts';

/** Asks the provider and passes its answer on as it comes. Leaving the loop early closes the connection. */
export const streamChat = (call: NamedCall, provider: Endpoint, patience: Patience): AsyncGenerator<ModelEvent> =>
  provider.kind === 'anthropic'
    ? streamed(anthropic, call, provider, patience)
    : streamed(openai, call, provider, patience);

async function* streamed<Chunk>(
  dialect: Dialect<Chunk>,
  call: NamedCall,
  provider: Endpoint,
  patience: Patience,
): AsyncGenerator<ModelEvent> {
  const deadline = new Deadline(patience.timeout, call.signal);
  const answer = new Answer();
  const read = dialect.reader(call);
  try {
    for await (const chunk of await dialect.open(call, provider, patience, deadline)) {
      const text = read(answer, chunk);
      if (text) yield { kind: 'text', text };
    }
    deadline.throwIfOver();
  } catch (error) {
    deadline.throwIfOver();
    // What is missing after the finish reason is at most the usage, which we can count ourselves.
    if (!answer.finish) throw modelFailure(error, answer.hasBegun);
  } finally {
    deadline.met();
  }
  const rest = answer.rest();
  if (rest) yield { kind: 'text', text: rest };
  const { finish, calls } = answer.whole();
  if (calls.length > 0 && !call.tools?.length)
    throw new ModelError('malformed', { cause: new Error('The model called a tool, and none was offered.') });
  for (const one of calls) yield { kind: 'call', call: one };
  const usage = answer.usage ?? estimate(call, answer.text, calls);
  yield { kind: 'end', finish, usage, model: answer.model ?? call.model };
}

const estimate = (call: ModelCall, answer: string, calls: ToolRequest[]): Usage => ({
  promptTokens: promptTokens(call),
  completionTokens: countTokens(answer) + tokensOfCalls(calls),
  estimated: true,
});
