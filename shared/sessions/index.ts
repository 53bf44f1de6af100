export {
  findMessage,
  historyUpTo,
  listMessages,
  type Message,
  type MessageAuthor,
  messageCreated,
  messageItem,
  messageSchema,
  type PromptMessage,
} from './message.ts';
export { sessionNamed } from './named.ts';
export { type RestoredMessage, type RestoredSession, restoreMessages, restoreSession, whileOpen } from './restore.ts';
export {
  createSession,
  getSession,
  listSessions,
  markSessionDeleting,
  renameSession,
  type Session,
  sessionSchema,
} from './session.ts';
export { findSessionState, readSessionState, requireOpenSession, type SessionState } from './state.ts';
