import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { functionNameOf } from '../iam/permissions.ts';
import { type FunctionDefinition, findFunction } from './definition.ts';
import { FunctionThread, type ThreadOptions } from './function-thread.ts';
import { FunctionNotFound, type InvokeOptions, type InvokeResult, type Invoker, Throttled } from './invoker.ts';
import { ThreadPool } from './thread-pool.ts';

export type LambdaOptions = {
  definitions: FunctionDefinition[];
  /** Read at each cold start, since addresses are known only once everything listens. */
  environmentOf: (definition: FunctionDefinition) => Record<string, string>;
  log: (functionName: string, text: string) => void;
  onInvoke?: (definition: FunctionDefinition) => void;
  cap?: number;
  streamsPerThread?: number;
  idleLimit?: number;
  surplusLimit?: number;
  cores?: number;
};

/** All functions of the template, run in worker threads. */
export class LocalLambda implements Invoker {
  readonly definitions: FunctionDefinition[];
  readonly #byName: Map<string, FunctionDefinition>;
  readonly #inFlight = new Map<string, number>();
  readonly #pool: ThreadPool;
  readonly #onInvoke: (definition: FunctionDefinition) => void;

  constructor({
    definitions,
    environmentOf,
    log,
    onInvoke = () => undefined,
    cap = 24,
    streamsPerThread = 50,
    idleLimit = 300_000,
    surplusLimit = 20_000,
    cores = availableParallelism(),
  }: LambdaOptions) {
    this.definitions = definitions;
    this.#onInvoke = onInvoke;
    this.#byName = new Map(definitions.map((one) => [one.name, one]));
    const create = (one: FunctionDefinition, onEnd: ThreadOptions['onEnd']) =>
      new FunctionThread(one, { environment: environmentOf(one), log: (text) => log(one.name, text), onEnd });
    this.#pool = new ThreadPool({ cap, streamsPerThread, idleLimit, surplusLimit, cores, create });
  }

  /** Most invocations of one function that can run at once; an event source asks for no more. */
  get share(): number {
    return this.#pool.share;
  }

  get threads(): number {
    return this.#pool.size;
  }

  async invoke(
    functionName: string,
    event: unknown,
    { stream = false, signal }: InvokeOptions = {},
  ): Promise<InvokeResult> {
    const definition = this.#byName.get(functionNameOf(functionName));
    if (!definition) throw new FunctionNotFound(functionName);
    const { name, reservedConcurrency = Number.POSITIVE_INFINITY } = definition;
    const inFlight = this.#inFlight.get(name) ?? 0;
    if (inFlight >= reservedConcurrency) throw new Throttled(name);
    this.#inFlight.set(name, inFlight + 1);
    this.#onInvoke(definition);
    const leave = () => this.#inFlight.set(name, (this.#inFlight.get(name) ?? 1) - 1);
    const thread = await this.#pool.acquire(definition, stream).catch((error: unknown) => {
      leave();
      throw error;
    });
    const settled = () => {
      leave();
      this.#pool.release(thread);
    };
    return thread.invoke({ id: randomUUID(), event: JSON.stringify(event ?? {}), stream, signal, settled });
  }

  /** Ends every thread of a function at once: what an execution environment that crashes looks like. */
  async kill(name: string): Promise<void> {
    await this.#pool.kill(findFunction(this.definitions, name).name);
  }

  async stop(): Promise<void> {
    await this.#pool.stop();
  }
}
