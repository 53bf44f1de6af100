import { arn } from '../../template/account.ts';
import { AccessDenied, type Authorizer } from '../iam/authorizer.ts';
import type { Principal } from '../iam/principal.ts';
import { FunctionError, FunctionNotFound, type Invoker, Throttled, TimedOut } from '../lambda/invoker.ts';
import { StateFailure } from './failure.ts';
import type { CallFunction } from './run.ts';

export type FunctionCallOptions = {
  invoker: Invoker;
  authorizer: Authorizer;
  principalOf: (roleArn: string) => Principal;
  log: (functionName: string, text: string) => void;
};

/** Calls functions as the role of the state machine, and names what goes wrong as Step Functions does. */
export function functionCalls({ invoker, authorizer, principalOf, log }: FunctionCallOptions): CallFunction {
  return async ({ name, roleArn }, functionName, payload) => {
    try {
      const resource = arn('lambda', `function:${functionName}`);
      authorizer.authorize(principalOf(roleArn).accessKeyId, { action: 'lambda:InvokeFunction', resource });
      const result = await invoker.invoke(functionName, payload);
      if (result.kind === 'payload') return result.payload ?? null;
      throw new StateFailure('Lambda.AWSLambdaException', `${functionName} streams, which a workflow cannot read`);
    } catch (error) {
      // A state that retries would hide it for minutes.
      if (error instanceof AccessDenied) log(name, `${error.message}\n`);
      throw failureOf(error);
    }
  };
}

/**
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html: an error of the function goes by its
 * own name, one of the service by `Lambda.` and the name of the exception.
 */
function failureOf(error: unknown): StateFailure {
  if (error instanceof StateFailure) return error;
  if (error instanceof FunctionError) {
    const { errorType, message: errorMessage, stackTrace: trace } = error;
    return new StateFailure(errorType, JSON.stringify({ errorType, errorMessage, trace }));
  }
  const { message } = error as Error;
  if (error instanceof TimedOut) {
    return new StateFailure(
      'Sandbox.Timedout',
      JSON.stringify({ errorType: 'Sandbox.Timedout', errorMessage: message }),
    );
  }
  if (error instanceof Throttled) return new StateFailure('Lambda.TooManyRequestsException', message);
  if (error instanceof FunctionNotFound) return new StateFailure('Lambda.ResourceNotFoundException', message);
  if (error instanceof AccessDenied) return new StateFailure('Lambda.AWSLambdaException', message);
  return new StateFailure('Lambda.ServiceException', message);
}
