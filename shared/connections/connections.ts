import { type Clock, epochSeconds, HOUR, isoTime, systemClock } from '../core/clock.ts';
import type { Identity } from '../core/identity.ts';
import type { UserScope } from '../core/scope.ts';
import {
  deleteItem,
  getItem,
  type Item,
  pointerKeys,
  SCHEMA_VERSION,
  sessionKeys,
  transact,
  updateItem,
  userKeys,
} from '../store/index.ts';
import { identityAttributes, storedIdentity } from './stored-identity.ts';

/** API Gateway ends a WebSocket after two hours; what was not removed by then goes with the TTL. */
export const MAX_SOCKET_AGE = 2 * HOUR;

/** A session that a connection is subscribed to, in one of its user's projects. */
export type SubscribedSession = { project: string; session: string };

export type Connection = {
  id: string;
  identity: Identity;
  sessions: SubscribedSession[];
  /** When its items expire, in epoch seconds: with the token, or with the socket. */
  expires_at: number;
};

/** As it is stored. Ids never contain a `/`. */
export const subscriptionText = ({ project, session }: SubscribedSession): string => `${project}/${session}`;

const subscriptionOf = (text: string): SubscribedSession => {
  const [project = '', session = ''] = text.split('/');
  return { project, session };
};

/** Remembers an open socket and whose it is, in one transaction with the pointer it is found by. */
export const connect = async (id: string, identity: Identity, clock: Clock = systemClock): Promise<void> => {
  const now = clock.now();
  const ends = Math.min(identity.expiresAt ?? Number.POSITIVE_INFINITY, now + MAX_SOCKET_AGE);
  const expires_at = epochSeconds(ends);
  await transact([
    {
      put: {
        ...userKeys.connection(identity.scope, id),
        v: SCHEMA_VERSION,
        connection_id: id,
        ...identityAttributes(identity),
        connected_at: isoTime(now),
        expires_at,
      },
    },
    { put: { ...pointerKeys.connection(id), v: SCHEMA_VERSION, ...identityAttributes(identity), expires_at } },
  ]);
};

/** The connection a message came over, unless it was closed. The caller checks whether its token is still valid. */
export const findConnection = async (id: string): Promise<Connection | undefined> => {
  const pointer = await getItem(pointerKeys.connection(id));
  const item = pointer && (await getItem(userKeys.connection(storedIdentity(pointer).scope, id)));
  return item && item.closed !== true ? connectionOf(id, item) : undefined;
};

const connectionOf = (id: string, item: Item): Connection => ({
  id,
  identity: storedIdentity(item),
  sessions: [...((item.places as Set<string> | undefined) ?? [])].map(subscriptionOf),
  expires_at: item.expires_at as number,
});

/**
 * Removes a connection and its subscriptions from its user's items. It is marked closed first, so that no subscription
 * is added behind the removal. The pointer is left to `disconnect` and the TTL, so that pushers need no access to it.
 */
export const forgetConnection = async (user: UserScope, id: string): Promise<void> => {
  const key = userKeys.connection(user, id);
  const closed = await updateItem(key, 'set #closed = :yes', { when: 'attribute_exists(#pk)', values: { yes: true } });
  if (closed.ok) {
    const { sessions } = connectionOf(id, closed.item);
    await Promise.all(
      sessions.map(({ project, session }) =>
        deleteItem(sessionKeys.subscription(user.inProject(project), session, id)),
      ),
    );
    await deleteItem(key);
  }
};

/** The socket was closed, by either side. Calling it twice does no harm. */
export const disconnect = async (id: string): Promise<UserScope | undefined> => {
  const pointer = await getItem(pointerKeys.connection(id));
  if (!pointer) return undefined;
  const user = storedIdentity(pointer).scope;
  await forgetConnection(user, id);
  await deleteItem(pointerKeys.connection(id));
  return user;
};
