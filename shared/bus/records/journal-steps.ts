import type { Consent } from './items.ts';
import type { SpentTokens } from './spent.ts';

/** `ask`: a policy wants a person to decide about this call, whatever its risk. */
export type ToolRequest = { id: string; name: string; arguments: string; ask?: boolean };

/** What the model thought, for reading, and in the forms in which it goes back to it with the results of its calls. */
export type RecordedReasoning = {
  text: string;
  native?: { kind: 'openai' | 'anthropic'; data: Record<string, unknown>; origin?: string }[];
};

export type ModelStep = {
  kind: 'model';
  text: string;
  calls: ToolRequest[];
  /** The model's own words in place of an answer; they are in the text too. */
  refusal?: string;
  reasoning?: RecordedReasoning;
  /** Why it stopped, in our words and in the provider's where they say more, or at which text. */
  stop?: { finish: string; cause?: string; sequence?: string };
  /** The provider's name for the answer. */
  answer_id?: string;
  usage: SpentTokens;
};

export const outcomes = ['done', 'error', 'invalid', 'rejected', 'expired', 'unknown'] as const;

export type ToolStep = {
  kind: 'tool';
  call: ToolRequest;
  /** The arguments as executed: a person may have edited them. */
  arguments: string;
  content: string;
  /** Only where a person changed or said something. */
  consent?: Consent;
  outcome: (typeof outcomes)[number];
  /** Files of the workspace that the model knows by it: at which version, and whether the call wrote them. */
  touched?: readonly { path: string; version?: number; written?: true }[];
};

/** What a person said to a client's question: it stands between two calls of the model. */
export type PersonStep = { kind: 'person'; text: string };

/** A named step of a build: what it came to, in the builder's JSON, and what its calls of models used. */
export type BuildStep = { kind: 'build'; name: string; result: string; usage?: SpentTokens };

export type JournalStep = ModelStep | ToolStep | PersonStep | BuildStep;
