import { planDefinition } from '../../../infra/constructs/plan-definition.ts';
import { readDefinition } from '../../../infra/local/services/step-functions/definition/read.ts';
import { Execution } from '../../../infra/local/services/step-functions/execution.ts';
import { StateFailure } from '../../../infra/local/services/step-functions/failure.ts';
import { TaskTokens } from '../../../infra/local/services/step-functions/task-tokens.ts';
import { bytesBy, type Chance } from '../world/chance.ts';
import type { Outcome } from '../world/outcome.ts';
import type { Schedule } from '../world/schedule.ts';
import { MACHINE_ARN } from './environment.ts';

const FUNCTIONS = {
  plans: { arn: 'arn:aws:lambda:us-east-1:000000000000:function:plans', timeoutSeconds: 30 },
  planner: { arn: 'arn:aws:lambda:us-east-1:000000000000:function:planner', timeoutSeconds: 300 },
  partition: 'aws',
};
const DEFINITION = readDefinition(JSON.stringify(planDefinition(FUNCTIONS)), 'plan', () => true);

/** Calls a function; how it ended is told once it has. */
export type CallFunction = (role: 'plans' | 'planner', payload: unknown, ended: (outcome: Outcome) => void) => void;

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

/** The plan's state machine, with the interpreter of the local cloud on the clock of the simulation. */
export class Executions {
  readonly #executions = new Map<string, Execution>();
  readonly #tokens: TaskTokens;
  readonly #schedule: Schedule;
  readonly #chance: Chance;
  readonly #call: CallFunction;

  constructor({ schedule, chance, call }: { schedule: Schedule; chance: Chance; call: CallFunction }) {
    this.#schedule = schedule;
    this.#chance = chance;
    this.#call = call;
    this.#tokens = new TaskTokens((length) => bytesBy(chance, length));
  }

  running(): Execution[] {
    return [...this.#executions.values()].filter(({ running }) => running);
  }

  readonly commands: Record<string, (input: never) => unknown> = {
    StartExecutionCommand: ({ name, input }: { name: string; input: string }) => this.#start(name, input),
    DescribeExecutionCommand: ({ executionArn }: { executionArn: string }) => ({
      status: this.#found(executionArn).status,
    }),
    StopExecutionCommand: ({ executionArn, cause }: { executionArn: string; cause: string }) => {
      this.#found(executionArn).abort({ cause });
      return {};
    },
    SendTaskSuccessCommand: ({ taskToken, output }: { taskToken: string; output: string }) => {
      this.#waiting(taskToken).succeed(JSON.parse(output));
      return {};
    },
    SendTaskFailureCommand: ({ taskToken, error, cause }: { taskToken: string; error: string; cause: string }) => {
      this.#waiting(taskToken).fail(error, cause);
      return {};
    },
  };

  #start(name: string, input: string): unknown {
    const arn = `${MACHINE_ARN.replace(':stateMachine:', ':execution:')}:${name}`;
    const earlier = this.#executions.get(arn);
    if (earlier?.running && earlier.input === input) return {};
    if (earlier) throw named('ExecutionAlreadyExists', arn);
    const execution = new Execution({
      definition: DEFINITION,
      arn,
      name,
      input,
      machine: { arn: MACHINE_ARN, name: 'plan', roleArn: 'role' },
      clock: {
        now: () => this.#schedule.now,
        after: (ms, run) => {
          const timer = this.#schedule.after(ms, run);
          return () => this.#schedule.cancel(timer);
        },
      },
      random: this.#chance.next,
      tokens: this.#tokens,
      call: (_machine, functionName, payload) => this.#invoke(functionName, payload),
    });
    this.#executions.set(arn, execution);
    return {};
  }

  #invoke(functionName: string, payload: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const role = functionName === 'planner' ? 'planner' : 'plans';
      this.#call(role, payload, (outcome) => {
        if (outcome.kind === 'returned') resolve(outcome.value ?? null);
        else if (outcome.kind === 'threw') reject(new StateFailure(outcome.error.name, outcome.error.message));
        else reject(new StateFailure('Lambda.ServiceException', 'The function was lost.'));
      });
    });
  }

  #found(arn: string): Execution {
    const execution = this.#executions.get(arn);
    if (!execution) throw named('ExecutionDoesNotExist', arn);
    return execution;
  }

  #waiting(token: string) {
    try {
      return this.#tokens.take(token);
    } catch (error) {
      throw named('TaskTimedOut', (error as Error).message);
    }
  }
}
