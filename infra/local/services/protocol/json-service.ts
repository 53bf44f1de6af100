import { AccessDenied, type AccessRequest, type Authorizer } from '../iam/authorizer.ts';
import { type Service, ServiceError } from './service.ts';

export type Input = Record<string, unknown>;

/** One action of a service: what the caller must be allowed to do, and what is done. */
export type JsonAction = {
  access: (input: Input) => AccessRequest;
  run: (input: Input) => unknown;
};

export type JsonServiceOptions = {
  version: '1.0' | '1.1';
  authorizer: Authorizer;
  actions: Record<string, JsonAction>;
  /** How the service calls a refusal by IAM. */
  deniedCode: string;
};

/** A service that speaks AWS's JSON protocol: the action is named in `X-Amz-Target`. */
export function jsonService({ version, authorizer, actions, deniedCode }: JsonServiceOptions): Service {
  return async ({ headers, body, accessKey }) => {
    const operation = String(headers['x-amz-target'] ?? '').split('.')[1] ?? '';
    const contentType = { 'content-type': `application/x-amz-json-${version}` };
    try {
      const action = actions[operation];
      if (!action) throw new ServiceError('UnknownOperationException', `${operation} is not supported locally`);
      const input = JSON.parse(body.toString() || '{}') as Input;
      authorizer.authorize(accessKey, action.access(input));
      const output = await action.run(input);
      return { operation, status: 200, headers: contentType, body: JSON.stringify(output ?? {}) };
    } catch (error) {
      const refusal = refusalOf(error, deniedCode);
      const text = JSON.stringify({ __type: refusal.code, message: refusal.message, Message: refusal.message });
      const named = { ...contentType, 'x-amzn-errortype': refusal.code };
      return { operation, status: refusal.status, headers: named, body: text };
    }
  };
}

function refusalOf(error: unknown, deniedCode: string): ServiceError {
  if (error instanceof ServiceError) return error;
  if (error instanceof AccessDenied) return new ServiceError(deniedCode, error.message);
  if (error instanceof SyntaxError) return new ServiceError('SerializationException', error.message);
  throw error;
}
