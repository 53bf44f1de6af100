import { MINUTE } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import { requestOf } from '../observability/invocation.ts';
import { log } from '../observability/log.ts';
import { optional } from '../platform/configuration.ts';
import { sendToWebhooks } from '../platform/queues.ts';
import {
  due,
  getItem,
  type Item,
  SCHEMA_VERSION,
  type StoredItem,
  sessionKeys,
  userKeys,
  type Write,
} from '../store/index.ts';
import type { SessionEvent } from './event.ts';

/** The kind of the due item by which a session is followed: how far its log was handed over. */
export const FOLLOWED_SESSION = 'followed session';

/** Whoever is told of a push looks at once; the sweeper looks at what nobody was told of. */
const LOOKED_AT_WITHIN = MINUTE;

/** A session that is followed from an event on, and looked at by `at`. Without `at` there is nothing to hand over. */
export const followedItem = (
  project: ProjectScope,
  session: string,
  { seq, at }: { seq: number; at: number | undefined },
): StoredItem => {
  const key = sessionKeys.following(project, session);
  return {
    ...key,
    v: SCHEMA_VERSION,
    kind: FOLLOWED_SESSION,
    user_id: project.userId,
    project_id: project.projectId,
    session_id: session,
    seq,
    ...(at !== undefined && due(key, at)),
  };
};

const isFollowed = 'attribute_exists(#pk)';
const isNotFollowed = 'attribute_not_exists(#pk)';

/**
 * What accepting a message in an idle session adds where somebody outside follows it: from this transaction on until all is
 * handed over and the session is idle again, the session is due, so that no event depends on a message that may be lost.
 * `following`: what the log is to say from now on, where it did not know. It costs one read then, and none afterwards.
 */
export const followingOf = async (
  project: ProjectScope,
  session: string,
  { log: known, now }: { log: Item | undefined; now: number },
): Promise<{ writes: Write[]; following: boolean | undefined }> => {
  const at = now + LOOKED_AT_WITHIN;
  if (known?.followed === false) return { writes: [], following: undefined };
  if (known?.followed === true) {
    const key = sessionKeys.following(project, session);
    const update = 'set #due_at = :due_at, #due_shard = :due_shard';
    return { writes: [{ key, update, when: isFollowed, values: due(key, at) }], following: undefined };
  }
  if (!(await getItem(userKeys.notifications(project.user)))) return { writes: [], following: false };
  return { writes: [{ put: followedItem(project, session, { seq: 0, at }), when: isNotFollowed }], following: true };
};

/** What others outside are told of. Text in pieces is for whoever watches it being written; the whole comes as a message. */
export const isFact = ({ event_type }: Pick<SessionEvent, 'event_type'>): boolean => event_type !== 'message_delta';

/** Has the followers of a session look at its log now. Never fails: they are due to look in any case. */
export const tellFollowers = async (project: ProjectScope, session: string): Promise<void> => {
  if (optional('webhooksQueue') === undefined) return;
  const message = {
    kind: 'session',
    user_id: project.userId,
    project_id: project.projectId,
    session_id: session,
    ...requestOf(),
  };
  await sendToWebhooks(message, 0).catch((error: Error) =>
    log.warn('followers not told', { session_id: session, error }),
  );
};
