import type { ProjectScope } from '../core/scope.ts';

/** A tool the model wants to have called. `arguments` is the text it wrote, which should be JSON and need not be. */
export type ToolRequest = { id: string; name: string; arguments: string };

/** One turn of a conversation as every provider understands it. */
export type ChatMessage =
  | { role: 'system' | 'user'; content: string }
  | { role: 'assistant'; content: string; calls?: ToolRequest[] }
  | { role: 'tool'; callId: string; content: string };

/** A tool as the model is told of it; `parameters` is a JSON schema. */
export type ToolOffer = { name: string; description: string; parameters: Record<string, unknown> };

export type Purpose = 'chat' | 'embedding' | 'planning' | 'review' | 'judge';

export type ModelCall = {
  scope: ProjectScope;
  purpose: Purpose;
  agent?: string;
  session?: string;
  /** Without one the provider secret's model is asked, else the deployment's default. */
  model?: string;
  messages: ChatMessage[];
  tools?: ToolOffer[];
  /** Without one the model decides. `required` and a name make it call. */
  toolChoice?: 'auto' | 'none' | 'required' | { name: string };
  /** The answer's text is to be JSON that obeys this schema strictly. */
  responseFormat?: { name: string; schema: Record<string, unknown> };
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

/**
 * A complete answer is any number of `text`, then its `call`s, each whole, and exactly one `end`, last. An answer with
 * calls need not have any text.
 */
export type ModelEvent =
  | { kind: 'text'; text: string }
  | { kind: 'call'; call: ToolRequest }
  | { kind: 'end'; finish: Finish; usage: Usage; model: string };
