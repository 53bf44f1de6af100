import { type ChildProcess, fork } from 'node:child_process';
import { loaderEnvironment } from '../../platform/configuration.ts';
import { SandboxUnavailable } from '../errors.ts';
import type { FromProcess, Job, Ran, Reply, ToProcess } from './messages.ts';
import { programFile } from './program-file.ts';

/** From the start of the program to its word that it is ready; a machine under load takes a second or two. */
const START_LIMIT_MS = 20_000;
/** The program ends its own thread on time. Should it not, it is killed itself. */
const OVERTIME_MS = 2_000;
const OUT_OF_MEMORY = ['SIGABRT', 'SIGKILL', 'SIGTRAP'];

/**
 * One process that runs commands, one at a time, for one user. It has no environment, may read its own program and nothing else,
 * and may write nothing and start nothing: a belt behind the shell, which knows no files but those in its memory.
 */
export class ShellProcess {
  readonly #child: ChildProcess;
  readonly #ready: Promise<void>;
  #answer: ((reply: Reply | undefined) => void) | undefined;
  /** What ended the process. */
  #signal: NodeJS.Signals | undefined;
  #isEnded = false;
  /** No further job may be given to it. */
  isSpent = false;

  constructor(onEnd: (process: ShellProcess) => void) {
    const { program, folder } = programFile();
    const permissions = ['--permission', '--allow-worker', `--allow-fs-read=${folder}`];
    this.#child = fork(program, [], {
      env: loaderEnvironment(),
      execArgv: ['--no-warnings', ...permissions],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#ready = promise;
    // Nobody may be waiting when a spare one fails.
    promise.catch(() => undefined);
    const end = (_: unknown, signal?: NodeJS.Signals | null) => {
      this.isSpent = true;
      this.#signal = signal ?? undefined;
      reject(new SandboxUnavailable('The sandbox could not be started.'));
      this.#answer?.(undefined);
      onEnd(this);
    };
    const tooLate = setTimeout(() => this.end(), START_LIMIT_MS);
    this.#child.on('message', (message: FromProcess) => {
      if (message.kind === 'reply') return this.#answer?.(message.reply);
      clearTimeout(tooLate);
      resolve();
    });
    this.#child.once('exit', end);
    this.#child.once('error', end);
    this.#letGo();
  }

  /** Runs one job to its end; what it is called off by takes the process with it. */
  async run(job: Job, signal: AbortSignal): Promise<Reply> {
    this.#child.ref();
    this.#child.channel?.ref();
    await this.#ready;
    const { promise, resolve } = Promise.withResolvers<Reply | undefined>();
    this.#answer = resolve;
    const stop = () => this.#send({ kind: 'stop' });
    signal.addEventListener('abort', stop, { once: true });
    const overtime = setTimeout(() => this.#child.kill('SIGKILL'), job.limits.timeMs + OVERTIME_MS);
    const began = performance.now();
    this.#send({ kind: 'job', job });
    if (signal.aborted) stop();
    const reply = await promise;
    clearTimeout(overtime);
    signal.removeEventListener('abort', stop);
    this.#answer = undefined;
    if (!reply || (reply.kind === 'ran' && reply.killed)) this.isSpent = true;
    if (!this.isSpent) this.#letGo();
    return reply ?? this.#died(job, performance.now() - began);
  }

  end(): void {
    this.isSpent = true;
    this.#isEnded = true;
    this.#child.kill('SIGKILL');
  }

  /** Out of memory an engine aborts, and a kernel kills; else it is a defect of the program, or somebody is closing down. */
  #died({ limits }: Job, durationMs: number): Ran {
    if (this.#isEnded || !OUT_OF_MEMORY.includes(String(this.#signal)))
      throw new SandboxUnavailable('The sandbox failed to run this command.');
    const killed = durationMs >= limits.timeMs ? 'time' : 'memory';
    return { kind: 'ran', exit: 137, output: '', isCut: false, changed: [], killed, durationMs };
  }

  #send(message: ToProcess): void {
    if (this.#child.connected) this.#child.send(message);
  }

  /** An idle process keeps nobody from ending; it ends itself when whoever started it is gone. */
  #letGo(): void {
    this.#child.unref();
    this.#child.channel?.unref();
  }
}
