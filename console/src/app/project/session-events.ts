import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type Chat, type Gap, isGap, type SessionEvent } from '../../../../clients/typescript/src/index.ts';
import { isAbort, type Problem, problemOf } from '../../api/problem.ts';
import { artel } from '../person/session.ts';
import { hearOfApprovals } from './approvals.ts';
import { followLog } from './follow-log.ts';
import { project } from './project.ts';
import { inALine } from './wishes.ts';

/** What a session's log tells of one run: what it still has, and what comes. */
export type RunEvents = {
  readonly events: ReadonlySignal<readonly SessionEvent[]>;
  /** The log keeps its events for a day: some are gone. */
  readonly isCut: ReadonlySignal<boolean>;
  readonly problem: ReadonlySignal<Problem | undefined>;
  /** Until the run ends, or it is told to stop. Of a run that is over the log is read once: it may not tell of its end any more. */
  follow(chat: Pick<Chat, 'events'>, stop: AbortSignal, isOver?: () => boolean): Promise<void>;
};

/** Milliseconds in which what comes is gathered, so that a burst of events is drawn once. */
const GATHERED_FOR = 60;

/** Pieces of an answer's text are many, and no part of what happened. */
const isTold = ({ event_type }: SessionEvent): boolean => event_type !== 'message_delta';

export const runEvents = (run: string): RunEvents => {
  const events = signal<readonly SessionEvent[]>([]);
  const isCut = signal(false);
  const problem = signal<Problem | undefined>(undefined);
  let fresh: SessionEvent[] = [];
  let isShowing = false;
  let hasGap = false;
  const show = (): void => {
    isShowing = false;
    batch(() => {
      isCut.value = hasGap;
      events.value = [...events.value, ...fresh];
    });
    fresh = [];
  };
  const soon = (): void => {
    if (!isShowing) setTimeout(show, GATHERED_FOR);
    isShowing = true;
  };
  const take = (event: SessionEvent): boolean => {
    if (event.payload.run_id !== run || !isTold(event)) return false;
    fresh.push(event);
    hearOfApprovals(event);
    soon();
    return event.event_type === 'run_completed';
  };
  const follow: RunEvents['follow'] = async (chat, stop, isOver = () => false) => {
    const hear = (event: SessionEvent | Gap): boolean => {
      if (!isGap(event)) return take(event);
      // What follows it comes at once: whether the run has no events at all is seen with them.
      hasGap = true;
      soon();
      return false;
    };
    try {
      await followLog(() => chat.events({ signal: stop }), { hear, isOver, stop });
    } catch (thrown) {
      if (!stop.aborted && !isAbort(thrown)) problem.value = problemOf(thrown);
    }
  };
  return { events, isCut, problem, follow };
};

/** The events of a run, from when it is shown until it has ended or is no longer shown. */
export const useRunEvents = (
  run: string,
  { session, isOver }: { session: string | undefined; isOver: boolean },
): RunEvents => {
  const made = useMemo(() => runEvents(run), [run]);
  const over = useRef(isOver);
  over.current = isOver;
  useEffect(() => {
    if (session === undefined) return undefined;
    const stop = new AbortController();
    void made.follow(artel().chat(session, { project: project.value }), stop.signal, () => over.current);
    return () => stop.abort();
  }, [made, session]);
  return made;
};

/** What the person asked for, in a line, where the log still has it. */
export const wishIn = (events: readonly SessionEvent[]): string | undefined => {
  const asked = events.find(({ event_type, payload }) => event_type === 'message_created' && payload.role === 'user');
  return inALine(String(asked?.payload.content ?? '')) || undefined;
};
