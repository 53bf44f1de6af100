import type { Gateway } from '../services/api-gateway/server.ts';
import type { LocalDynamoDb } from '../services/dynamodb/server.ts';
import { findFunction } from '../services/lambda/definition.ts';
import { FunctionError } from '../services/lambda/invoker.ts';
import type { LocalMail } from '../services/ses/outbox.ts';
import type { Queues } from '../services/sqs/queues.ts';
import type { StepFunctions } from '../services/step-functions/step-functions.ts';
import { bootParts, type Parts } from './boot.ts';
import type { CloudOptions, Step } from './cloud-options.ts';
import type { Endpoints } from './function-environment.ts';
import type { ActionCount } from './tally.ts';

/**
 * A whole system on this machine, booted from its CloudFormation templates and from nothing else. Several may run at once.
 */
export class LocalCloud {
  readonly #parts: Parts;
  readonly #closing: AsyncDisposableStack;
  #stopped: Promise<void> | undefined;

  private constructor(parts: Parts, closing: AsyncDisposableStack) {
    this.#parts = parts;
    this.#closing = closing;
  }

  /**
   * @throws BootRefused for a reason the owner of the machine can change; another Error for a template that holds what
   * is not supported here, naming stack, resource, type and property
   */
  static async boot(options: CloudOptions): Promise<LocalCloud> {
    const closing = new AsyncDisposableStack();
    try {
      return new LocalCloud(await bootParts(options, closing), closing);
    } catch (error) {
      await closing.disposeAsync();
      throw error;
    }
  }

  /** Address of the REST API. */
  get url(): string {
    return this.#parts.gateway.url;
  }

  get socketUrl(): string {
    return this.#parts.gateway.socketUrl;
  }

  /** Address that previews are shown at, without the token in front of its host name. */
  get previewUrl(): string {
    return Object.values(this.#parts.gateway.besideUrls)[0] ?? this.url;
  }

  /** For SDK clients that a test makes itself, with `credentials`. */
  get endpoints(): Endpoints {
    return this.#parts.endpoints;
  }

  /** The operator may do everything. */
  get credentials(): { accessKeyId: string; secretAccessKey: string } {
    const { accessKeyId, secretAccessKey } = this.#parts.operator;
    return { accessKeyId, secretAccessKey };
  }

  /** Outputs of the stacks, with local addresses. */
  get outputs(): Record<string, Record<string, string>> {
    return this.#parts.outputs;
  }

  /** What came up, in milliseconds each. */
  get checklist(): readonly Step[] {
    return this.#parts.steps;
  }

  get gateway(): Gateway {
    return this.#parts.gateway;
  }

  /** Queues, with their fault hook `onSend` and `purge`. */
  get queues(): Queues {
    return this.#parts.queues;
  }

  /** Executions of this life, with their transitions; `timePasses` puts the clock of all workflows forward. */
  get stepFunctions(): StepFunctions {
    return this.#parts.stepFunctions;
  }

  get dynamodb(): LocalDynamoDb {
    return this.#parts.dynamodb;
  }

  /** The newest lines functions wrote. */
  get log(): readonly string[] {
    return this.#parts.log.newest;
  }

  /** The newest mails, which nobody delivers. */
  get mails(): readonly LocalMail[] {
    return this.#parts.outbox.mails;
  }

  /** Worker threads alive now. */
  get threads(): number {
    return this.#parts.lambda.threads;
  }

  /** The environment a function runs in, with its own access key; found as `invoke` finds it. */
  environmentOf(name: string): Record<string, string> {
    return this.#parts.environmentOf(findFunction(this.#parts.lambda.definitions, name));
  }

  /** Runs all schedules now and waits for them. */
  async sweep(): Promise<void> {
    await this.#parts.schedules.runNow();
  }

  /** Invokes a function by name, ARN, logical id or the beginning of it (`agent-worker`), and gives what it returns. */
  async invoke(name: string, event: unknown): Promise<unknown> {
    const { lambda } = this.#parts;
    const result = await lambda.invoke(findFunction(lambda.definitions, name).name, event);
    if (result.kind === 'stream') throw new FunctionError('Unsupported', `${name} streams: use the gateway`);
    return result.payload;
  }

  /** Ends every thread of a function at once: its invocations fail as if the machine under them had died. */
  async kill(name: string): Promise<void> {
    await this.#parts.lambda.kill(name);
  }

  /** Calls since the start or the last reset, by action (`dynamodb:PutItem`, `sqs:SendMessage`, `function:<logical id>`). */
  async counts(): Promise<Record<string, ActionCount>> {
    const tables = Object.entries(await this.#parts.dynamodb.counts());
    const named = tables.map(([action, count]) => [action.includes(':') ? action : `dynamodb:${action}`, count]);
    return { ...Object.fromEntries(named), ...this.#parts.tally.counts() };
  }

  async resetCounts(): Promise<void> {
    this.#parts.tally.reset();
    await this.#parts.dynamodb.resetCounts();
  }

  /** Holds each reply of the table back so long, in milliseconds, as a network would. */
  async delayTable(milliseconds: number): Promise<void> {
    await this.#parts.dynamodb.delayReplies(milliseconds);
  }

  /** Ends everything; a second call waits for the first. */
  stop(): Promise<void> {
    this.#stopped ??= this.#closing.disposeAsync();
    return this.#stopped;
  }
}
