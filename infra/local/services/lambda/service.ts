import { arn } from '../../template/account.ts';
import { AccessDenied, type Authorizer } from '../iam/authorizer.ts';
import { functionNameOf } from '../iam/permissions.ts';
import type { Service, ServiceReply, ServiceRequest } from '../protocol/service.ts';
import type { AsynchronousEvents } from './events.ts';
import { FunctionError, FunctionNotFound, type Invoker, Throttled, TimedOut } from './invoker.ts';

const MEGABYTE = 1024 * 1024;
/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LARGEST = { RequestResponse: 6 * MEGABYTE, Event: MEGABYTE };

/** Lambda's HTTP API for SDK clients: `Invoke`, synchronous or as an event. */
export function lambdaService(invoker: Invoker, events: AsynchronousEvents, authorizer: Authorizer): Service {
  return async (request) => {
    const [, name] = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(request.url.pathname) ?? [];
    if (!name || request.method !== 'POST') {
      return { operation: 'Unknown', ...refusal(501, 'NotImplemented', `${request.method} ${request.url.pathname}`) };
    }
    try {
      const functionName = functionNameOf(decodeURIComponent(name));
      const resource = arn('lambda', `function:${functionName}`);
      authorizer.authorize(request.accessKey, { action: 'lambda:InvokeFunction', resource });
      return { operation: 'Invoke', ...(await invoke(request, functionName, invoker, events)) };
    } catch (error) {
      return { operation: 'Invoke', ...replyTo(error) };
    }
  };
}

async function invoke(
  { headers, body }: ServiceRequest,
  functionName: string,
  invoker: Invoker,
  events: AsynchronousEvents,
): Promise<ServiceReply> {
  const kind = headers['x-amz-invocation-type'] ?? 'RequestResponse';
  if (kind !== 'RequestResponse' && kind !== 'Event') {
    return refusal(501, 'NotImplemented', `invocation type ${kind} is not supported locally`);
  }
  if (body.byteLength > LARGEST[kind]) {
    return refusal(413, 'RequestTooLargeException', `Request must be smaller than ${LARGEST[kind]} bytes`);
  }
  const event: unknown = body.byteLength === 0 ? {} : JSON.parse(body.toString());
  if (kind === 'Event') {
    events.send(functionName, event);
    return { status: 202 };
  }
  const result = await invoker.invoke(functionName, event);
  if (result.kind === 'stream')
    return refusal(501, 'NotImplemented', 'InvokeWithResponseStream is not supported locally');
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(result.payload) };
}

function replyTo(error: unknown): ServiceReply {
  if (error instanceof AccessDenied) return refusal(403, 'AccessDeniedException', error.message);
  if (error instanceof Throttled) return refusal(429, 'TooManyRequestsException', error.message);
  if (error instanceof FunctionNotFound) return refusal(404, 'ResourceNotFoundException', error.message);
  if (error instanceof SyntaxError) return refusal(400, 'InvalidRequestContentException', error.message);
  if (error instanceof FunctionError) {
    return failure({ errorType: error.errorType, errorMessage: error.message, trace: error.stackTrace });
  }
  if (error instanceof TimedOut) return failure({ errorType: 'Sandbox.Timedout', errorMessage: error.message });
  throw error;
}

/** The call succeeded, the function did not. */
function failure(body: object): ServiceReply {
  const headers = { 'content-type': 'application/json', 'x-amz-function-error': 'Unhandled' };
  return { status: 200, headers, body: JSON.stringify(body) };
}

function refusal(status: number, code: string, message: string): ServiceReply {
  const headers = { 'content-type': 'application/json', 'x-amzn-errortype': code };
  return { status, headers, body: JSON.stringify({ Type: 'User', message, Message: message }) };
}
