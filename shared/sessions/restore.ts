import type { ProjectScope } from '../core/scope.ts';
import { packText, projectKeys, SCHEMA_VERSION, sessionKeys, transact, type Write } from '../store/index.ts';
import { type Message, messageItem } from './message.ts';
import type { SessionState } from './state.ts';

export type RestoredSession = Pick<SessionState, 'session_id' | 'title' | 'created_at' | 'updated_at'>;
export type RestoredMessage = Omit<Message, 'created_at' | 'agent_id'> & { agent_id?: string; created_at: number };

/** `over`: the guard no longer holds. */
type Restored = 'restored' | 'over';

const isNew = 'attribute_not_exists(#pk)';
const isOpen = '#status = :open';

/** For the transactions that write what belongs to a chat: one that is being deleted gets nothing more. */
export const whileOpen = (project: ProjectScope, session: string): Write => ({
  check: sessionKeys.state(project, session),
  when: isOpen,
  values: { open: 'open' },
});

/** Writes a chat without messages, with its id and times, in which nothing is under way; one that is there stays as it is. */
export const restoreSession = async (
  project: ProjectScope,
  session: RestoredSession,
  guard: Write,
): Promise<Restored> => {
  const { session_id } = session;
  const state: SessionState = {
    ...session,
    user_id: project.userId,
    project_id: project.projectId,
    status: 'open',
    queued: 0,
    message_count: 0,
    imported: true,
  };
  const outcome = await transact([
    guard,
    { put: { ...sessionKeys.state(project, session_id), v: SCHEMA_VERSION, kind: 'session', ...state }, when: isNew },
    { put: { ...projectKeys.session(project, session_id), v: SCHEMA_VERSION, session_id }, when: isNew },
    // What is left of one that was deleted under this id is looked for once more, and would be found here.
    { check: projectKeys.removed(project, session_id), when: isNew },
  ]);
  return !outcome.ok && outcome.lost.includes(0) ? 'over' : 'restored';
};

/** Below the 100 items of a transaction and, as longer texts lie in the bucket, below its 4 MB. */
const MESSAGES_TOGETHER = 50;

/**
 * Writes messages into a chat, and counts them in the same transactions; repeatable with the same messages. A chat that
 * has been deleted since gets none.
 */
export const restoreMessages = async (
  project: ProjectScope,
  session: string,
  { messages, guard }: { messages: readonly RestoredMessage[]; guard: Write },
): Promise<Restored> => {
  for (let from = 0; from < messages.length; from += MESSAGES_TOGETHER) {
    const together = messages.slice(from, from + MESSAGES_TOGETHER);
    const outcome = await transact([
      guard,
      {
        key: sessionKeys.state(project, session),
        update: 'add #message_count :more',
        when: isOpen,
        values: { open: 'open', more: together.length },
      },
      ...(await Promise.all(together.map((message) => messageWrite(project, session, message)))),
    ]);
    if (!outcome.ok && outcome.lost.includes(0)) return 'over';
  }
  return 'restored';
};

const messageWrite = async (
  project: ProjectScope,
  session: string,
  { id, role, content, run_id, agent_id, created_at }: RestoredMessage,
): Promise<Write> => ({
  put: messageItem(project, {
    id,
    session,
    role,
    text: await packText(project, { id, session, text: content }),
    run: run_id,
    ...(agent_id !== undefined && { agent: agent_id }),
    now: created_at,
  }),
  when: isNew,
});
