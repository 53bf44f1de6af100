import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { Origin } from '../../shared/audit/index.ts';
import { basePathOf } from '../routing/base-path.ts';
import type { Exchange } from '../routing/exchange.ts';
import type { Context, RequestFacts } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';

/** `a=1; b=2` in pairs; the first of two equal names counts (RFC 6265, section 5.4: the more specific path comes first). */
export const cookiesOf = (header: string | undefined): Record<string, string> => {
  const pairs = (header ?? '').split(';').flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=');
    return at > 0 ? [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]] : [];
  });
  return Object.fromEntries(pairs.reverse());
};

/** Who sent a request, for the audit trail. */
export const senderOf = (event: APIGatewayProxyEvent, { requestId, headers }: Exchange): Origin =>
  originOf({ id: requestId, sourceIp: event.requestContext.identity?.sourceIp, userAgent: headers['user-agent'] });

const factsOf = (event: APIGatewayProxyEvent, exchange: Exchange, signal: AbortSignal): RequestFacts => ({
  id: exchange.requestId,
  sourceIp: event.requestContext.identity?.sourceIp ?? '',
  userAgent: (exchange.headers['user-agent'] ?? '').slice(0, 256),
  headers: exchange.headers,
  cookies: cookiesOf(exchange.headers.cookie),
  basePath: basePathOf(event),
  ignore: (fields) => {
    exchange.ignored.push(...fields);
  },
  ...(exchange.idempotencyKey !== undefined && { idempotencyKey: exchange.idempotencyKey }),
  signal,
});

/**
 * The argument of the operation's `handle`. A public one has no identity, scope or project, and neither has its type; for
 * all others authentication has set them, or the request would have been refused before.
 */
export const contextOf = (
  event: APIGatewayProxyEvent,
  exchange: Exchange,
  signal: AbortSignal,
): Context<unknown, unknown, unknown> => {
  const input = { ...exchange.input, request: factsOf(event, exchange, signal) };
  const { identity, project } = exchange;
  return { ...input, ...(identity && { identity, scope: identity.scope, project }) } as Context<
    unknown,
    unknown,
    unknown
  >;
};
