import * as z from 'zod';
import { type Clock, isoTime, systemClock } from '../core/clock.ts';
import { NotFound } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { ProjectScope } from '../core/scope.ts';
import {
  due,
  getItems,
  type Item,
  idIn,
  projectKeys,
  queryFiltered,
  ranges,
  SCHEMA_VERSION,
  sessionKeys,
  transact,
  updateItem,
  type Write,
} from '../store/index.ts';
import { readSessionState, requireOpenSession, type SessionState } from './state.ts';

/** A chat as clients see it. */
export const sessionSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    created_at: z.string(),
    updated_at: z.string(),
    message_count: z.number().int(),
    busy: z.boolean(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof sessionSchema>;

const publicSession = (state: SessionState): Session => ({
  id: state.session_id,
  title: state.title,
  created_at: isoTime(state.created_at),
  updated_at: isoTime(state.updated_at),
  message_count: state.message_count,
  busy: state.active !== undefined,
});

export const createSession = async (
  project: ProjectScope,
  input: { title?: string },
  clock: Clock = systemClock,
): Promise<Session> => {
  const { state, writes } = newSession(project, input, clock.now());
  await transact(writes);
  return publicSession(state);
};

/** The items of a new session, for the transaction that creates it. */
export const newSession = (
  project: ProjectScope,
  input: { title?: string; nameHash?: string },
  now: number,
): { state: SessionState; writes: Write[] } => {
  const id = newId('ses', now);
  const state: SessionState = {
    user_id: project.userId,
    project_id: project.projectId,
    session_id: id,
    title: input.title ?? 'New chat',
    status: 'open',
    queued: 0,
    message_count: 0,
    ...(input.nameHash !== undefined && { name_hash: input.nameHash }),
    created_at: now,
    updated_at: now,
  };
  const writes: Write[] = [
    { put: { ...sessionKeys.state(project, id), v: SCHEMA_VERSION, kind: 'session', ...state } },
    { put: { ...projectKeys.session(project, id), v: SCHEMA_VERSION, session_id: id } },
  ];
  return { state, writes };
};

export const getSession = async (project: ProjectScope, id: string): Promise<Session> =>
  publicSession(await requireOpenSession(project, id));

/** The chats that list entries lead to, in the same order; one that is being deleted is left out. */
const openSessions = async (project: ProjectScope, entries: Item[]): Promise<(Session | undefined)[]> => {
  const ids = entries.map(({ session_id }) => String(session_id));
  const states = (await getItems(ids.map((id) => sessionKeys.state(project, id)))).map(readSessionState);
  const byId = new Map(states.map((state) => [state.session_id, state]));
  return ids.map((id) => {
    const state = byId.get(id);
    return state?.status === 'open' ? publicSession(state) : undefined;
  });
};

/** A page of the project's sessions, newest first. */
export const listSessions = async (
  project: ProjectScope,
  options: { limit: number; after?: string; oldestFirst?: boolean },
): Promise<{ items: Session[]; next: string | undefined }> => {
  const { items, next } = await queryFiltered(
    {
      ...ranges.sessions(project),
      limit: options.limit,
      ...(!options.oldestFirst && { newestFirst: true }),
      ...(options.after !== undefined && { after: projectKeys.session(project, options.after).sk }),
    },
    (entries) => openSessions(project, entries),
  );
  return { items, next: next === undefined ? undefined : idIn(ranges.sessions(project), next) };
};

const isOpen = '#status = :open';

export const renameSession = async (
  project: ProjectScope,
  id: string,
  { title, clock = systemClock }: { title: string; clock?: Clock | undefined },
): Promise<Session> => {
  const outcome = await updateItem(sessionKeys.state(project, id), 'SET #title = :title, #updated_at = :now', {
    when: isOpen,
    values: { title, open: 'open', now: clock.now() },
  });
  if (!outcome.ok) throw new NotFound('There is no such session.');
  return publicSession(readSessionState(outcome.item));
};

/** The session is closed at once; what it holds is removed by the bus, which first ends its runs. */
export const markSessionDeleting = async (
  project: ProjectScope,
  id: string,
  { keepMemories, clock = systemClock }: { keepMemories: boolean; clock?: Clock | undefined },
): Promise<void> => {
  const key = sessionKeys.state(project, id);
  const outcome = await updateItem(
    key,
    'SET #status = :deleting, #keep_memories = :keep, #due_at = :due_at, #due_shard = :due_shard',
    {
      when: isOpen,
      values: { open: 'open', deleting: 'deleting', keep: keepMemories, ...due(key, clock.now()) },
    },
  );
  if (!outcome.ok) throw new NotFound('There is no such session.');
};
