import type { ProjectScope } from '../../core/scope.ts';
import type { ModelCall, Purpose, ToolRequest } from '../call/model-call.ts';
import type { NativeThought, Reasoning } from '../call/reasoning.ts';
import type { Awaitable } from './awaitable.ts';

/** A part of an answer on its way from the model to the caller. */
export type Piece = Words | { kind: 'call'; call: ToolRequest };

/** What a person can read. Reasoning is as much the model's text as the answer is; `native` is its form for the model. */
export type Words =
  | { kind: 'text' | 'refusal'; text: string }
  | { kind: 'reasoning'; text: string; native?: NativeThought };

/** A whole answer. */
export type Answer = { text: string; calls: ToolRequest[]; refusal?: string; reasoning?: Reasoning };

/** Something a policy noticed. `what` is the policy's own word for it and never a part of the text it read. */
export type Finding = { what: string; place?: string; probability?: number; reason?: string };

/**
 * One policy's work on one call. Only the chain calls the model. A policy that has only `onResponse` gets a streamed answer
 * once it is complete; one that has only the stream's hooks gets a whole answer as one piece of text and its calls. A policy
 * that has both must return the same in both.
 */
export type Hooks = {
  /** The changed call, or nothing to leave it as it is. Throws `PolicyRefused` to end it. */
  onRequest?(call: ModelCall): Awaitable<ModelCall | undefined>;
  onResponse?(answer: Answer): Awaitable<Answer | undefined>;
  /** The pieces that go on in place of this one: none, the piece, or several. Calls come after the last text. */
  onStreamEvent?(piece: Piece): Awaitable<Piece[]>;
  /** The pieces that were held back. */
  onStreamEnd?(): Awaitable<Piece[]>;
  /** For a policy that holds pieces back and may still be left out after a failure: the pieces it holds, unchanged. */
  held?(): Piece[];
  /** Runs after the end of the call, however it ended. */
  close?(): Awaitable<void>;
};

/** The owner and purpose of the call. */
export type PolicyContext = {
  scope: ProjectScope;
  purpose: Purpose;
  agent?: string;
  session?: string;
  signal?: AbortSignal;
  /** Adds a finding to the call's record. */
  report(finding: Finding): void;
};

/**
 * A named rule. `failure` is what happens when the policy itself fails, or takes more than `timeout` milliseconds for one
 * hook. Open: the call goes on without it. Closed: the call ends with an error.
 */
export type Policy = {
  name: string;
  kind: string;
  failure: 'open' | 'closed';
  timeout: number;
  begin(context: PolicyContext): Awaitable<Hooks>;
};
