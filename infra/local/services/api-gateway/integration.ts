import { LIMITS } from './limits.ts';

/** The name an AWS::Lambda::Permission lets API Gateway in under. */
export const GATEWAY_SERVICE = 'apigateway.amazonaws.com';

/** Where a route leads: one function, and how it is called. */
export type Integration = { functionName: string; stream: boolean; timeoutMs: number };

const MIN_TIMEOUT_MS = 50;
const INVOCATION =
  /^arn:[\w-]+:apigateway:[\w-]+:lambda:path\/(2015-03-31|2021-11-15)\/functions\/arn:[\w-]+:lambda:[\w-]+:\d{12}:function:([\w-]+)\/(invocations|response-streaming-invocations)$/;

/**
 * Reads the integration of a REST method or WebSocket route, or says why API Gateway would refuse it (or why it is not
 * supported here). Only Lambda proxy integrations are.
 */
export function readIntegration(properties: Record<string, unknown>): Integration | { refused: string } {
  const { Type: type, Uri: uri, IntegrationHttpMethod: verb, ResponseTransferMode: mode } = properties;
  if (type !== 'AWS_PROXY')
    return { refused: `integration type ${JSON.stringify(type)} is not supported, only AWS_PROXY` };
  if (verb !== undefined && verb !== 'POST') return { refused: 'a Lambda integration is called with POST' };
  if (verb === undefined) return { refused: 'IntegrationHttpMethod is missing' };
  if (properties.Credentials !== undefined) return { refused: 'integration Credentials are not supported' };
  const [, version, functionName, action] = INVOCATION.exec(String(uri)) ?? [];
  if (!version || !functionName) return { refused: `Uri ${JSON.stringify(uri)} is not a Lambda invocation` };
  const stream = mode === 'STREAM';
  if (mode !== undefined && mode !== 'STREAM' && mode !== 'BUFFERED')
    return { refused: `unknown ResponseTransferMode ${mode}` };
  const streamingUri = version === '2021-11-15' && action === 'response-streaming-invocations';
  const bufferedUri = version === '2015-03-31' && action === 'invocations';
  if (stream && !streamingUri)
    return { refused: 'ResponseTransferMode STREAM needs the 2021-11-15 response-streaming-invocations Uri' };
  if (!stream && !bufferedUri) return { refused: 'a streaming Uri needs ResponseTransferMode STREAM' };
  const timeoutMs = Number(properties.TimeoutInMillis ?? LIMITS.integrationMs);
  const longest = stream ? LIMITS.streamMs : LIMITS.integrationMs;
  if (!(timeoutMs >= MIN_TIMEOUT_MS && timeoutMs <= longest)) {
    return { refused: `TimeoutInMillis ${timeoutMs} is not between ${MIN_TIMEOUT_MS} and ${longest}` };
  }
  return { functionName, stream, timeoutMs };
}
