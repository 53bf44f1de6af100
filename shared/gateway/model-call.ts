import type { ProjectScope } from '../core/scope.ts';

/** One turn of a conversation as every provider understands it. */
export type ChatMessage = { role: 'system' | 'user' | 'assistant'; content: string };

export type Purpose = 'chat' | 'embedding' | 'planning' | 'review' | 'judge';

export type ModelCall = {
  scope: ProjectScope;
  purpose: Purpose;
  agent?: string;
  session?: string;
  /** Without one the provider secret's model is asked, else the deployment's default. */
  model?: string;
  messages: ChatMessage[];
  maxTokens?: number;
  temperature?: number;
  /** Closes the connection to the provider at once; the call then throws the signal's reason. */
  signal?: AbortSignal;
  /** Passed on to the provider as the end user's name, for its abuse reports. */
  user?: string;
};

/** `estimated`: the provider did not say, so our tokenizer counted. */
export type Usage = { promptTokens: number; completionTokens: number; estimated: boolean };

export type Finish = 'stop' | 'length' | 'content_filter' | 'tool_calls';

/** A complete answer is any number of `text` and exactly one `end`, last. */
export type ModelEvent = { kind: 'text'; text: string } | { kind: 'end'; finish: Finish; usage: Usage; model: string };
