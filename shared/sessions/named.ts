import { type Clock, systemClock } from '../core/clock.ts';
import { sha256 } from '../core/digest.ts';
import { Conflict } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import { getItem, projectKeys, SCHEMA_VERSION, transact } from '../store/index.ts';
import { newSession } from './session.ts';
import { findSessionState } from './state.ts';

/** Two first requests of one conversation may arrive at once; the second one finds the session of the first. */
const MAX_ATTEMPTS = 4;

const nameAsRead = '#session_id = :known';

/**
 * The session for a name a client chose, created at its first use. Once that session is deleted, the name leads to a new
 * one, so that a conversation can start again under the same name.
 */
export const sessionNamed = async (
  project: ProjectScope,
  name: string,
  { input = {}, clock = systemClock }: { input?: { title?: string } | undefined; clock?: Clock | undefined } = {},
): Promise<string> => {
  const nameHash = sha256(name);
  const key = projectKeys.sessionName(project, nameHash);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const known = (await getItem(key))?.session_id as string | undefined;
    if (known !== undefined && (await findSessionState(project, known))?.status === 'open') return known;
    const { state, writes } = newSession(project, { ...input, nameHash }, clock.now());
    const pointer = {
      put: { ...key, v: SCHEMA_VERSION, session_id: state.session_id },
      when: known === undefined ? 'attribute_not_exists(#pk)' : nameAsRead,
      ...(known !== undefined && { values: { known } }),
    };
    const outcome = await transact([pointer, ...writes]);
    if (outcome.ok) return state.session_id;
  }
  throw new Conflict('Another request is creating the session.', { retryAfter: 1 });
};
