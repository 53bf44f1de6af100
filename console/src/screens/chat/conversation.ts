import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Artel, SessionEvent } from '../../../../clients/typescript/src/index.ts';
import { reportEnd } from '../../api/ended.ts';
import { isAbort, type Problem, problemOf } from '../../api/problem.ts';
import { isOver, type Turns, withEvent, withHistory, withMessage } from './turns.ts';

export type Conversation = {
  readonly turns: ReadonlySignal<Turns>;
  /** The history's first page is here, so that an empty chat can be told from one that is loading. */
  readonly isKnown: ReadonlySignal<boolean>;
  readonly hasEarlier: ReadonlySignal<boolean>;
  readonly problem: ReadonlySignal<Problem | undefined>;
  /** Runs that are not over, the oldest first. */
  readonly underWay: ReadonlySignal<Turns>;
  earlier(): Promise<void>;
  send(message: Message): Promise<void>;
  cancel(run: string): Promise<void>;
  /** Reads the history and follows the events until `signal` aborts. */
  follow(signal: AbortSignal): Promise<void>;
};

export type Message = {
  content: string;
  target_agent?: string | undefined;
  on_conflict?: 'enqueue' | 'reject' | 'interrupt' | undefined;
};

export type Place = { session: string; project: string };
type Options = {
  /** Told of each event, once and in order. */
  onEvent?: (event: SessionEvent) => void;
  /** Runs what draws at the next frame, so that many events at once are drawn once. */
  atNextFrame?: (draw: () => void) => void;
  /** Milliseconds before it looks again, where the stream ended or failed. */
  againAfter?: number;
  /** Follows over a WebSocket, where the page may open one. */
  overSocket?: boolean;
};

const PAGE = 50;
/** Milliseconds between the end of a stream, which the service ends a minute after the last run, or a failure, and the next look. */
const AGAIN_AFTER = 1_500;

/** One chat as the page knows it: what was said, and what happens. */
export const conversation = (artel: Artel, place: Place, options: Options = {}): Conversation => {
  const { onEvent, overSocket = false, atNextFrame = requestAnimationFrame, againAfter = AGAIN_AFTER } = options;
  const turns = signal<Turns>([]);
  const isKnown = signal(false);
  const problem = signal<Problem | undefined>(undefined);
  const cursor = signal<string | undefined>(undefined);
  const path = { project_id: place.project, session_id: place.session };
  const chat = artel.chat(place.session, { project: place.project });
  let waiting: SessionEvent[] = [];

  const draw = (): void => {
    const events = waiting;
    waiting = [];
    turns.value = events.reduce<Turns>(withEvent, turns.value);
  };
  const hear = (event: SessionEvent): void => {
    waiting.push(event);
    if (waiting.length === 1) atNextFrame(draw);
    onEvent?.(event);
  };
  const read = async (from: string | undefined, signal?: AbortSignal): Promise<void> => {
    const route = 'GET /my/projects/{project_id}/chat/{session_id}/messages';
    const query = { limit: PAGE, order: 'desc' as const, ...(from !== undefined && { cursor: from }) };
    const page = await artel.call(route, { path, query, ...(signal && { signal }) });
    batch(() => {
      turns.value = withHistory(turns.value, page.items);
      cursor.value = page.next_cursor ?? undefined;
      isKnown.value = true;
    });
  };
  const events = async (signal: AbortSignal): Promise<void> => {
    const source = overSocket ? chat.live({ signal }) : chat.events({ signal });
    for await (const event of source) {
      problem.value = undefined;
      if (event.event_type !== 'gap') hear(event as SessionEvent);
    }
    problem.value = undefined;
  };
  /** Until the signal aborts, or the service says something that asking again would not mend. */
  const insisting = async (work: () => Promise<void>, signal: AbortSignal): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (thrown) {
      if (signal.aborted || isAbort(thrown)) return false;
      problem.value = problemOf(thrown);
      reportEnd(problem.value);
      const { status, code } = problem.value;
      return code === 'offline' || status === 429 || status >= 500;
    }
  };
  return {
    turns,
    isKnown,
    problem,
    hasEarlier: computed(() => cursor.value !== undefined),
    underWay: computed(() => turns.value.filter((turn) => !isOver(turn))),
    earlier: () => read(cursor.value),
    send: async (message) => {
      const { message: said, run } = await chat.send(message);
      // The events tell the same; whoever is slow to hear them sees their own words at once.
      turns.value = withMessage(turns.value, { ...said, author: undefined });
      if (run.mode === 'orchestrated')
        turns.value = turns.value.map((turn) => (turn.run === run.id ? { ...turn, mode: run.mode } : turn));
    },
    cancel: async (run) => {
      await artel.call('POST /my/projects/{project_id}/runs/{run_id}/cancel', {
        path: { project_id: place.project, run_id: run },
      });
    },
    follow: async (signal) => {
      const look = async (): Promise<void> => {
        if (!isKnown.value) await read(undefined, signal);
        await events(signal);
      };
      while (await insisting(look, signal)) if (!(await pause(againAfter, signal))) return;
    },
  };
};

/** Whether the time passed before the signal aborted. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<boolean> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', end);
      resolve(true);
    }, milliseconds);
    signal.addEventListener('abort', end, { once: true });
  });
