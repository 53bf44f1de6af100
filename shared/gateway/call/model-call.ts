import type { ProjectScope } from '../../core/scope.ts';

/** A tool call the model asks for. `arguments` is the text it wrote: meant to be JSON, but not checked. */
export type ToolRequest = {
  id: string;
  name: string;
  arguments: string;
  /** A policy demands that a person decides about this call, whatever its risk. */
  ask?: boolean;
};

/** An image by URL: `https:`, which the provider fetches itself, or `data:` with the image in base64. */
export type ImagePart = { type: 'image'; url: string; detail?: 'auto' | 'low' | 'high' };
export type ContentPart = { type: 'text'; text: string } | ImagePart;

/** One turn of a conversation as every provider understands it. Only user messages have images. */
export type ChatMessage =
  | { role: 'system'; content: string }
  | { role: 'user'; content: string | ContentPart[] }
  | { role: 'assistant'; content: string; calls?: ToolRequest[] }
  | { role: 'tool'; callId: string; content: string };

/** A tool as it is offered to the model; `parameters` is a JSON schema, which `strict` binds the model to. */
export type ToolOffer = { name: string; description: string; parameters: Record<string, unknown>; strict?: boolean };

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
  temperature?: number;
  topP?: number;
  /** Stop sequences: texts at which the answer ends. */
  stop?: string[];
  seed?: number;
  frequencyPenalty?: number;
  presencePenalty?: number;
  /** For reasoning models, in the provider's own vocabulary. */
  reasoningEffort?: string;
  /** `whole`: nothing of the answer is passed on before all of it has arrived and passed the policies. */
  delivery?: 'stream' | 'whole';
  /** Closes the connection to the provider at once; the call then throws the signal's reason. */
  signal?: AbortSignal;
  /** The end user's name, which providers want for their abuse reports. */
  user?: string;
};

/** `estimated`: the provider gave no counts, so our tokenizer counted. */
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
