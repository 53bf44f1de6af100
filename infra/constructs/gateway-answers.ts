import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';

type Answer = { type: ResponseType; status?: number; code: string; detail?: string; headers?: Record<string, string> };

/** What API Gateway answers by itself, in the shape of every other error. Statuses are those the API promises. */
const ANSWERS: Answer[] = [
  { type: ResponseType.DEFAULT_4XX, code: 'bad_request' },
  { type: ResponseType.DEFAULT_5XX, code: 'internal_error', detail: 'Something went wrong on our side.' },
  { type: ResponseType.ACCESS_DENIED, status: 403, code: 'forbidden' },
  // Its name for "no such path": the tree has a method wherever it has a resource.
  { type: ResponseType.MISSING_AUTHENTICATION_TOKEN, status: 404, code: 'not_found', detail: 'There is nothing here.' },
  { type: ResponseType.RESOURCE_NOT_FOUND, status: 404, code: 'not_found', detail: 'There is nothing here.' },
  {
    type: ResponseType.REQUEST_TOO_LARGE,
    status: 413,
    code: 'payload_too_large',
    detail: 'The request is larger than 10 MB.',
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
    code: 'internal_error',
    detail: 'Something went wrong on our side.',
  },
  {
    type: ResponseType.INTEGRATION_TIMEOUT,
    status: 503,
    code: 'unavailable',
    detail: 'This took longer than 29 seconds and was given up.',
    headers: { 'Retry-After': "'1'" },
  },
];

/** API Gateway fills in variables and knows no functions, so the time cannot be ISO: `21/Nov/2026:08:00:00 +0000`. */
const body = ({ code, detail }: Answer): string =>
  `{"detail":${detail ? JSON.stringify(detail) : '$context.error.messageString'},"error_code":"${code}",` +
  '"timestamp":"$context.requestTime","request_id":"$context.requestId"}';

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

/** A lone origin is named, too. Several cannot be: no variable holds the one that asked. */
export function answerInOneShape(api: RestApi, allowedOrigins: string[]): void {
  const [origin] = allowedOrigins;
  for (const answer of ANSWERS) {
    api.addGatewayResponse(answer.type.responseType, {
      type: answer.type,
      ...(answer.status && { statusCode: String(answer.status) }),
      responseHeaders: {
        'x-request-id': 'context.requestId',
        ...SECURITY_HEADERS,
        ...(origin && allowedOrigins.length === 1 && { 'Access-Control-Allow-Origin': `'${origin}'` }),
        ...answer.headers,
      },
      templates: { 'application/json': body(answer) },
    });
  }
}
