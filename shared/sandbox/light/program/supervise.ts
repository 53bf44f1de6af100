import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { Kill } from '../../contract.ts';
import type { FromThread, Job, Ran, Reply, ToProcess, ToThread } from '../messages.ts';
import { esbuildModule } from './esbuild-module.ts';
import { PATIENT_WAITS } from './waits.ts';

/** Between two looks at the memory. */
const LOOK_EVERY_MS = 10;
/** After its time a shell may still say what it has written so far; a tenth at most, so that limits are exact within it. */
const graceMs = (timeMs: number): number => Math.min(200, timeMs * 0.08);

/**
 * Runs one job after another, each in a thread of its own that is never used again, and ends what goes beyond its limits. The
 * memory counted is that of the whole process since the job began: what the thread's engine, its own threads and WebAssembly
 * take. Whoever was killed may have left memory behind, so the process ends after it.
 */
export const supervise = (program: URL): void => {
  const startThread = () => threadOf(program);
  let next = startThread();
  process.on('message', async (message: ToProcess) => {
    if (message.kind === 'stop') return stop();
    const thread = next;
    const reply = await runIn(thread, message.job);
    const isSpent = reply.kind === 'ran' && reply.killed !== undefined;
    if (!isSpent) next = startThread();
    process.send?.({ kind: 'reply', reply }, () => isSpent && process.exit());
  });
  process.on('disconnect', () => process.exit());
};

let stop: () => void = () => undefined;

/** How a thread is started. The threads that the shell starts itself inherit the arguments. */
export const THREAD: WorkerOptions = {
  env: {},
  execArgv: ['--import', PATIENT_WAITS],
  // Its young generation grows with this, and counts as the job's memory.
  resourceLimits: { maxYoungGenerationSizeMb: 16 },
};

const threadOf = (program: URL): Worker => {
  const thread = new Worker(program, { ...THREAD, stdout: true, stderr: true });
  // A thread that fails between jobs is seen by the next one.
  thread.on('error', () => undefined);
  thread.on('message', (message: FromThread) => {
    if (message.kind === 'ready') process.send?.(message);
    if (message.kind === 'esbuild') void lendEsbuild(thread);
  });
  return thread;
};

const lendEsbuild = async (thread: Worker): Promise<void> => {
  thread.postMessage({ kind: 'esbuild', module: await esbuildModule() } satisfies ToThread);
};

const runIn = async (thread: Worker, job: Job): Promise<Reply> => {
  const began = performance.now();
  const before = process.memoryUsage.rss();
  const { promise, resolve } = Promise.withResolvers<Reply>();
  const kill = (killed: Kill) => resolve(killedBy(killed, performance.now() - began));
  const { timeMs, memoryBytes } = job.limits;

  const late = setTimeout(() => kill('time'), timeMs + graceMs(timeMs));
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - before > memoryBytes) kill('memory');
  }, LOOK_EVERY_MS);
  stop = () => kill('signal');
  thread.on('message', (message: FromThread) => {
    if (message.kind === 'reply') resolve(message.reply);
  });
  thread.on('error', (error: Error & { code?: string }) =>
    error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? kill('memory') : resolve(brokenBy(performance.now() - began)),
  );
  thread.on('exit', () => resolve(brokenBy(performance.now() - began)));
  thread.postMessage({ kind: 'job', job } satisfies ToThread);
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    clearInterval(watch);
    stop = () => undefined;
    await thread.terminate();
  }
};

const without = { output: '', isCut: false, changed: [] };
const killedBy = (killed: Kill, durationMs: number): Ran => ({
  kind: 'ran',
  exit: 137,
  ...without,
  killed,
  durationMs,
});
/** The shell itself failed, which is a defect of it and no limit: a command that fails. */
const brokenBy = (durationMs: number): Ran => ({
  ...without,
  kind: 'ran',
  exit: 70,
  output: 'The shell could not run this command.\n',
  durationMs,
});
