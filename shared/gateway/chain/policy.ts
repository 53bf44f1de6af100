import type { ProjectScope } from '../../core/scope.ts';
import type { ModelCall, Purpose, ToolRequest } from '../call/model-call.ts';
import type { Awaitable } from './awaitable.ts';

/** What an answer is made of, on its way from the model to the caller. */
export type Piece = { kind: 'text'; text: string } | { kind: 'call'; call: ToolRequest };

/** A whole answer. */
export type Answer = { text: string; calls: ToolRequest[] };

/** What a policy noticed. `what` is a word of the policy's own and never a part of the text it read. */
export type Finding = { what: string; place?: string; probability?: number; reason?: string };

/**
 * What one policy does with one call. A policy never asks the model the call is for; the chain does. One that has only
 * `onResponse` gets a streamed answer when it is whole; one that has only the stream's hooks gets a whole answer as one piece
 * of text and its calls. A policy that has both answers the same in both.
 */
export type Hooks = {
  /** The call as it goes on; nothing when it stays as it is. Throws `PolicyRefused` to end it. */
  onRequest?(call: ModelCall): Awaitable<ModelCall | undefined>;
  onResponse?(answer: Answer): Awaitable<Answer | undefined>;
  /** What goes on in place of a piece: nothing, the piece, or several. Calls come after the last text. */
  onStreamEvent?(piece: Piece): Awaitable<Piece[]>;
  /** What was held back. */
  onStreamEnd?(): Awaitable<Piece[]>;
  /** Of a policy that holds pieces back and can still be left out after a failure: what it holds, as it came. */
  held?(): Piece[];
  /** After the end, however it came. */
  close?(): Awaitable<void>;
};

/** Whose call it is. */
export type PolicyContext = {
  scope: ProjectScope;
  purpose: Purpose;
  agent?: string;
  session?: string;
  signal?: AbortSignal;
  /** Adds to what is recorded of the call. */
  report(finding: Finding): void;
};

/**
 * A named rule. `failure`: what becomes of a call when the policy itself fails or takes more than `timeout` milliseconds for
 * one hook. Open: the call goes on without it. Closed: the call ends with an error.
 */
export type Policy = {
  name: string;
  kind: string;
  failure: 'open' | 'closed';
  timeout: number;
  begin(context: PolicyContext): Awaitable<Hooks>;
};
