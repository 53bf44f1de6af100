import { Unavailable } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import type { Write } from '../store/index.ts';

/** The least first. */
export const risks = ['low', 'medium', 'high'] as const;
export type Risk = (typeof risks)[number];

/**
 * What a second execution means: nothing (`safe`: it only reads, or comes to the same), nothing under the same key
 * (`keyed`), or it cannot be known (`unknown`: a person is asked first).
 */
export type Repeat = 'safe' | 'keyed' | 'unknown';

export type JsonSchema = Record<string, unknown>;

/** A file that a call has shown to the model, at this version, or written. */
export type FileTouched = { path: string; version?: number; written?: true };

export type KnownFiles = {
  /** The version at which the model has last seen a file, or written it. */
  seenAt(path: string): number | undefined;
  /** Whether an earlier call of the same answer has written it. */
  isWrittenInAnswer(path: string): boolean;
};

export type ToolContext = {
  project: ProjectScope;
  agent: { key: string; name: string; version: number };
  session: string;
  /** The person's message that is being worked on. */
  message: string;
  run: string;
  task: string;
  /** The same for every execution of the same step. */
  idempotencyKey: string;
  signal: AbortSignal;
  /** The arguments as they are spelled, in JSON, for a tool that hands them on: JavaScript's numbers say less. */
  written?: string;
  /** Of the task's journal. */
  step?: number;
  /**
   * Writes that record this call as done with this result. A tool that changes stored things puts them into its own
   * transaction, and then says `isRecorded`. `BesideLost` leaves the tool when the task is another worker's by then.
   */
  record?: (result: ToolResult) => Promise<Write[]>;
  /** What the task knows of the workspace's files. */
  files?: KnownFiles;
  /** Called with a long call's progress, in the server's words. */
  onProgress?: (text: string) => void;
};

/** What the model reads, at most `MAX_RESULT_BYTES` bytes. */
export type ToolResult = {
  content: string;
  isError: boolean;
  /** It was recorded in the transaction that made it true. */
  isRecorded?: boolean;
  /** The files that the model knows by it. */
  touched?: readonly FileTouched[];
};

export type Origin = { kind: 'builtin' } | { kind: 'mcp'; url: string; hash: string };

/** Where a call goes: a remembered permission is bound to it, beside agent and tool. */
export type Destination = {
  host?: string;
  method?: string;
  /** Only where it is not https: the same host without encryption is another origin. */
  scheme?: string;
};

export type Tool = {
  /** As the model calls it; unlike any other in its toolbox. */
  name: string;
  description: string;
  parameters: JsonSchema;
  /** What arguments are checked against, where that is more than a model can be shown. */
  schema?: JsonSchema;
  /** A server's definition with its hash: permission given for one does not hold for another. */
  origin: Origin;
  riskOf(args: unknown): Risk;
  repeatOf(args: unknown): Repeat;
  destinationOf(args: unknown): Destination;
  timeoutMs: number;
  /**
   * Throws `ToolUnavailable` when the same call may be made again later, `OutcomeUnknown` when it must not be made again
   * unasked, and the reason of the signal when it aborts.
   */
  run(args: unknown, context: ToolContext): Promise<ToolResult>;
};

/** A tool is unavailable at the moment, and a retry does no harm. */
export class ToolUnavailable extends Unavailable {}

/** A call that must not happen twice may have been carried out; it is not known. The message says what was observed. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}
