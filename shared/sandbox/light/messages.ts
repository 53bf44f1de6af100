import type { FileChange, Kill, Limits } from '../contract.ts';

/** A file on its way between processes. */
export type SentFile = { path: string; content: Uint8Array; executable: boolean };

/** One request that a command makes, as its shell wants it sent. */
export type WebRequest = { url: string; method: string; headers: Record<string, string>; body?: string };
export type WebAnswer =
  | { status: number; statusText: string; headers: Record<string, string>; body: Uint8Array; url: string }
  /** It was refused, or failed; the sentence is for the command. */
  | { refused: string };
/** The requests of a command that were answered already, in the order they were made. */
export type Exchange = { request: WebRequest; answer: WebAnswer };

export type Job = {
  files: readonly SentFile[];
  command: string;
  stdin?: string;
  limits: Limits;
  /** Whether it may reach any host at all: there is no `curl` otherwise. */
  reaches: boolean;
  exchanges: readonly Exchange[];
};

export type Ran = {
  kind: 'ran';
  exit: number;
  output: string;
  isCut: boolean;
  changed: readonly FileChange[];
  killed?: Kill;
  durationMs: number;
};

/** What became of a job: it ran; it waits for an answer, to be run again with it; or it is nothing for this wall. */
export type Reply =
  | Ran
  | { kind: 'asks'; request: WebRequest; durationMs: number }
  | { kind: 'refused'; message: string };

/** To the process: a job, or that the one under way is called off. */
export type ToProcess = { kind: 'job'; job: Job } | { kind: 'stop' };
/** From the process, once when it can take a job without delay, then once for each job. */
export type FromProcess = { kind: 'ready' } | { kind: 'reply'; reply: Reply };

/** Between the process's main thread and the one that runs the shell. */
export type FromThread = FromProcess | { kind: 'esbuild' };
export type ToThread = { kind: 'job'; job: Job } | { kind: 'esbuild'; module: WebAssembly.Module };
