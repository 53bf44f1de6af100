import type { OpenAI } from 'openai';
import { Answer } from './answer.ts';
import { chatRequest } from './chat-request.ts';
import { clientFor } from './client.ts';
import { Deadline } from './deadline.ts';
import { modelFailure } from './failures.ts';
import { isEventStream } from './guarded-body.ts';
import type { ModelCall, ModelEvent, ToolRequest, Usage } from './model-call.ts';
import { ModelError } from './model-error.ts';
import { promptTokens, tokensOfCalls } from './prompt-tokens.ts';
import type { Patience } from './provider.ts';
import { countTokens } from './tokens.ts';
import type { Endpoint } from './upstreams/settings.ts';

/** Asks the provider and passes its answer on as it comes. Leaving the loop early closes the connection. */
export async function* streamChat(
  call: ModelCall & { model: string },
  provider: Endpoint,
  patience: Patience,
): AsyncGenerator<ModelEvent> {
  const { model } = call;
  const deadline = new Deadline(patience.timeout, call.signal);
  const answer = new Answer();
  try {
    for await (const chunk of await opened(chatRequest(call, model, provider), provider, patience, deadline)) {
      const text = answer.take(chunk);
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
  yield { kind: 'end', finish, usage, model: answer.model ?? model };
}

const opened = async (
  body: OpenAI.ChatCompletionCreateParamsStreaming,
  provider: Endpoint,
  patience: Patience,
  deadline: Deadline,
): Promise<AsyncIterable<OpenAI.ChatCompletionChunk>> => {
  const client = await clientFor(provider, patience);
  const options = { signal: deadline.signal, maxRetries: patience.retries, timeout: patience.timeout };
  const { data: stream, response } = await client.chat.completions.create(body, options).withResponse();
  deadline.met();
  if (isEventStream(response)) return stream;
  stream.controller.abort();
  const type = response.headers.get('content-type');
  throw new ModelError('malformed', { cause: new Error(`A stream was asked for; ${type} came.`) });
};

const estimate = (call: ModelCall, answer: string, calls: ToolRequest[]): Usage => ({
  promptTokens: promptTokens(call),
  completionTokens: countTokens(answer) + tokensOfCalls(calls),
  estimated: true,
});
