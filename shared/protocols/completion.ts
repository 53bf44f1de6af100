import type { Finish, ModelCall, ToolRequest, Usage } from '../gateway/index.ts';

/** A request for a completion, whichever API it came through. */
export type ChatRequest = {
  /** As the client names it: a provider's model, or `agent/<name>`. */
  model: string;
  call: Omit<ModelCall, 'scope' | 'purpose' | 'agent' | 'session' | 'model' | 'signal'>;
  /** Whether the answer is streamed. */
  stream: boolean;
  /** The client's name for the conversation, where its body gives one. */
  session?: string;
};

/** A whole answer. */
export type Completion = { text: string; calls: ToolRequest[]; finish: Finish; usage: Usage };

/** A model that can be requested. `createdAt` is in epoch milliseconds. */
export type ModelEntry = { id: string; owner: string; createdAt: number };
/** Drops fields that are absent or null: both APIs allow null for every optional field. */
export const definedOnly = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
