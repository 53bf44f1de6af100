import type { Definition } from './definition/states.ts';
import { StateFailure } from './failure.ts';
import { interpret } from './interpreter.ts';
import type { Machine, Run } from './run.ts';

const SECOND = 1000;

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

export type ExecutionOptions = Pick<Run, 'machine' | 'clock' | 'random' | 'tokens' | 'call'> & {
  definition: Definition;
  arn: string;
  name: string;
  /** JSON. */
  input: string;
};

/** One execution of a state machine, from its start to whatever ends it. Times in epoch milliseconds. */
export class Execution {
  readonly arn: string;
  readonly name: string;
  readonly machine: Machine;
  readonly input: string;
  readonly startedAt: number;
  status: Status = 'RUNNING';
  stoppedAt: number | undefined;
  /** JSON. */
  output: string | undefined;
  error: string | undefined;
  cause: string | undefined;
  /** State entries and retries: what AWS charges for. */
  transitions = 0;
  /** The names of the states entered, in their order. */
  readonly visited: string[] = [];
  /** Settles once the execution is over, however it ended. */
  readonly ended: Promise<void>;
  readonly #clock: Run['clock'];
  readonly #aborting = new AbortController();

  constructor({ definition, arn, name, input, ...world }: ExecutionOptions) {
    this.arn = arn;
    this.name = name;
    this.machine = world.machine;
    this.input = input;
    this.#clock = world.clock;
    this.startedAt = world.clock.now();
    const limit = definition.TimeoutSeconds;
    const expire = () => this.#end('TIMED_OUT', { error: 'States.Timeout', cause: `No end within ${limit} s.` });
    const cancel = limit === undefined ? undefined : world.clock.after(limit * SECOND, expire);
    this.ended = this.#perform(definition, {
      ...world,
      execution: { arn, name, startedAt: this.startedAt, input: JSON.parse(input) },
      signal: this.#aborting.signal,
      onEnter: (stateName) => {
        this.transitions += 1;
        this.visited.push(stateName);
      },
      onRetry: () => {
        this.transitions += 1;
      },
    }).finally(cancel);
  }

  get running(): boolean {
    return this.status === 'RUNNING';
  }

  /** Ends it at once; functions it called go on. One that is over stays as it is. */
  abort(reason: { error?: string | undefined; cause?: string | undefined }): void {
    this.#end('ABORTED', reason);
  }

  async #perform(definition: Definition, run: Run): Promise<void> {
    try {
      const output = await interpret(definition, run);
      this.#end('SUCCEEDED', { output: JSON.stringify(output) });
    } catch (error) {
      const { error: name, message } = error instanceof StateFailure ? error : defect(error);
      this.#end('FAILED', { error: name, cause: message });
    }
  }

  #end(status: Status, result: { output?: string; error?: string | undefined; cause?: string | undefined }): void {
    if (!this.running) return;
    this.status = status;
    this.stoppedAt = this.#clock.now();
    this.output = result.output;
    this.error = result.error;
    this.cause = result.cause;
    this.#aborting.abort(new Error(`execution ${this.name} is over`));
  }
}

/** Nothing but a mistake in the interpreter, or an abort, comes here; the first is to be seen. */
function defect(error: unknown): { error: string; message: string } {
  return { error: 'States.Runtime', message: error instanceof Error ? String(error.stack) : String(error) };
}
