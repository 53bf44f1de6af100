import type { ProjectScope } from '../../core/scope.ts';
import type { Tab } from '../../limits/index.ts';
import type { Cacheable, ContentPart } from './content-parts.ts';
import type { NativeThought, Reasoning } from './reasoning.ts';

/** A tool call the model asks for. `arguments` is the text it wrote: meant to be JSON, but not checked. */
export type ToolRequest = {
  id: string;
  name: string;
  arguments: string;
  /** A policy demands that a person decides about this call, whatever its risk. */
  ask?: boolean;
};

/** One turn of a conversation as every provider understands it. Only user messages have images and documents. */
export type ChatMessage = (
  | { role: 'system'; content: string }
  | { role: 'user'; content: string | ContentPart[] }
  | { role: 'assistant'; content: string; calls?: ToolRequest[]; reasoning?: Reasoning }
  | { role: 'tool'; callId: string; content: string }
) &
  Cacheable;

/** A tool as it is offered to the model; `parameters` is a JSON schema, which `strict` binds the model to. */
export type ToolOffer = {
  name: string;
  description: string;
  parameters: Record<string, unknown>;
  strict?: boolean;
} & Cacheable;

/** The answer's text must be JSON: any object, or one that matches a schema; strictly, unless `strict` is false. */
export type ResponseFormat = 'json' | { name: string; schema: Record<string, unknown>; strict?: boolean };

export type Purpose = 'chat' | 'embedding' | 'planning' | 'review' | 'judge';

export type ModelCall = {
  scope: ProjectScope;
  purpose: Purpose;
  agent?: string;
  session?: string;
  /** Names a step that another worker may have to repeat: what a dead worker had reserved for it is then released at once. */
  key?: string;
  /** By default the model of the provider secret, else the deployment's. */
  model?: string;
  messages: ChatMessage[];
  tools?: ToolOffer[];
  /** By default the model decides. `required` or a name forces a call. */
  toolChoice?: 'auto' | 'none' | 'required' | { name: string };
  /** `false`: at most one call per answer. */
  parallelCalls?: boolean;
  responseFormat?: ResponseFormat;
  maxTokens?: number;
  /** The name a client gave that limit. By default the one that the upstream takes. */
  maxTokensField?: 'max_tokens' | 'max_completion_tokens';
  temperature?: number;
  topP?: number;
  /** Of Anthropic's older models. */
  topK?: number;
  /** Stop sequences: texts at which the answer ends. */
  stop?: string[];
  seed?: number;
  frequencyPenalty?: number;
  presencePenalty?: number;
  /** For reasoning models, in the provider's own vocabulary. */
  reasoningEffort?: string;
  /** For models that think when told to, in Anthropic's vocabulary. No other provider hears of it. */
  thinking?: { type: string; budget?: number; display?: 'summarized' | 'omitted' };
  /** `whole`: nothing of the answer is passed on before all of it has arrived and passed the policies. */
  delivery?: 'stream' | 'whole';
  /** Closes the connection to the provider at once; the call then throws the signal's reason. */
  signal?: AbortSignal;
  /** What the call is paid on, together with others. By default it is paid alone. */
  tab?: Tab;
  /** Called when the answer is one that was kept, before its first event: to this request, or to a similar one. */
  onKept?: (how: 'hit' | 'similar') => void;
  /** The end user's name, which providers want for their abuse reports. */
  user?: string;
};

/**
 * What a call read and wrote, in tokens. The parts of both are absent where the provider did not tell them. `estimated`: it
 * gave no counts, so our tokenizer counted.
 */
export type Usage = {
  /** All that was read, whether from a cache or not. */
  promptTokens: number;
  /** Of the prompt: read from the provider's cache, and written to it. */
  cacheReadTokens?: number;
  cacheWriteTokens?: number;
  /** Of what was written to the cache: kept for an hour, which costs more. */
  hourCacheWriteTokens?: number;
  /** All that was written, thoughts included. */
  completionTokens: number;
  /** Of the answer: thoughts. */
  reasoningTokens?: number;
  estimated: boolean;
};

export type Finish = 'stop' | 'length' | 'content_filter' | 'tool_calls';

/**
 * Why an answer ended. `cause` is the provider's own word where it says more than `finish`; `stopSequence` is the one of the
 * call's stop sequences at which it ended, where the provider says so. `id` is the provider's name for the answer.
 */
export type Ending = {
  finish: Finish;
  cause?: string;
  stopSequence?: string;
  usage: Usage;
  model: string;
  id?: string;
};

/**
 * A complete answer is any number of `text`, `refusal` and `reasoning`, then its `call`s, each whole, and exactly one `end`,
 * last. An answer with calls need not have any text. One that ends by `length` has only the calls that the model had
 * finished. A refusal is the model's own words in place of an answer.
 */
export type ModelEvent =
  | { kind: 'text'; text: string }
  | { kind: 'refusal'; text: string }
  | { kind: 'reasoning'; text: string; native?: NativeThought }
  | { kind: 'call'; call: ToolRequest }
  | ({ kind: 'end' } & Ending);
