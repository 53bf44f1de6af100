import type { components, SessionEvent } from '../../../../../clients/typescript/src/index.ts';

export type Session = components['schemas']['Session'];

/** By the ids of chats: whether the newest of their events that were heard left them busy, and when it happened. */
export type Heard = ReadonlyMap<string, { busy: boolean; at: string }>;

/** A chat is busy from the beginning of a run to its end; another one may begin in the same moment. */
export const withEvent = (heard: Heard, { session_id, event_type, timestamp }: SessionEvent): Heard => {
  if (event_type !== 'run_started' && event_type !== 'run_completed') return heard;
  return new Map([...heard, [session_id, { busy: event_type === 'run_started', at: timestamp }]]);
};

/** A chat as it is, whichever is the newer of what was read and what was heard: a log begins by telling what is long over. */
export const asHeard = (session: Session, heard: Heard): Session => {
  const last = heard.get(session.id);
  if (!last || Date.parse(last.at) < Date.parse(session.updated_at)) return session;
  return { ...session, busy: last.busy, updated_at: last.at };
};

/** The list with its first page read again. The chats stand in the order of their ids, so those behind that page stay. */
export const refreshed = (
  known: readonly Session[],
  { items, next_cursor }: { items: readonly Session[]; next_cursor?: string | null | undefined },
): readonly Session[] => {
  const last = items.at(-1);
  return next_cursor && last ? [...items, ...known.filter(({ id }) => id < last.id)] : items;
};
