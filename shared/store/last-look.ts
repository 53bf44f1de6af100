import { MINUTE } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import { due, projectKeys } from './keys/index.ts';
import type { Item, Write } from './table.ts';
import { SCHEMA_VERSION } from './version.ts';

/** Whoever was at work when something went can write until its function's time is up: a call of `/v1` for 15 minutes. */
export const LAST_WRITES = 16 * MINUTE;

/** The kind of the item that says that a user has left. */
export const REMOVED_USER = 'removed_user';

export const REMOVED_AGENT = 'removed_agent';
export const REMOVED_SESSION = 'removed_session';
/** The kinds of items that say what was removed, and is looked at once more. */
export const LAST_LOOKS: readonly string[] = [REMOVED_AGENT, REMOVED_SESSION];

/** An agent; or a session, with the agents that took part and are to forget it. */
export type Removed = { agent: string } | { session: string; agents: string[] };

/**
 * What is removed is removed once more when nobody can be writing to it any longer: memories lie outside of the table,
 * where no condition holds a write back, and a long text is in the bucket before the item that points to it.
 *
 *   worker           has its task .................................... stores a memory, or a text, and loses its fence
 *   deletion                       ends task, removes everything                            16 min later: looks again
 *
 * Goes into the transaction that removes the last item.
 */
export const lastLookWrite = (project: ProjectScope, removed: Removed, now: number): Write => {
  const id = 'agent' in removed ? removed.agent : removed.session;
  const key = projectKeys.removed(project, id);
  return {
    put: {
      ...key,
      v: SCHEMA_VERSION,
      kind: 'agent' in removed ? REMOVED_AGENT : REMOVED_SESSION,
      user_id: project.userId,
      project_id: project.projectId,
      removed_id: id,
      ...('agents' in removed && { agents: removed.agents }),
      ...due(key, now + LAST_WRITES),
    },
  };
};

export const readRemoved = (item: Item): { id: string; agents: string[] } => ({
  id: String(item.removed_id),
  agents: Array.isArray(item.agents) ? item.agents.map(String) : [],
});
