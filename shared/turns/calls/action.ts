import type { StoredAgent } from '../../agents/index.ts';
import type { Claim, Consent, ToolRequest, ToolStep } from '../../bus/index.ts';
import type { EventWriter } from '../../events/index.ts';
import type { Tab } from '../../limits/index.ts';
import type { KnownFiles, Tool, Toolbox } from '../../tools/index.ts';

/** Recorded: the journal has the result. Parked: the task waits and its slot is free. Lost: it is another worker's. */
export type CallOutcome = { recorded: ToolStep } | 'parked' | 'lost';

/** A worker's stretch of work on its task. */
export type Turn = {
  claim: Claim;
  agent: StoredAgent;
  toolbox: Toolbox;
  writer: EventWriter;
  signal: AbortSignal;
  /** The memories that the prompt shows, once it is made: what is remembered of the turn names them, however it ends. */
  recalled: string[];
  /** What its calls of models are paid on. */
  tab: Tab;
  /** What the journal so far says of files. */
  files: KnownFiles;
  /** How often the person has rejected calls of this tool in this run. */
  rejections: (tool: string) => number;
};

/**
 * A call of the model that fits its tool: the arguments as they are spelled, for records, for the person and for whoever gets
 * them, and as JavaScript has them, for judging the call.
 */
export type Action = {
  call: ToolRequest;
  tool: Tool;
  text: string;
  args: unknown;
  consent?: Consent | undefined;
};
