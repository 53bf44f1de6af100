import type { APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';
import { type Origin, recordAudit } from '../../shared/audit/index.ts';
import { connect } from '../../shared/connections/index.ts';
import { type Clock, systemClock } from '../../shared/core/clock.ts';
import { Forbidden, Unauthorized } from '../../shared/core/errors.ts';
import type { Identity } from '../../shared/core/identity.ts';
import { authenticateBearer, notSignedIn, redeemTicket } from '../../shared/identity/index.ts';
import { log } from '../../shared/observability/log.ts';
import { bearerToken, headerOf } from '../routing/credentials.ts';
import { originOf } from '../routing/origin.ts';

/** API Gateway's `$connect` looks like a REST event: it alone has headers and a query. */
export type ConnectEvent = APIGatewayProxyWebsocketEventV2 & {
  headers?: Record<string, string | undefined>;
  queryStringParameters?: Record<string, string | undefined> | null;
};

/** API Gateway's own record of the sender: only `$connect` has headers. */
export const senderOf = ({ requestContext }: APIGatewayProxyWebsocketEventV2): Origin => {
  const { identity } = requestContext as { identity?: { sourceIp?: string; userAgent?: string } };
  return originOf({ id: requestContext.requestId, ...identity });
};

/** Accepts a client with a valid ticket or Authorization header; any other handshake is answered with 401. */
export const openConnection = async (event: ConnectEvent, clock: Clock = systemClock): Promise<200 | 401> => {
  const { connectionId } = event.requestContext;
  try {
    const identity = await identify(event, clock);
    await connect(connectionId, identity, clock);
    const { scope, via, credential } = identity;
    await recordAudit(scope, 'stream_opened', { ...senderOf(event), target: connectionId }, clock.now());
    log.info('socket opened', { connection_id: connectionId, user_id: scope.userId, via, credential });
    return 200;
  } catch (error) {
    if (!(error instanceof Unauthorized || error instanceof Forbidden)) throw error;
    const reason = error.cause instanceof Error ? error.cause.message : error.message;
    log.warn('socket refused', { connection_id: connectionId, reason, source_ip: senderOf(event).sourceIp });
    return 401;
  }
};

const identify = async (event: ConnectEvent, clock: Clock): Promise<Identity> => {
  const { headers, queryStringParameters } = event;
  const ticket = queryStringParameters?.ticket;
  if (ticket !== undefined) {
    const identity = await redeemTicket(ticket, clock);
    if (!identity) throw notSignedIn('a ticket that is unknown, used or too old');
    return identity;
  }
  const token = bearerToken(headerOf(headers, 'authorization'));
  if (token === undefined) throw notSignedIn('neither ticket nor bearer token');
  return authenticateBearer(token, { origin: senderOf(event), clock });
};
