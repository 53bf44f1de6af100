import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { type Clock, SECOND, systemClock } from '../../shared/core/clock.ts';
import { Defect, Unavailable } from '../../shared/core/errors.ts';
import { beginInvocation } from '../../shared/observability/invocation.ts';
import { withSealedCursors } from '../routing/cursors/sealed.ts';
import { exchangeOf, operationOf } from '../routing/exchange.ts';
import type { Operation } from '../routing/operation.ts';
import { responseOf } from '../routing/reply/response.ts';
import { Router } from '../routing/router.ts';
import { auditTrail } from './audit-trail.ts';
import { type Authenticate, authentication } from './authentication.ts';
import { authorization } from './authorization.ts';
import { bodySize } from './body-size.ts';
import { cors } from './cors.ts';
import { type ErrorShape, errorResponse } from './error-response.ts';
import { headRequest } from './head-request.ts';
import { idempotency } from './idempotency.ts';
import { ignoredHeader } from './ignored-header.ts';
import { jsonBody } from './json-body.ts';
import { type Admit, rateLimit } from './rate-limit.ts';
import { contextOf } from './request-context.ts';
import { requestId, requestIdOf } from './request-id.ts';
import { requestLog } from './request-log.ts';
import { route } from './route.ts';
import { securityHeaders } from './security-headers.ts';
import { validation } from './validation.ts';

/** Who may come in, and how often. */
export type Entry = { authenticate?: Authenticate; admit?: Admit };

type Options = Entry & {
  clock?: Clock;
  errors?: ErrorShape;
  /** Aborts an operation whose client no longer waits. */
  signal?: AbortSignal;
};
export type RestHandler = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>;

/** Time reserved for an answer in our own shape when an operation takes as long as the function may run. */
const TO_ANSWER = SECOND;

/**
 * The Lambda handler of a REST context. The middlewares run in the order of the list, the first one outermost, so that
 * every answer, errors included, has a request id, is logged and has the security headers.
 */
export const restHandler = (operations: readonly Operation[], options: Options = {}): RestHandler => {
  const { clock = systemClock, authenticate, admit, errors } = options;
  const handler = middy<APIGatewayProxyEvent, APIGatewayProxyResult>(answering(options.signal), {
    timeoutEarlyInMillis: TO_ANSWER,
    timeoutEarlyResponse: () => {
      throw new Unavailable('The request took too long.', { retryAfter: 1 });
    },
  }).use([
    headRequest(),
    requestId(clock),
    requestLog(clock),
    securityHeaders(),
    cors(),
    errorResponse(clock, errors),
    route(new Router(operations)),
    bodySize(),
    jsonBody(),
    authentication(authenticate),
    rateLimit(clock, admit),
    authorization(),
    ignoredHeader(clock),
    validation(),
    idempotency(clock),
    auditTrail(clock),
  ]);
  return (event, context) =>
    beginInvocation({ request_id: requestIdOf(event, context) }, () => handler(event, context));
};

const answering =
  (over: AbortSignal | undefined) =>
  async (
    event: APIGatewayProxyEvent,
    _context: Context,
    { signal }: { signal: AbortSignal },
  ): Promise<APIGatewayProxyResult> => {
    const exchange = exchangeOf(event);
    if (exchange.standing) return exchange.standing;
    if (!exchange.input) throw new Defect('An operation was reached without checked input.');
    const ends = over ? AbortSignal.any([signal, over]) : signal;
    exchange.underWay = true;
    const reply = await withSealedCursors(operationOf(exchange), contextOf(event, exchange, ends)).finally(() => {
      exchange.underWay = false;
    });
    if (reply.stream) exchange.stream = reply.stream;
    if (reply.isInterim) exchange.isInterim = true;
    return responseOf(reply);
  };
