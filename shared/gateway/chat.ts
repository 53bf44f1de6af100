import type { OpenAI } from 'openai';
import { Stream } from 'openai/streaming';
import { Deadline } from './deadline.ts';
import { modelFailure } from './failures.ts';
import { isEventStream } from './guarded-body.ts';
import type { Finish, ModelCall, ModelEvent, Usage } from './model-call.ts';
import { ModelError } from './model-error.ts';
import { defaultModel, type Patience, type ProviderSettings } from './provider.ts';
import { post } from './request.ts';
import { countTokens } from './tokens.ts';
import { WholeCharacters } from './whole-characters.ts';

/** Longest answer, in bytes of UTF-8; far beyond what any model writes in one go. */
export const LONGEST_ANSWER = 1024 * 1024;

const FINISHES: Record<string, Finish> = {
  stop: 'stop',
  length: 'length',
  content_filter: 'content_filter',
  tool_calls: 'tool_calls',
  function_call: 'tool_calls',
};

type Chunk = OpenAI.ChatCompletionChunk;

/** Of a client the decoder of streams wants only a logger, and this one has none: what breaks is thrown anyway. */
const SILENT = {} as OpenAI;

/** Asks the provider and passes its answer on as it comes. Leaving the loop early closes the connection. */
export async function* streamChat(
  call: ModelCall,
  provider: ProviderSettings,
  patience: Patience,
): AsyncGenerator<ModelEvent> {
  const model = call.model ?? defaultModel(provider);
  const deadline = new Deadline(patience.timeout, call.signal);
  const answer = new Answer();
  try {
    for await (const chunk of await opened(call, model, provider, patience, deadline)) {
      const text = answer.take(chunk);
      if (text) yield { kind: 'text', text };
    }
    deadline.throwIfOver();
  } catch (error) {
    deadline.throwIfOver();
    // What is missing after the finish reason is at most the usage, which we can count ourselves.
    if (!answer.finish) throw modelFailure(error, answer.length > 0);
  } finally {
    deadline.met();
  }
  const rest = answer.rest();
  if (rest) yield { kind: 'text', text: rest };
  const finish = answer.finished();
  yield { kind: 'end', finish, usage: answer.usage ?? estimate(call, answer.text), model: answer.model ?? model };
}

const opened = async (
  call: ModelCall,
  model: string,
  provider: ProviderSettings,
  patience: Patience,
  deadline: Deadline,
): Promise<AsyncIterable<Chunk>> => {
  const body = {
    model,
    messages: call.messages,
    stream: true,
    stream_options: { include_usage: true },
    ...(call.maxTokens !== undefined && lengthLimit(provider, call.maxTokens)),
    ...(call.temperature !== undefined && { temperature: call.temperature }),
    ...(call.user !== undefined && { user: call.user }),
  } satisfies OpenAI.ChatCompletionCreateParamsStreaming;
  const left = new AbortController();
  const signal = AbortSignal.any([deadline.signal, left.signal]);
  const response = await post(provider, '/chat/completions', body, patience, signal);
  deadline.met();
  if (isEventStream(response)) return Stream.fromSSEResponse<Chunk>(response, left, SILENT);
  left.abort();
  const type = response.headers.get('content-type');
  throw new ModelError('malformed', { cause: new Error(`A stream was asked for; ${type} came.`) });
};

/** OpenAI's newer models refuse `max_tokens`; most other servers know only that. */
const lengthLimit = ({ baseUrl }: ProviderSettings, tokens: number) =>
  new URL(baseUrl).hostname.endsWith('openai.com') ? { max_completion_tokens: tokens } : { max_tokens: tokens };

const estimate = (call: ModelCall, answer: string): Usage => ({
  // Each message costs some four tokens beside its text, and the answer is primed with three.
  promptTokens: call.messages.reduce((sum, { content }) => sum + countTokens(content) + 4, 3),
  completionTokens: countTokens(answer),
  estimated: true,
});

/** What has come so far. */
class Answer {
  readonly #characters = new WholeCharacters();
  readonly #parts: string[] = [];
  #chunks = 0;
  #bytes = 0;
  finish: Finish | undefined;
  usage: Usage | undefined;
  model: string | undefined;

  /** The text of a chunk that may be passed on. */
  take(chunk: Chunk): string {
    if (!Array.isArray(chunk?.choices))
      throw new ModelError('malformed', { cause: new Error('A chunk has no choices.') });
    this.#chunks += 1;
    this.model ??= chunk.model || undefined;
    if (chunk.usage) this.usage = usageOf(chunk.usage);
    const [choice] = chunk.choices;
    if (choice?.finish_reason) this.finish = finishOf(choice.finish_reason);
    const text = choice?.delta?.content ?? choice?.delta?.refusal ?? '';
    if (typeof text !== 'string')
      throw new ModelError('malformed', { cause: new Error("A chunk's content is no text.") });
    return this.#keep(this.#characters.push(text));
  }

  rest(): string {
    return this.#keep(this.#characters.rest());
  }

  get text(): string {
    return this.#parts.join('');
  }

  get length(): number {
    return this.#bytes;
  }

  /** Why the answer ended; an answer that does not say so broke off, and a stream of nothing is no answer. */
  finished(): Finish {
    if (this.finish) return this.finish;
    throw new ModelError(this.#chunks === 0 ? 'malformed' : 'cut');
  }

  #keep(text: string): string {
    this.#bytes += Buffer.byteLength(text);
    if (this.#bytes > LONGEST_ANSWER) throw new ModelError('too_long');
    if (text) this.#parts.push(text);
    return text;
  }
}

const finishOf = (reason: string): Finish => {
  const finish = FINISHES[reason];
  if (!finish) throw new ModelError('malformed', { cause: new Error(`Unknown finish reason ${reason.slice(0, 40)}.`) });
  return finish;
};

const usageOf = ({ prompt_tokens, completion_tokens }: OpenAI.CompletionUsage): Usage | undefined =>
  Number.isSafeInteger(prompt_tokens) && Number.isSafeInteger(completion_tokens)
    ? { promptTokens: prompt_tokens, completionTokens: completion_tokens, estimated: false }
    : undefined;
