import { isId } from '../../core/ids.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { createSession, getSession, sessionNamed } from '../../sessions/index.ts';

/**
 * The session of a request: one of the caller's own by its id, one by a name the client chose, or else a new one for this
 * request alone. Another user's id is not found.
 */
export const sessionFor = async (project: ProjectScope, name: string | undefined, title: string): Promise<string> => {
  if (name === undefined) return (await createSession(project, { title })).id;
  if (isId('ses', name)) return (await getSession(project, name)).id;
  return sessionNamed(project, name, { input: { title } });
};
