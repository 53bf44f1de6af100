import type { EventLoopUtilization } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import type { FunctionDefinition } from './definition.ts';
import { Invocations } from './invocations.ts';
import { FunctionError, type InvokeResult, TimedOut } from './invoker.ts';
import { runtimeSource } from './runtime-source.ts';
import type { FromThread, ThreadSettings, ToThread } from './thread/messages.ts';

/** Lambda gives the code outside the handler 10 s, and once more the function's time-out when that was too short. */
const INIT_LIMIT = 10_000;

/** V8 would let each thread keep 48 MB of what has just been made, most of it garbage, long after a busy moment. */
const YOUNG_GENERATION_MB = 6;

export type ThreadOptions = {
  environment: Record<string, string>;
  log: (text: string) => void;
  /** Called once, when the thread has ended for whatever reason. */
  onEnd: (thread: FunctionThread) => void;
};

export type ThreadInvocation = {
  id: string;
  /** JSON. */
  event: string;
  stream: boolean;
  /** Aborts the stream of a streamed invocation. */
  signal?: AbortSignal;
  /** Called once the thread is done with the invocation, which for a stream is after its last byte. */
  settled: () => void;
};

/** One execution environment of a function: a worker thread that runs its bundle. */
export class FunctionThread {
  readonly definition: FunctionDefinition;
  readonly #running: Invocations;
  readonly #worker: Worker;
  readonly #ready: Promise<void>;
  readonly #onDeath: (error: Error) => void;
  readonly #log: (text: string) => void;
  #death: Error | undefined;
  /** Set once no further invocation may start here. */
  retired = false;
  /** Until its module has been read. */
  loading = true;

  constructor(definition: FunctionDefinition, { environment, log, onEnd }: ThreadOptions) {
    this.definition = definition;
    this.#log = log;
    this.#running = new Invocations({ send: (message) => this.#send(message), log });
    const { module, exportName, name, arn, memory } = definition;
    const settings: ThreadSettings = { module, exportName, functionName: name, functionArn: arn, memory };
    this.#worker = new Worker(runtimeSource(), {
      name,
      workerData: settings,
      env: environment,
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    });
    for (const output of [this.#worker.stdout, this.#worker.stderr]) {
      output.setEncoding('utf8').on('data', (text: string) => log(text));
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#ready = promise;
    // The first invocation awaits this; a thread that dies before that has no invocation to fail.
    promise.catch(() => undefined);
    const limit = setTimeout(
      () => this.#fail(new TimedOut(`${name} (init)`, initLimit(definition) / 1000)),
      initLimit(definition),
    );
    promise.then(
      () => clearTimeout(limit),
      () => clearTimeout(limit),
    );
    this.#worker.on('message', (message: FromThread) => {
      if (message.kind === 'ready') {
        this.loading = false;
        resolve();
      } else if (message.kind === 'init-failure')
        this.#fail(new FunctionError(message.errorType, message.message, message.trace));
      else this.#running.receive(message);
    });
    this.#worker.on('error', (error: Error) => this.#fail(new FunctionError(error.name, error.message)));
    this.#worker.on('exit', () =>
      this.#fail(new FunctionError('Runtime.ExitError', 'Runtime exited without providing a reason')),
    );
    this.#onDeath = (error) => {
      reject(error);
      onEnd(this);
    };
  }

  async invoke({ id, event, stream, signal, settled }: ThreadInvocation): Promise<InvokeResult> {
    try {
      await this.#ready;
      if (this.#death) throw this.#death;
    } catch (error) {
      this.#log(`ERROR the function could not be loaded: ${(error as Error).message}\n`);
      settled();
      throw error;
    }
    const { promise, resolve, reject } = Promise.withResolvers<InvokeResult>();
    const timer = setTimeout(() => this.#timeOut(id), this.definition.timeout);
    const abort = () => this.#send({ kind: 'abort', id });
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      settled();
    };
    this.#running.add(id, { resolve, reject, settled: done });
    signal?.addEventListener('abort', abort);
    this.#send({ kind: 'invoke', id, event, deadline: Date.now() + this.definition.timeout, stream });
    if (signal?.aborted) abort();
    return promise;
  }

  /** How busy its event loop is: from the beginning, or since an earlier answer. */
  utilization(since?: EventLoopUtilization): EventLoopUtilization {
    return this.#worker.performance.eventLoopUtilization(since);
  }

  /** Ends the thread at once; what runs in it is rejected with `reason`. */
  async end(reason: Error): Promise<void> {
    this.#fail(reason);
    await this.#worker.terminate();
  }

  /** An invocation alone in its thread takes the thread with it; one among others is cut off and the thread drains. */
  #timeOut(id: string): void {
    const error = new TimedOut(this.definition.name, this.definition.timeout / 1000);
    this.retired = true;
    if (!this.#running.has(id)) return;
    if (this.#running.size === 1) {
      this.#fail(error);
      return;
    }
    this.#send({ kind: 'abort', id });
    this.#running.fail(id, error);
  }

  #fail(error: Error): void {
    if (this.#death) return;
    this.#death = error;
    this.retired = true;
    this.#running.failAll(error);
    this.#onDeath(error);
    void this.#worker.terminate();
  }

  #send(message: ToThread): void {
    this.#worker.postMessage(message);
  }
}

function initLimit(definition: FunctionDefinition): number {
  return INIT_LIMIT + definition.timeout;
}
