import { attributeOf, physicalIdOf } from '../../template/identity.ts';
import type { Resource } from '../../template/resource.ts';
import { ServiceError } from '../protocol/service.ts';
import { WorkflowClock } from './clock.ts';
import { readDefinition, UnsupportedDefinition } from './definition/read.ts';
import type { Definition } from './definition/states.ts';
import { Execution } from './execution.ts';
import type { CallFunction, Machine } from './run.ts';
import { TaskTokens } from './task-tokens.ts';

export type StepFunctionsOptions = {
  resources: Resource[];
  call: CallFunction;
  log: (functionName: string, text: string) => void;
  random?: () => number;
};

type DefinedMachine = Machine & { definition: Definition };

/**
 * The Standard workflows of a template and their executions. Executions live in memory: after a restart none of them
 * exists, as if AWS had lost them, and their owner starts them again.
 */
export class StepFunctions {
  readonly tokens = new TaskTokens();
  readonly #machines: Map<string, DefinedMachine>;
  readonly #executions = new Map<string, Execution>();
  readonly #clock = new WorkflowClock();
  readonly #options: StepFunctionsOptions;
  #stopped = false;

  /** @throws UnsupportedDefinition for anything that would not run as in AWS */
  constructor(options: StepFunctionsOptions) {
    this.#options = options;
    const ofType = (type: string) => options.resources.filter((one) => one.type === type);
    const functions = ofType('AWS::Lambda::Function').map(physicalIdOf);
    const roles = ofType('AWS::IAM::Role').map((role) => attributeOf(role, 'Arn'));
    const machines = ofType('AWS::StepFunctions::StateMachine').map((one) => machineOf(one, { functions, roles }));
    this.#machines = new Map(machines.map((machine) => [machine.arn, machine]));
  }

  get machines(): readonly Machine[] {
    return [...this.#machines.values()];
  }

  /** Executions of this life, oldest first; with an ARN or name those of one state machine. */
  executions(machine?: string): Execution[] {
    const all = [...this.#executions.values()];
    return all.filter((one) => machine === undefined || [one.machine.arn, one.machine.name].includes(machine));
  }

  find(executionArn: string): Execution | undefined {
    return this.#executions.get(executionArn);
  }

  /**
   * A second start under one name is the first one, while that runs and had the same input.
   *
   * @throws ServiceError StateMachineDoesNotExist, ExecutionAlreadyExists
   */
  start(machineArn: string, name: string, input: string): Execution {
    // A function that still runs while everything ends must not start another execution.
    if (this.#stopped) throw new ServiceError('ServiceUnavailable', 'the local cloud stops', 503);
    const machine = this.#machines.get(machineArn);
    if (!machine) {
      throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${machineArn}'`);
    }
    const arn = `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    const earlier = this.#executions.get(arn);
    if (earlier?.running && earlier.input === input) return earlier;
    if (earlier) throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    const { definition } = machine;
    const { call, random = Math.random } = this.#options;
    const world = { machine, clock: this.#clock, random, tokens: this.tokens, call };
    const execution = new Execution({ definition, arn, name, input, ...world });
    this.#executions.set(arn, execution);
    void execution.ended.then(() => this.#report(execution));
    return execution;
  }

  /** Puts the clock of all workflows forward: waits, time-outs and retries that come due happen now. */
  timePasses(ms: number): Promise<void> {
    return this.#clock.timePasses(ms);
  }

  /** Aborts everything, and starts nothing any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    const running = this.executions().filter((one) => one.running);
    for (const execution of running) execution.abort({ cause: 'the local cloud stops' });
    await Promise.all(running.map((one) => one.ended));
    this.#clock.stop();
  }

  /** AWS shows a failed execution in its console; here the log is all there is. */
  #report({ machine, name, status, error, cause }: Execution): void {
    if (status !== 'FAILED' && status !== 'TIMED_OUT') return;
    this.#options.log(machine.name, `execution ${name} ${status}: ${error}: ${cause}\n`);
  }
}

function machineOf(resource: Resource, known: { functions: string[]; roles: string[] }): DefinedMachine {
  const { stack, logicalId, properties } = resource;
  const where = `stack ${stack}, state machine ${logicalId}`;
  const { StateMachineType: type = 'STANDARD', DefinitionString: text, RoleArn: roleArn } = properties;
  if (type !== 'STANDARD') throw new UnsupportedDefinition(`${where}: type ${type} is not supported`);
  if (!known.roles.includes(String(roleArn))) throw new UnsupportedDefinition(`${where}: no role ${roleArn}`);
  return {
    arn: physicalIdOf(resource),
    name: attributeOf(resource, 'Name'),
    roleArn: String(roleArn),
    definition: readDefinition(String(text), where, (name) => known.functions.includes(name)),
  };
}
