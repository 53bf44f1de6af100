import type middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { Defect } from '../../shared/core/errors.ts';
import type { Identity } from '../../shared/core/identity.ts';
import type { ProjectScope } from '../../shared/core/scope.ts';
import type { RequestClaim } from '../../shared/idempotency/index.ts';
import type { Operation } from './operation.ts';
import type { Pieces } from './reply/reply.ts';

export type RestMiddleware = middy.MiddlewareObj<APIGatewayProxyEvent, APIGatewayProxyResult>;
export type RestRequest = middy.Request<APIGatewayProxyEvent, APIGatewayProxyResult>;

/** What the middlewares know about one request so far. */
export type Exchange = {
  readonly requestId: string;
  readonly startedAt: number;
  /** Lower-case names. */
  readonly headers: Record<string, string>;
  /** Headers for any answer to it. */
  readonly replyHeaders: Record<string, string>;
  operation?: Operation;
  params?: Record<string, string>;
  /** The project in the path of an operation of projects, by id or `default`. */
  projectNamed?: string;
  bodyText?: string;
  body?: unknown;
  identity?: Identity;
  project?: ProjectScope;
  input?: { params: unknown; query: unknown; body: unknown };
  /** What of the body had no effect. */
  readonly ignored: string[];
  idempotencyKey?: string;
  /** An answer that is already decided: the operation does not run. */
  standing?: APIGatewayProxyResult;
  /** The body of a streamed answer. */
  stream?: Pieces;
  /** The answer is not the last one to this request. */
  isInterim?: boolean;
  /** Held while a write under an `Idempotency-Key` is carried out. */
  claim?: RequestClaim & { stop(): void };
  /** The operation has begun and not ended, whatever was answered. */
  underWay?: boolean;
};

/** Keyed by the event, which every hook and the handler have; collected with it. */
const exchanges = new WeakMap<object, Exchange>();

export const openExchange = (event: APIGatewayProxyEvent, requestId: string, now: number): void => {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(event.headers ?? {})) {
    if (value !== undefined) headers[name.toLowerCase()] = value;
  }
  exchanges.set(event, { requestId, startedAt: now, headers, replyHeaders: {}, ignored: [] });
};

export const exchangeOf = (event: APIGatewayProxyEvent): Exchange => {
  const exchange = exchanges.get(event);
  if (!exchange) throw new Defect('A middleware ran before the one that opens the exchange.');
  return exchange;
};

/** The operation, for whatever runs after routing. */
export const operationOf = (exchange: Exchange): Operation => {
  if (!exchange.operation) throw new Defect('A middleware that needs the operation ran before routing.');
  return exchange.operation;
};
