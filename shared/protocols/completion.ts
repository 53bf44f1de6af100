import type { Finish, ModelCall, ToolRequest, Usage } from '../gateway/index.ts';

/** What a request comes down to, whichever API it came by. */
export type ChatRequest = {
  /** As the client named it: a provider's model, or `agent/<name>`. */
  model: string;
  call: Omit<ModelCall, 'scope' | 'purpose' | 'agent' | 'session' | 'model' | 'signal'>;
  /** Whether the answer is to come in pieces. */
  stream: boolean;
  /** The client's name for the conversation, where its body gives one. */
  session?: string;
};

/** A whole answer. */
export type Completion = { text: string; calls: ToolRequest[]; finish: Finish; usage: Usage };

/** A model that may be asked for, and when it came to be, in milliseconds. */
export type ModelEntry = { id: string; owner: string; createdAt: number };
/** Drops what is absent or null: both APIs allow null wherever a field may be left out. */
export const definedOnly = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
