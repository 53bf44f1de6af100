import { WorkflowClock } from '../../../../../../infra/local/services/step-functions/clock.ts';
import { readDefinition } from '../../../../../../infra/local/services/step-functions/definition/read.ts';
import { Execution } from '../../../../../../infra/local/services/step-functions/execution.ts';
import { StateFailure } from '../../../../../../infra/local/services/step-functions/failure.ts';
import { TaskTokens } from '../../../../../../infra/local/services/step-functions/task-tokens.ts';

export const INVOKE = 'arn:aws:states:::lambda:invoke';
export const WAIT_FOR_TOKEN = `${INVOKE}.waitForTaskToken`;
export const MACHINE = {
  arn: 'arn:aws:states:us-east-1:000000000000:stateMachine:plan',
  name: 'plan',
  roleArn: 'role',
};
export const FUNCTIONS = ['draft', 'run', 'review'];

export const functionArn = (name: string): string => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;

export type Behaviour = Record<string, (payload: unknown, call: number) => unknown>;

/** One execution with functions played by the test and a clock of its own. */
export const start = (
  definition: { States: Record<string, unknown>; StartAt?: string; TimeoutSeconds?: number },
  {
    input = {},
    functions = {},
    random = () => 0.5,
  }: { input?: unknown; functions?: Behaviour; random?: () => number } = {},
) => {
  const text = JSON.stringify({ StartAt: Object.keys(definition.States)[0], ...definition });
  const clock = new WorkflowClock();
  const tokens = new TaskTokens();
  const calls: { name: string; payload: unknown; at: number }[] = [];
  const startedAt = clock.now();
  const execution = new Execution({
    definition: readDefinition(text, 'test', (name) => FUNCTIONS.includes(name)),
    machine: MACHINE,
    arn: `${MACHINE.arn.replace('stateMachine', 'execution')}:one`,
    name: 'one',
    input: JSON.stringify(input),
    clock,
    random,
    tokens,
    call: async (_machine, name, payload) => {
      calls.push({ name, payload, at: clock.now() - startedAt });
      const behave = functions[name];
      if (!behave) throw new StateFailure('Lambda.ResourceNotFoundException', name);
      return behave(payload, calls.length);
    },
  });
  return { execution, clock, tokens, calls };
};

/** What an execution ends with. */
export const endOf = async ({ execution }: ReturnType<typeof start>) => {
  await execution.ended;
  const { status, output, error, cause } = execution;
  return { status, ...(output !== undefined && { output: JSON.parse(output) }), ...(error && { error, cause }) };
};

/** The output of an execution that succeeds. */
export const outputOf = async (...args: Parameters<typeof start>): Promise<unknown> => {
  const end = await endOf(start(...args));
  if (end.status !== 'SUCCEEDED') throw new Error(`${end.status} ${end.error}: ${end.cause}`);
  return end.output;
};

/** Lets everything that waits for nothing but its turn happen. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
