import type { Input } from '../protocol/json-service.ts';
import { ServiceError } from '../protocol/service.ts';
import type { Execution } from './execution.ts';

const SECOND = 1000;

/** Characters of each text at most: https://docs.aws.amazon.com/step-functions/latest/apireference/API_Operations.html */
const LONGEST: Record<string, number> = {
  cause: 32_768,
  error: 256,
  executionArn: 256,
  input: 262_144,
  name: 80,
  output: 262_144,
  stateMachineArn: 256,
  taskToken: 2048,
};

export function text(input: Input, field: string): string | undefined {
  const value = input[field];
  if (value === undefined || value === null) return undefined;
  const longest = LONGEST[field] ?? 0;
  if (typeof value === 'string' && value.length <= longest) return value;
  throw new ServiceError('ValidationException', `${field} has to be a text of at most ${longest} characters`);
}

export function requiredText(input: Input, field: string): string {
  const value = text(input, field);
  if (value) return value;
  throw new ServiceError('ValidationException', `${field} is missing`);
}

/** @throws ServiceError with the given code */
export function parsedJson(value: string, code: string, message: string): unknown {
  try {
    return JSON.parse(value);
  } catch (error) {
    throw new ServiceError(code, `${message}: '${(error as Error).message}'`);
  }
}

/** What DescribeExecution answers; dates in seconds. */
export function described(execution: Execution) {
  const { arn, name, machine, status, startedAt, stoppedAt, input, output, error, cause } = execution;
  const included = { included: true };
  return {
    executionArn: arn,
    stateMachineArn: machine.arn,
    name,
    status,
    startDate: startedAt / SECOND,
    ...(stoppedAt !== undefined && { stopDate: stoppedAt / SECOND }),
    input,
    inputDetails: included,
    ...(output !== undefined && { output, outputDetails: included }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    redriveCount: 0,
  };
}
