import type { Finish, ModelCall, ToolRequest, Usage } from '../gateway/index.ts';

/** What a request comes down to, whichever API it came by. */
export type Asked = {
  /** As the client named it: a provider's model, or `agent/<name>`. */
  model: string;
  call: Omit<ModelCall, 'scope' | 'purpose' | 'agent' | 'session' | 'model' | 'signal'>;
  /** Whether the answer is to come in pieces. */
  stream: boolean;
  /** The client's name for the conversation, where its body gives one. */
  session?: string;
};

/** A whole answer. */
export type Said = { text: string; calls: ToolRequest[]; finish: Finish; usage: Usage };

/** A model that may be asked for, and when it came to be, in milliseconds. */
export type Listed = { id: string; owner: string; createdAt: number };

const AGENT = 'agent/';

/** The agent a model's name stands for, if it does. */
export const agentOf = (model: string): string | undefined =>
  model.startsWith(AGENT) ? model.slice(AGENT.length) : undefined;

export const modelOfAgent = (name: string): string => `${AGENT}${name}`;

/** Drops what is absent or null: both APIs allow null wherever a field may be left out. */
export const given = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
