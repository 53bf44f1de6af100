import { randomUUID } from 'node:crypto';
import type { Authorizer } from '../iam/authorizer.ts';
import { type Input, type JsonAction, jsonService } from '../protocol/json-service.ts';
import { type Service, ServiceError } from '../protocol/service.ts';
import { described, parsedJson, requiredText, text } from './requests.ts';
import type { StepFunctions } from './step-functions.ts';

const SECOND = 1000;

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html */
const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u;
const EXECUTION_ARN = /^arn:[\w-]+:states:[\w-]+:\d{12}:execution:[^:]+:[^:]+$/;

/** Step Functions' JSON protocol: what starts, shows and stops executions, and what answers a task token. */
export function stepFunctionsService(stepFunctions: StepFunctions, authorizer: Authorizer): Service {
  const { tokens } = stepFunctions;
  const onExecution = (name: string, run: JsonAction['run']): JsonAction => ({
    access: (input) => ({ action: `states:${name}`, resource: executionArn(input) }),
    run,
  });
  const onToken = (name: string, run: (token: string, input: Input) => unknown): JsonAction => ({
    access: (input) => ({ action: `states:${name}`, resource: tokens.machineOf(requiredText(input, 'taskToken')) }),
    run: (input) => run(String(input.taskToken), input),
  });
  const executionOf = (input: Input) => {
    const arn = executionArn(input);
    const execution = stepFunctions.find(arn);
    if (!execution) throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    return execution;
  };
  const actions: Record<string, JsonAction> = {
    StartExecution: {
      access: (input) => ({ action: 'states:StartExecution', resource: requiredText(input, 'stateMachineArn') }),
      run: (input) => {
        const name = text(input, 'name') ?? randomUUID();
        if (!NAME.test(name)) throw new ServiceError('InvalidName', `Invalid Name: '${name}'`);
        const data = text(input, 'input') ?? '{}';
        parsedJson(data, 'InvalidExecutionInput', 'Invalid State Machine Execution Input');
        const { arn, startedAt } = stepFunctions.start(String(input.stateMachineArn), name, data);
        return { executionArn: arn, startDate: startedAt / SECOND };
      },
    },
    DescribeExecution: onExecution('DescribeExecution', (input) => described(executionOf(input))),
    StopExecution: onExecution('StopExecution', (input) => {
      const execution = executionOf(input);
      execution.abort({ error: text(input, 'error'), cause: text(input, 'cause') });
      return { stopDate: (execution.stoppedAt ?? Number.NaN) / SECOND };
    }),
    SendTaskSuccess: onToken('SendTaskSuccess', (token, input) => {
      const output = parsedJson(requiredText(input, 'output'), 'InvalidOutput', 'Invalid Output');
      tokens.take(token).succeed(output);
    }),
    SendTaskFailure: onToken('SendTaskFailure', (token, input) => {
      tokens.take(token).fail(text(input, 'error') ?? '', text(input, 'cause') ?? '');
    }),
    SendTaskHeartbeat: onToken('SendTaskHeartbeat', (token) => tokens.look(token).heartbeat()),
  };
  return jsonService({ version: '1.0', authorizer, actions, deniedCode: 'AccessDeniedException' });
}

function executionArn(input: Input): string {
  const arn = requiredText(input, 'executionArn');
  if (EXECUTION_ARN.test(arn)) return arn;
  throw new ServiceError('InvalidArn', `Invalid Arn: 'Resource type not valid in this context: ${arn}'`);
}
