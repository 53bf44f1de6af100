import { LRUCache } from 'lru-cache';
import { type Clock, MINUTE, systemClock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { sessionKeyPart } from './session-key.ts';
import { SessionPlaceholderStore } from './session-store.ts';

/** Sessions in use. A copy is loaded again after a minute, so that a deleted session is soon forgotten here too. */
const opened = new LRUCache<string, Promise<SessionPlaceholderStore>>({ max: 500, ttl: MINUTE });

/** The placeholder store of a session, from this container's memory or the table. */
export const openPlaceholderStore = (
  scope: ProjectScope,
  session: string,
  clock: Clock = systemClock,
): Promise<SessionPlaceholderStore> => {
  const name = `${scope.prefix}#SES#${sessionKeyPart(session)}`;
  const known = opened.get(name);
  if (known) return known;
  const opening = SessionPlaceholderStore.open(scope, session, clock);
  opened.set(name, opening);
  // The caller sees a failure; the next call tries again.
  opening.catch(() => opened.delete(name));
  return opening;
};

/** Empties the memory, as in a new container. */
export const forgetPlaceholderStores = (): void => opened.clear();
