import { Bash, type BashExecResult } from 'just-bash';
import type { Limits } from '../../contract.ts';
import type { Job, Reply, WebRequest } from '../messages.ts';
import { ownCommands } from './commands/own.ts';
import { changesIn, FileSystem, HOME } from './file-system.ts';
import { javaScriptGlobals } from './javascript.ts';
import { fetchFrom } from './network.ts';
import { cutTo } from './output.ts';

const MEGABYTE = 1024 * 1024;
/**
 * What one command may hand to the next; more than what is shown, so that a filter can follow it. The shell counts a loop's output
 * against the same number, and has copied it many times by then.
 */
const MAX_PIPED_BYTES = 4 * MEGABYTE;
/** Time ends what counts would end: the limit is the same behind every wall. */
const UNCOUNTED = 1_000_000_000;

const limitsOf = ({ timeMs, diskBytes, outputBytes, memoryBytes }: Limits) => ({
  maxExecutionTimeMs: timeMs,
  maxJsTimeoutMs: UNCOUNTED,
  maxSqliteTimeoutMs: UNCOUNTED,
  maxCommandCount: UNCOUNTED,
  maxLoopIterations: UNCOUNTED,
  maxAwkIterations: UNCOUNTED,
  maxSedIterations: UNCOUNTED,
  maxJqIterations: UNCOUNTED,
  maxWorkUnits: UNCOUNTED * 1_000,
  maxOutputSize: Math.max(MAX_PIPED_BYTES, outputBytes),
  maxLiveBytes: Math.max(memoryBytes, 4 * MAX_PIPED_BYTES),
  maxInputBytes: Math.max(diskBytes, 4 * MAX_PIPED_BYTES),
  maxFileSystemBytes: diskBytes,
});

/** Runs one command over its files. What it left is compared with what it found only where it was not killed. */
export const runShell = async (job: Job, esbuild: () => Promise<WebAssembly.Module>): Promise<Reply> => {
  const { limits } = job;
  const began = performance.now();
  const files = new FileSystem(job.files, limits.diskBytes);
  const asked = Promise.withResolvers<WebRequest>();
  const refused = Promise.withResolvers<string>();
  const shell = new Bash({
    fs: files,
    cwd: HOME,
    env: { HOME, LANG: 'C.UTF-8' },
    executionLimitProfile: 'hardened',
    executionLimits: limitsOf(limits),
    javascript: { bootstrap: javaScriptGlobals },
    customCommands: ownCommands({ refuse: refused.resolve, esbuild }),
    ...(job.reaches && { fetch: fetchFrom(job.exchanges, asked.resolve) }),
  });
  const stdin = job.stdin === undefined ? {} : { stdin: job.stdin };
  // One stream for both, so that lines stand in the order they were written.
  const running = shell.exec(`exec 2>&1\n${job.command}`, { rawScript: true, ...stdin });
  const ended = await Promise.race([
    running.then((result) => ({ result })),
    asked.promise.then((request) => ({ request })),
    refused.promise.then((message) => ({ message })),
  ]);
  const durationMs = performance.now() - began;
  if ('request' in ended) return { kind: 'asks', request: ended.request, durationMs };
  if ('message' in ended) return { kind: 'refused', message: ended.message };
  return outcomeOf({ result: ended.result, files, limits, durationMs });
};

/** How the shell ends a script at one of its own limits, and what it says at that of the output. */
const LIMIT_EXIT = 126;
const FLOODED = /output size (limit )?exceeded/;

type Ended = { result: BashExecResult; files: FileSystem; limits: Limits; durationMs: number };

const outcomeOf = async ({ result, files, limits, durationMs }: Ended): Promise<Reply> => {
  const { text, isCut } = cutTo(result, limits.outputBytes);
  const isFlood = isCut || (result.exitCode === LIMIT_EXIT && FLOODED.test(text.slice(-500)));
  const base = { kind: 'ran' as const, output: text, isCut: isFlood, durationMs };
  const killed = durationMs >= limits.timeMs ? 'time' : files.isFull ? 'disk' : isFlood ? 'output' : undefined;
  if (killed) return { ...base, exit: 137, changed: [], killed };
  return { ...base, exit: result.exitCode, changed: await changesIn(files) };
};
