import { type Clock, epochSeconds, MINUTE, SECOND, systemClock } from '../core/clock.ts';
import { Conflict, TooManyRequests } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import {
  getItem,
  isSameKey,
  type Key,
  queryAll,
  ranges,
  SCHEMA_VERSION,
  sessionKeys,
  transact,
  updateItem,
  userKeys,
  type Write,
} from '../store/index.ts';
import { type Connection, MAX_SOCKET_AGE, subscriptionText } from './connections.ts';

/** Sessions one socket may subscribe to: its item stays small, and a ping reads the end of each. */
const MAX_SUBSCRIPTIONS = 50;

const maySubscribe =
  'attribute_exists(#pk) and attribute_not_exists(#closed) and ' +
  '(attribute_not_exists(#places) or contains(#places, :subscription) or size(#places) < :most)';

/** A connection that is told of a session's events. `batches`: its client understands several in one frame. */
export type Listener = { id: string; batches: boolean };

/**
 * Registers a connection for a session's events. Repeating it changes nothing but whether it takes several events in one
 * frame. To miss nothing, the caller registers first and reads the log afterwards; what is appended from then on is pushed.
 */
export const subscribe = async (
  project: ProjectScope,
  session: string,
  { connection, batches = false }: { connection: Connection; batches?: boolean },
): Promise<void> => {
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
      ...(batches && { batches }),
      expires_at: connection.expires_at,
    },
  };
  const outcome = await transact([listen, register]);
  if (outcome.ok) return markHeard(project, session);
  if (outcome.items[0] === undefined || outcome.items[0].closed === true) {
    throw new Conflict('This connection is closing.');
  }
  throw new TooManyRequests(`A connection can subscribe to at most ${MAX_SUBSCRIPTIONS} sessions.`);
};

/** Longer than any socket lives that may subscribe meanwhile, so that one mark serves for many. */
const HEARD_FOR = 2 * MAX_SOCKET_AGE;
const isOlder = 'attribute_exists(#pk) and (attribute_not_exists(#heard_until) or #heard_until < :until)';

/**
 * Has whoever appends look for listeners, after the registration and before the log is read (`events/hearing.ts`). A log
 * that is not there yet makes everybody look.
 */
const markHeard = async (project: ProjectScope, session: string, clock: Clock = systemClock): Promise<void> => {
  const key = sessionKeys.log(project, session);
  const log = await getItem(key);
  const now = clock.now();
  const until = log?.heard_until as number | undefined;
  if (!log || (until ?? 0) >= epochSeconds(now + MAX_SOCKET_AGE + MINUTE)) return;
  await updateItem(key, 'set #heard_until = :until', {
    when: isOlder,
    values: { until: epochSeconds(now + HEARD_FOR) },
  });
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
): Promise<Listener[]> => (await audience(project, session, clock)).listeners;

/** The same, and whether webhooks or mails follow the session: they are read together. */
export const audience = async (
  project: ProjectScope,
  session: string,
  clock: Clock = systemClock,
): Promise<{ listeners: Listener[]; isFollowed: boolean }> => {
  const following = sessionKeys.following(project, session);
  const found: Listener[] = [];
  let isFollowed = false;
  for await (const item of queryAll(ranges.subscriptions(project, session))) {
    if (isSameKey(item, following)) isFollowed = true;
    else if ((item.expires_at as number) > clock.now() / SECOND)
      found.push({ id: item.connection_id as string, batches: item.batches === true });
  }
  return { listeners: found, isFollowed };
};
