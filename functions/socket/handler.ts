import type { Context } from 'aws-lambda';
import { recordAudit } from '../../shared/audit/index.ts';
import { disconnect } from '../../shared/connections/index.ts';
import { systemClock } from '../../shared/core/clock.ts';
import { Defect } from '../../shared/core/errors.ts';
import { beginInvocation } from '../../shared/observability/invocation.ts';
import { log } from '../../shared/observability/log.ts';
import { closeConnection, postToConnection } from '../../shared/platform/sockets.ts';
import { type ConnectEvent, openConnection, senderOf } from './connect.ts';
import { handleMessage } from './message.ts';

/** The WebSocket API's routes. Replies are sent over `@connections`, as events are: the routes themselves return nothing. */
export const handler = async (event: ConnectEvent, context: Context): Promise<{ statusCode: number }> => {
  const { connectionId, requestId } = event.requestContext;
  return beginInvocation({ request_id: requestId, connection_id: connectionId }, () => route(event, context));
};

const route = async (event: ConnectEvent, context: Context): Promise<{ statusCode: number }> => {
  const { routeKey } = event.requestContext;
  if (routeKey === '$connect') return { statusCode: await openConnection(event) };
  if (routeKey === '$disconnect') return { statusCode: await closed(event) };
  if (routeKey === '$default') return { statusCode: await message(event, context) };
  throw new Defect(`There is no handler for the route ${routeKey}.`);
};

const closed = async (event: ConnectEvent): Promise<200> => {
  const { connectionId } = event.requestContext;
  const user = await disconnect(connectionId);
  if (user) await recordAudit(user, 'stream_closed', { ...senderOf(event), target: connectionId }, systemClock.now());
  log.info('socket closed', { user_id: user?.userId });
  return 200;
};

const message = async (event: ConnectEvent, context: Context): Promise<200> => {
  const { connectionId } = event.requestContext;
  const handled = await handleMessage(connectionId, event.body ?? '', {
    origin: senderOf(event),
    post: (text) => postToConnection(connectionId, text),
    remaining: () => context.getRemainingTimeInMillis(),
  });
  const delivered = await postToConnection(connectionId, JSON.stringify(handled.reply));
  log.info('socket message', { action: handled.action, ok: handled.reply.ok, delivered });
  if (delivered === 'gone') await disconnect(connectionId);
  else if (handled.closes) await closeConnection(connectionId);
  return 200;
};
