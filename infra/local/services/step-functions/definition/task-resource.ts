import { ACCOUNT } from '../../../template/account.ts';
import { functionNameOf } from '../../iam/permissions.ts';
import { isObject } from '../path.ts';
import type { StateOf } from './states.ts';

/**
 * What a Task state calls. `optimised` is `states:::lambda:invoke`, whose result wraps the function's; a function's own
 * ARN gives the function's result as it is.
 */
export type TaskResource = { functionName: string; optimised: boolean; waitsForToken: boolean };

const INVOKE = `arn:${ACCOUNT.partition}:states:::lambda:invoke`;
const FUNCTION_ARN = /^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:[\w-]+$/;

/** @throws Error saying which field is not supported, the field first */
export function taskResource({ Resource, Parameters }: StateOf<'Task'>): TaskResource {
  if (FUNCTION_ARN.test(Resource)) {
    return { functionName: functionNameOf(Resource), optimised: false, waitsForToken: false };
  }
  const waitsForToken = Resource === `${INVOKE}.waitForTaskToken`;
  if (Resource !== INVOKE && !waitsForToken) throw new Error(`Resource: ${Resource} is not supported`);
  if (!isObject(Parameters)) throw new Error('Parameters: lambda:invoke takes an object');
  const stranger = Object.keys(Parameters).find((key) => !['FunctionName', 'Payload', 'Payload.$'].includes(key));
  if (stranger) throw new Error(`Parameters.${stranger}: not supported`);
  const { FunctionName: functionName } = Parameters;
  const plain = typeof functionName === 'string' && (FUNCTION_ARN.test(functionName) || /^[\w-]+$/.test(functionName));
  if (!plain) throw new Error('Parameters.FunctionName: only a name or an ARN without a qualifier is supported');
  return { functionName: functionNameOf(functionName), optimised: true, waitsForToken };
}
