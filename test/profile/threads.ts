import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';

/**
 * What one thread did, by the thread's name, and the CPU that the operating system counts for it meanwhile: `cpu` and
 * `profile.timeDeltas` are microseconds.
 */
export type ThreadProfile = { thread: string; profile: Profiler.Profile; cpu: number };

/** Of all threads, and the CPU in microseconds that the operating system counts for the process meanwhile. */
export type ProcessProfile = { threads: ThreadProfile[]; cpu: number };

/** Microseconds between two looks at a stack. */
const INTERVAL = 1_000;

type Answer = { id: number; result?: unknown; error?: { message: string } };
/** In the thread that is asked. */
const CPU_OF_THREAD = 'Object.values(process.threadCpuUsage()).reduce((sum, one) => sum + one)';

type Waiting = { resolve(result: unknown): void; reject(error: Error): void };

/**
 * Watches every thread of this process. Node's `--cpu-prof` knows no beginning and does not reach threads that are given
 * arguments of their own; the inspector's domain `NodeWorker` reaches all of them, also those that begin meanwhile.
 * Those that end meanwhile take what they did with them.
 */
export class ThreadsWatch {
  readonly #session = new Session();
  /** By the inspector's id of the connection to it. */
  readonly #names = new Map<string, string>();
  readonly #begun = new Map<string, Promise<number | undefined>>();
  readonly #waiting = new Map<number, Waiting & { thread: string }>();
  #asked = 0;
  #before = process.cpuUsage();
  #mainBefore = process.threadCpuUsage();

  static async begin(): Promise<ThreadsWatch> {
    const watch = new ThreadsWatch();
    await watch.#begin();
    return watch;
  }

  async end(): Promise<ProcessProfile> {
    const { user, system } = process.cpuUsage(this.#before);
    const main = process.threadCpuUsage(this.#mainBefore);
    const { profile } = await this.#session.post('Profiler.stop');
    const stopped = await Promise.all([...this.#begun].map(([thread, begun]) => this.#stop(thread, begun)));
    this.#session.disconnect();
    const threads = [
      { thread: 'main', profile, cpu: main.user + main.system },
      ...stopped.filter((one) => one !== undefined),
    ];
    return { threads, cpu: user + system };
  }

  async #begin(): Promise<void> {
    this.#session.connect();
    this.#session.on('NodeWorker.attachedToWorker', ({ params: { sessionId, workerInfo } }) => {
      this.#names.set(sessionId, workerInfo.title.replace(/^\[worker \d+\] ?/, '') || 'thread without a name');
      this.#begun.set(sessionId, this.#start(sessionId).catch(leftMeanwhile));
    });
    this.#session.on('NodeWorker.detachedFromWorker', ({ params }) => this.#left(params.sessionId));
    this.#session.on('NodeWorker.receivedMessageFromWorker', ({ params }) => this.#receive(params.message));
    await this.#session.post('NodeWorker.enable', { waitForDebuggerOnStart: false });
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
    await Promise.all(this.#begun.values());
    await this.#session.post('Profiler.start');
    this.#before = process.cpuUsage();
    this.#mainBefore = process.threadCpuUsage();
  }

  /** The CPU the thread had used by then. */
  async #start(thread: string): Promise<number> {
    await this.#ask(thread, 'Profiler.enable');
    await this.#ask(thread, 'Profiler.setSamplingInterval', { interval: INTERVAL });
    await this.#ask(thread, 'Profiler.start');
    return this.#cpuOf(thread);
  }

  async #stop(thread: string, begun: Promise<number | undefined>): Promise<ThreadProfile | undefined> {
    const before = await begun;
    if (before === undefined || !this.#begun.has(thread)) return undefined;
    const after = await this.#cpuOf(thread).catch(leftMeanwhile);
    const stopped = await this.#ask(thread, 'Profiler.stop').catch(leftMeanwhile);
    if (!stopped || after === undefined) return undefined;
    const { profile } = stopped as { profile: Profiler.Profile };
    return { thread: this.#names.get(thread) ?? '', profile, cpu: after - before };
  }

  async #cpuOf(thread: string): Promise<number> {
    const answer = await this.#ask(thread, 'Runtime.evaluate', { expression: CPU_OF_THREAD, returnByValue: true });
    return Number((answer as { result: { value: unknown } }).result.value);
  }

  async #ask(thread: string, method: string, params: object = {}): Promise<unknown> {
    this.#asked += 1;
    const id = this.#asked;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.set(id, { thread, resolve, reject });
    const message = JSON.stringify({ id, method, params });
    await this.#session.post('NodeWorker.sendMessageToWorker', { sessionId: thread, message });
    return promise;
  }

  #receive(message: string): void {
    const { id, result, error } = JSON.parse(message) as Answer;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }

  #left(thread: string): void {
    this.#begun.delete(thread);
    for (const [id, waiting] of this.#waiting) {
      if (waiting.thread !== thread) continue;
      this.#waiting.delete(id);
      waiting.reject(new ThreadLeft());
    }
  }
}

class ThreadLeft extends Error {}

const leftMeanwhile = (error: unknown): undefined => {
  if (!(error instanceof ThreadLeft)) throw error;
};
