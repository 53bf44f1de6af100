import type { ProjectScope } from '../../core/scope.ts';

/** A tool the model wants to have called. `arguments` is the text it wrote, which should be JSON and need not be. */
export type ToolRequest = {
  id: string;
  name: string;
  arguments: string;
  /** A policy wants a person to decide about this call, whatever its risk. */
  ask?: boolean;
};

/** A picture by address: `https:`, which the provider fetches itself, or `data:` with the picture in base64. */
export type ImagePart = { type: 'image'; url: string; detail?: 'auto' | 'low' | 'high' };
export type ContentPart = { type: 'text'; text: string } | ImagePart;

/** One turn of a conversation as every provider understands it. Only a user shows pictures. */
export type ChatMessage =
  | { role: 'system'; content: string }
  | { role: 'user'; content: string | ContentPart[] }
  | { role: 'assistant'; content: string; calls?: ToolRequest[] }
  | { role: 'tool'; callId: string; content: string };

/** A tool as the model is told of it; `parameters` is a JSON schema, which `strict` binds the model to. */
export type ToolOffer = { name: string; description: string; parameters: Record<string, unknown>; strict?: boolean };

/** The answer's text is to be JSON: any object, or one that obeys a schema; strictly, unless said otherwise. */
export type ResponseFormat = 'json' | { name: string; schema: Record<string, unknown>; strict?: boolean };

export type Purpose = 'chat' | 'embedding' | 'planning' | 'review' | 'judge';

export type ModelCall = {
  scope: ProjectScope;
  purpose: Purpose;
  agent?: string;
  session?: string;
  /** Names a step that another worker may have to repeat: what the dead one had reserved is then given back at once. */
  key?: string;
  /** Without one the provider secret's model is asked, else the deployment's default. */
  model?: string;
  messages: ChatMessage[];
  tools?: ToolOffer[];
  /** Without one the model decides. `required` and a name make it call. */
  toolChoice?: 'auto' | 'none' | 'required' | { name: string };
  /** `false`: at most one call an answer. */
  parallelCalls?: boolean;
  responseFormat?: ResponseFormat;
  maxTokens?: number;
  temperature?: number;
  topP?: number;
  /** Texts at which the answer ends. */
  stop?: string[];
  seed?: number;
  frequencyPenalty?: number;
  presencePenalty?: number;
  /** In the provider's own words, for models that think first. */
  reasoningEffort?: string;
  /** `whole`: nothing of the answer is passed on before all of it has come and passed the policies. */
  delivery?: 'stream' | 'whole';
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
