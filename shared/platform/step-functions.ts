import { once } from './once.ts';
import { CLIENT_TIMEOUTS } from './timeouts.ts';

/** Loaded for the first plan: most invocations work on none. */
const stepFunctions = once(async () => {
  const library = await import('@aws-sdk/client-sfn');
  return { ...library, client: new library.SFNClient(CLIENT_TIMEOUTS) };
});

/** Step Functions takes at most this many characters for why something failed. */
const MAX_CAUSE_LENGTH = 32_768;
const MAX_ERROR_LENGTH = 256;

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** The ARN an execution of that name has, also before it was started. */
export const executionArnOf = (stateMachineArn: string, name: string): string =>
  `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;

/**
 * Starts an execution under a name that is used once. `started`: it runs with this input (compared as JSON text), by this
 * call or one before. `running`: it runs with another input. `closed`: the name is used up. Needs both
 * `states:StartExecution` on the state machine and `states:DescribeExecution` on its executions.
 */
export const startExecution = async (
  stateMachineArn: string,
  name: string,
  input: unknown,
): Promise<'started' | 'running' | 'closed'> => {
  const { client, StartExecutionCommand } = await stepFunctions();
  try {
    await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
    return 'started';
  } catch (error) {
    if (nameOf(error) !== 'ExecutionAlreadyExists') throw error;
    const found = await describeExecution(executionArnOf(stateMachineArn, name));
    // The name is taken, so an execution reported as `absent` is only not visible yet.
    return found === 'closed' ? 'closed' : 'running';
  }
};

/** AWS reads are eventually consistent: an execution just started can still be `absent`. */
export const describeExecution = async (executionArn: string): Promise<'absent' | 'running' | 'closed'> => {
  const { client, DescribeExecutionCommand } = await stepFunctions();
  try {
    const { status } = await client.send(new DescribeExecutionCommand({ executionArn }));
    return status === 'RUNNING' ? 'running' : 'closed';
  } catch (error) {
    if (nameOf(error) === 'ExecutionDoesNotExist') return 'absent';
    throw error;
  }
};

/** Stops an execution; does nothing if it has ended or never existed. */
export const stopExecution = async (executionArn: string, cause: string): Promise<void> => {
  const { client, StopExecutionCommand } = await stepFunctions();
  try {
    await client.send(new StopExecutionCommand({ executionArn, cause: cause.slice(0, MAX_CAUSE_LENGTH) }));
  } catch (error) {
    if (nameOf(error) !== 'ExecutionDoesNotExist') throw error;
  }
};

/** The token is no longer awaited: it was answered, its state timed out, or its execution is over. */
const GONE = ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'];

const delivered = async (answer: Promise<unknown>): Promise<'sent' | 'gone'> => {
  try {
    await answer;
    return 'sent';
  } catch (error) {
    if (GONE.includes(nameOf(error))) return 'gone';
    throw error;
  }
};

/** Lets the state that gave out the token end with `output`. */
export const sendTaskSuccess = async (taskToken: string, output: unknown): Promise<'sent' | 'gone'> => {
  const { client, SendTaskSuccessCommand } = await stepFunctions();
  return delivered(client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) })));
};

/** Lets the state that gave out the token fail with `error`, which its Retry and Catch compare. */
export const sendTaskFailure = async (taskToken: string, error: string, cause: string): Promise<'sent' | 'gone'> => {
  const { client, SendTaskFailureCommand } = await stepFunctions();
  const reason = { error: error.slice(0, MAX_ERROR_LENGTH), cause: cause.slice(0, MAX_CAUSE_LENGTH) };
  return delivered(client.send(new SendTaskFailureCommand({ taskToken, ...reason })));
};
