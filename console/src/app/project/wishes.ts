import { useEffect } from 'preact/hooks';
import { ofPerson } from '../person/of-person.ts';
import { artel } from '../person/session.ts';
import { project } from './project.ts';

/** What the person asked for, by the run that it led to, in a line. */
const wishes = ofPerson<ReadonlyMap<string, string>>(new Map());

/** Messages of each chat that are looked through, the newest. */
const LIMIT = 30;
/** Chats that are asked about at once. */
const AT_ONCE = 2;
/** Chats that are asked about, the newest; runs of the others have the title of theirs. Each is a request, and they are counted. */
const MOST = 10;
const MAX_LENGTH = 120;

/** A text in a line. */
export const inALine = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > MAX_LENGTH ? `${flat.slice(0, MAX_LENGTH - 1)}…` : flat;
};

const read = async (session: string, signal: AbortSignal): Promise<void> => {
  const { items } = await artel().call('GET /my/projects/{project_id}/chat/{session_id}/messages', {
    path: { project_id: project.value, session_id: session },
    query: { limit: LIMIT, order: 'desc' },
    signal,
  });
  const found = items.flatMap(({ role, run_id, content }) =>
    role === 'user' ? [[run_id, inALine(content)] as const] : [],
  );
  wishes.value = new Map([...wishes.value, ...found]);
};

type Run = { id: string; session_id: string };

/** Read for the runs that are shown. Of those whose message cannot be read, ids are shown. */
export const useWishes = (runs: readonly Run[] | undefined): ReadonlyMap<string, string> => {
  useEffect(() => {
    const unknown = (runs ?? []).filter(({ id }) => !wishes.peek().has(id));
    const sessions = [...new Set(unknown.map(({ session_id }) => session_id))].slice(0, MOST);
    const stop = new AbortController();
    const work = async (): Promise<void> => {
      for (let next = sessions.shift(); next !== undefined && !stop.signal.aborted; next = sessions.shift()) {
        await read(next, stop.signal).catch(() => undefined);
      }
    };
    for (let worker = 0; worker < AT_ONCE; worker += 1) void work();
    return () => stop.abort();
  }, [runs]);
  return wishes.value;
};
