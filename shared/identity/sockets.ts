import type { UserScope } from '../core/scope.ts';
import { log } from '../observability/log.ts';
import { closeConnection } from '../platform/sockets.ts';
import { queryAll, userKeys } from '../store/index.ts';

const PREFIX = 'CONNECTION#';

/**
 * Closes the sockets of one sign-in. Their items are removed when API Gateway reports each as disconnected. One that cannot
 * be closed is logged: the sign-out stands, and the socket refuses its next message, because its token is revoked.
 */
export const closeSockets = async (user: UserScope, family: string): Promise<void> => {
  const open: string[] = [];
  for await (const item of queryAll({ in: userKeys.connection(user, ''), prefix: PREFIX })) {
    if (item.family === family) open.push(item.sk.slice(PREFIX.length));
  }
  const ends = await Promise.allSettled(open.map(closeConnection));
  for (const end of ends) {
    if (end.status === 'rejected')
      log.error('a socket could not be closed at sign-out', { error: end.reason as Error });
  }
};
