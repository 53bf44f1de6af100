import type { Waiting } from '../approvals/index.ts';
import type { Ending, ModelCall, ModelEvent, Reasoning, ToolRequest } from '../gateway/index.ts';

/** A request for a completion, whichever API it came through. */
export type ChatRequest = {
  /** As the client names it: a provider's model, or `agent/<name>`. */
  model: string;
  call: Omit<ModelCall, 'scope' | 'purpose' | 'agent' | 'session' | 'model' | 'signal'>;
  /** Whether the answer is streamed. */
  stream: boolean;
  /** What of the request has no effect, beside the fields that its schema does not name. */
  ignored: string[];
  /** The client's name for the conversation, where its body gives one. */
  session?: string;
};

/** As a model's. `waiting`: it ends before its run does, which waits for a person. */
export type AnswerEvent = Exclude<ModelEvent, { kind: 'end' }> | ({ kind: 'end' } & Ending & { waiting?: Waiting });

/** A whole answer. */
export type Completion = Pick<Ending, 'finish' | 'stopSequence' | 'usage'> & {
  text: string;
  refusal?: string;
  reasoning?: Reasoning;
  calls: ToolRequest[];
  waiting?: Waiting;
};

/** A model that can be requested. `createdAt` is in epoch milliseconds. */
export type ModelEntry = { id: string; owner: string; createdAt: number };
/** Drops fields that are absent or null: both APIs allow null for every optional field. */
export const definedOnly = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
