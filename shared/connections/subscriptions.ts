import { type Clock, SECOND, systemClock } from '../core/clock.ts';
import { Conflict, TooManyRequests } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import {
  type Key,
  queryAll,
  ranges,
  SCHEMA_VERSION,
  sessionKeys,
  transact,
  userKeys,
  type Write,
} from '../store/index.ts';
import { type Connection, subscriptionText } from './connections.ts';

/** Sessions one socket may subscribe to: its item stays small, and a ping reads the end of each. */
const MAX_SUBSCRIPTIONS = 50;

const maySubscribe =
  'attribute_exists(#pk) and attribute_not_exists(#closed) and ' +
  '(attribute_not_exists(#places) or contains(#places, :subscription) or size(#places) < :most)';

/**
 * Registers a connection for a session's events. Repeating it changes nothing. To miss nothing, the caller registers
 * first and reads the log afterwards.
 */
export const subscribe = async (project: ProjectScope, session: string, connection: Connection): Promise<void> => {
  const subscription = subscriptionText({ project: project.projectId, session });
  const listen: Write = {
    key: userKeys.connection(project.user, connection.id),
    update: 'add #places :places',
    when: maySubscribe,
    values: { places: new Set([subscription]), subscription, most: MAX_SUBSCRIPTIONS },
  };
  const register: Write = {
    put: {
      ...sessionKeys.subscription(project, session, connection.id),
      v: SCHEMA_VERSION,
      connection_id: connection.id,
      expires_at: connection.expires_at,
    },
  };
  const outcome = await transact([listen, register]);
  if (outcome.ok) return;
  if (outcome.items[0] === undefined || outcome.items[0].closed === true) {
    throw new Conflict('This connection is closing.');
  }
  throw new TooManyRequests(`A connection can subscribe to at most ${MAX_SUBSCRIPTIONS} sessions.`);
};

/** Ends a subscription; does nothing where there is none. */
export const unsubscribe = async (project: ProjectScope, session: string, connection: Connection): Promise<void> => {
  const key: Key = userKeys.connection(project.user, connection.id);
  await transact([
    { remove: sessionKeys.subscription(project, session, connection.id) },
    {
      key,
      update: 'delete #places :places',
      when: 'attribute_exists(#pk)',
      values: { places: new Set([subscriptionText({ project: project.projectId, session })]) },
    },
  ]);
};

/** The connections subscribed to a session, read consistently from the base table: an index would lag. */
export const listeners = async (
  project: ProjectScope,
  session: string,
  clock: Clock = systemClock,
): Promise<string[]> => {
  const connections: string[] = [];
  for await (const item of queryAll(ranges.subscriptions(project, session))) {
    if ((item.expires_at as number) > clock.now() / SECOND) connections.push(item.connection_id as string);
  }
  return connections;
};
