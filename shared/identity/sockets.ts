import { forgetConnection } from '../connections/index.ts';
import type { UserScope } from '../core/scope.ts';
import { log } from '../observability/log.ts';
import { closeConnection } from '../platform/sockets.ts';
import { type Item, idIn, queryAll, ranges } from '../store/index.ts';

/** What sockets were opened with: the tokens of one sign-in, one API key, any sign-in but one, or anything. */
export type Opener = { family: string } | { credential: string } | { otherThan: string | undefined } | 'anything';

const openedBy = (opener: Opener, item: Item): boolean => {
  if (opener === 'anything') return true;
  if ('family' in opener) return item.family === opener.family;
  if ('credential' in opener) return item.credential === opener.credential;
  return item.family !== undefined && item.family !== opener.otherThan;
};

/**
 * Closes the sockets of a sign-in that ended, of a key that was revoked, or of an account that was locked. Each is removed first, so that nothing more is
 * pushed to one that cannot be closed; such a one is logged, and its next message is refused.
 */
export const closeSockets = async (user: UserScope, opener: Opener): Promise<void> => {
  const range = ranges.connections(user);
  const open: string[] = [];
  for await (const item of queryAll(range)) {
    if (openedBy(opener, item)) open.push(idIn(range, item.sk));
  }
  const ends = await Promise.allSettled(open.map((id) => end(user, id)));
  for (const one of ends) {
    if (one.status === 'rejected') log.error('socket not closed', { error: one.reason as Error });
  }
};

const end = async (user: UserScope, id: string): Promise<void> => {
  try {
    await forgetConnection(user, id);
  } finally {
    await closeConnection(id);
  }
};
