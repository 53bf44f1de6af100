import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { INTERNAL_ERROR } from '../../shared/core/errors.ts';

type Answer = { type: ResponseType; status?: number; code: string; detail?: string; headers?: Record<string, string> };

const NOTHING_THERE = 'There is nothing at this path.';

/** The most that any path takes (`functions/routing/body-limits.ts`): where the gateway refuses, it does not know which path was meant. */
const MAX_BODY_BYTES = 4.5 * 1024 * 1024;

/** API Gateway's own answers, in the shape of every other error, with the statuses the API documents. */
const ANSWERS: Answer[] = [
  { type: ResponseType.DEFAULT_4XX, code: 'bad_request' },
  { type: ResponseType.DEFAULT_5XX, code: INTERNAL_ERROR.error_code, detail: INTERNAL_ERROR.detail },
  { type: ResponseType.ACCESS_DENIED, status: 403, code: 'forbidden' },
  // Its name for "no such path", which is rare: the tree routes unknown paths to a function.
  { type: ResponseType.MISSING_AUTHENTICATION_TOKEN, status: 404, code: 'not_found', detail: NOTHING_THERE },
  { type: ResponseType.RESOURCE_NOT_FOUND, status: 404, code: 'not_found', detail: NOTHING_THERE },
  {
    type: ResponseType.REQUEST_TOO_LARGE,
    status: 413,
    code: 'payload_too_large',
    detail: `The request is too large: no path takes a body of more than ${MAX_BODY_BYTES} bytes.`,
  },
  {
    type: ResponseType.THROTTLED,
    status: 429,
    code: 'too_many_requests',
    detail: 'Too many requests at the moment.',
    headers: { 'Retry-After': "'1'" },
  },
  {
    type: ResponseType.INTEGRATION_FAILURE,
    status: 500,
    code: INTERNAL_ERROR.error_code,
    detail: INTERNAL_ERROR.detail,
  },
  {
    type: ResponseType.INTEGRATION_TIMEOUT,
    status: 503,
    code: 'unavailable',
    detail: 'This took longer than 29 seconds and was given up.',
    headers: { 'Retry-After': "'1'" },
  },
];

/**
 * The templates have variables but no functions ("not processed by the VTL engine"), and no variable holds an ISO time:
 * `$context.requestTime` is like `29/Nov/2026:20:18:10 +0000`, which `new Date` does not read. So `timestamp` is in milliseconds here,
 * as the schema of errors says; `new Date(timestamp)` reads both.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-gateway-responses.gatewayResponse.html
 */
const body = ({ code, detail }: Answer): string =>
  `{"detail":${detail ? JSON.stringify(detail) : '$context.error.messageString'},"error_code":"${code}",` +
  '"timestamp":$context.requestTimeEpoch,"request_id":"$context.requestId"}';

/** Those of `functions/middleware/security-headers.ts`, which these answers never reach. */
const SECURITY_HEADERS = {
  'Strict-Transport-Security': "'max-age=31536000; includeSubDomains'",
  // Single quotes enclose a value and cannot be in it. A list without sources says the same as 'none' (CSP 3, 2.3.1).
  'Content-Security-Policy': "'default-src; frame-ancestors'",
  'X-Frame-Options': "'DENY'",
  'X-Content-Type-Options': "'nosniff'",
  'Referrer-Policy': "'no-referrer'",
  'Cache-Control': "'no-store'",
};

/**
 * Lets browsers read these answers. One configured origin is named and may send credentials, as in a function's answers.
 * Of several, no variable tells which of them asked, and echoing `Origin` would admit every site with its credentials. So
 * any page may read them, without credentials: nothing in them is about a user.
 */
function corsHeaders(allowedOrigins: string[]): Record<string, string> {
  const [origin] = allowedOrigins;
  if (origin === undefined) return {};
  const named = allowedOrigins.length === 1 && origin !== '*';
  return {
    'Access-Control-Allow-Origin': named ? `'${origin}'` : "'*'",
    ...(named && { 'Access-Control-Allow-Credentials': "'true'" }),
    'Access-Control-Expose-Headers': "'retry-after, x-request-id'",
  };
}

export function answerInOneShape(api: RestApi, allowedOrigins: string[]): void {
  for (const answer of ANSWERS) {
    api.addGatewayResponse(answer.type.responseType, {
      type: answer.type,
      ...(answer.status && { statusCode: String(answer.status) }),
      responseHeaders: {
        'x-request-id': 'context.requestId',
        ...SECURITY_HEADERS,
        ...corsHeaders(allowedOrigins),
        ...answer.headers,
      },
      templates: { 'application/json': body(answer) },
    });
  }
}
