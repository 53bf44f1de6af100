import { signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { SessionEvent } from '../../../../../clients/typescript/src/index.ts';
import { gathered } from '../../../api/gathered.ts';
import { type Pages, usePages } from '../../../api/pages.ts';
import type { Problem } from '../../../api/problem.ts';
import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { asHeard, type Heard, refreshed, type Session, withEvent } from './heard.ts';

const LIMIT = 30;
/** Milliseconds between two looks while a chat is busy that nobody looks at: of that one no event is heard. */
const LOOK_EVERY = 20_000;
/** Milliseconds in which what is heard is gathered: a log begins by telling what happened in it for a day. */
const GATHERED_FOR = 60;

export type Sessions = {
  pages: Pages<Session>;
  /** The chat that is open, as soon as it is known; it may be older than those that are listed. */
  open: Session | undefined;
  /** There is no chat of the id that is open, or not for this person. */
  isGone: boolean;
  reload(): void;
  /** As they are by now. */
  asHeard(session: Session): Session;
  /** Takes what is heard of the chat that is open. */
  hear(event: SessionEvent): void;
};

/** 422: it is not even an id. */
const isUnknown = (problem: Problem | undefined): boolean => problem?.status === 404 || problem?.status === 422;

/** The chats of a project. `current`: the one that is open, and heard. */
export const useSessions = (project: string, current: string | undefined): Sessions => {
  const load = (cursor: string | undefined, signal: AbortSignal) =>
    artel().call('GET /my/projects/{project_id}/chat/sessions', {
      path: { project_id: project },
      query: { limit: LIMIT, ...(cursor !== undefined && { cursor }) },
      signal,
    });
  const pages = usePages(load, [project]);
  const listed = pages.items.value?.find(({ id }) => id === current);
  const isApart = current !== undefined && pages.items.value !== undefined && listed === undefined;
  const apart = useResource(
    async (signal) => {
      if (!isApart) return undefined;
      const path = { project_id: project, session_id: current };
      return artel().call('GET /my/projects/{project_id}/chat/sessions/{session_id}', { path, signal });
    },
    [project, current, isApart],
  );
  const { heard, hear } = useMemo(() => {
    const shown = signal<Heard>(new Map());
    let latest = shown.peek();
    const show = gathered(() => {
      shown.value = latest;
    }, GATHERED_FOR);
    const take = (event: SessionEvent): void => {
      const before = latest;
      latest = withEvent(latest, event);
      if (latest !== before) show();
    };
    return { heard: shown, hear: take };
  }, [project]);
  const now = (session: Session): Session => asHeard(session, heard.value);
  const hasOther = pages.items.value?.some((one) => one.id !== current && now(one).busy) ?? false;
  useEffect(() => {
    if (!hasOther) return undefined;
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      if (document.hidden) return;
      const page = await load(undefined, stop.signal);
      if (!stop.signal.aborted) pages.change((known) => refreshed(known, page));
    };
    // What could not be read now is read the next time.
    const lookAgain = (): void => void look().catch(() => undefined);
    const timer = setInterval(lookAgain, LOOK_EVERY);
    document.addEventListener('visibilitychange', lookAgain);
    return () => {
      stop.abort();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', lookAgain);
    };
  }, [hasOther, pages]);
  return {
    pages,
    open: listed ?? apart.data.value,
    isGone: listed === undefined && isUnknown(apart.problem.value),
    reload: () => {
      void pages.reload();
      void apart.reload();
    },
    asHeard: now,
    hear,
  };
};
