import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Person } from './artel.ts';
import { EventReader } from './event-reader.ts';
import type { StoredEvent } from './events.ts';

type Matches = (event: StoredEvent) => boolean;

export type Reply = { ok: boolean; error?: { error_code: string; detail: string } } & Record<string, unknown>;

/** One socket that hears several sessions: how a test waits for what happens in them. */
export type Listener = {
  /** Hears one more session, from its beginning. */
  hear(session: string): Promise<void>;
  /** The first event of the session that matches, past or to come. */
  until(session: string, matches: Matches): Promise<StoredEvent>;
  /** The `run_completed` of a run. */
  end(session: string, run: string): Promise<StoredEvent>;
  events(session: string): StoredEvent[];
  /** Any message, and what is replied to it. */
  say(message: object): Promise<Reply>;
  /** Everything that came and is no reply. */
  readonly heard: string[];
  close(): void;
};

export const listen = async (socketUrl: string, who: Person): Promise<Listener> => {
  const socket = new WebSocket(socketUrl, { family: 4, headers: { authorization: `Bearer ${who.token}` } });
  await once(socket, 'open');
  const readers = new Map<string, EventReader>();
  const waiting = new Set<() => void>();
  const heard: string[] = [];
  const replies = new Map<string, (reply: Reply) => void>();
  let asked = 0;

  const say = (message: object): Promise<Reply> => {
    asked += 1;
    const ref = String(asked);
    const { promise, resolve } = Promise.withResolvers<Reply>();
    replies.set(ref, resolve);
    socket.send(JSON.stringify({ ...message, ref }));
    return promise;
  };
  const subscribe = async (session_id: string, last_event_id: number): Promise<void> => {
    const reply = await say({ action: 'subscribe', session_id, last_event_id });
    if (!reply.ok) throw new Error(`The socket was refused: ${JSON.stringify(reply.error)}`);
  };
  const catchingUp = new Set<string>();
  const catchUp = async (session: string, reader: EventReader): Promise<void> => {
    catchingUp.add(session);
    try {
      let from: number;
      do {
        from = reader.applied;
        await subscribe(session, from);
      } while (reader.hasGap && reader.applied > from);
    } finally {
      catchingUp.delete(session);
    }
  };

  socket.on('message', (data) => {
    const line = JSON.parse(String(data));
    if ('reply' in line) return replies.get(line.reply)?.(line);
    heard.push(String(data));
    const reader = readers.get(line.session_id);
    if (line.event_id === undefined || !reader) return;
    reader.take(line);
    // A push can be lost with the worker that made it: what is missing is asked for again.
    if (reader.hasGap && !catchingUp.has(line.session_id)) void catchUp(line.session_id, reader);
    for (const look of waiting) look();
  });

  const readerOf = (session: string): EventReader => {
    const reader = readers.get(session) ?? new EventReader();
    readers.set(session, reader);
    return reader;
  };
  const eventsOf = (session: string) => readerOf(session).events as StoredEvent[];
  const until: Listener['until'] = (session, matches) =>
    new Promise((resolve) => {
      const look = () => {
        const event = eventsOf(session).find(matches);
        if (!event) return;
        waiting.delete(look);
        resolve(event);
      };
      waiting.add(look);
      look();
    });

  return {
    hear: async (session) => {
      readerOf(session);
      await subscribe(session, 0);
    },
    until,
    end: (session, run) =>
      until(session, ({ event_type, payload }) => event_type === 'run_completed' && payload.run_id === run),
    events: eventsOf,
    say,
    heard,
    close: () => socket.terminate(),
  };
};
