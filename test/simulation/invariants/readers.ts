import type { Person } from '../operations/index.ts';

type Line = { event_id?: number; event_type?: string; session_id?: string; payload?: { run_id?: string } };

/** Whoever reads a session over REST, and goes on from the last number they have, gets every number once and in order. */
export const misledReaders = (people: Person[]): string[] =>
  people.flatMap((person) => person.readers.flatMap((reader) => misled(person, reader)));

const misled = ({ name }: Person, { id, session, parts }: Person['readers'][number]): string[] => {
  const problems: string[] = [];
  const ended = new Set<string>();
  for (const { after, lines } of parts) {
    let last = after;
    for (const text of lines) {
      const { event_id, event_type, session_id, payload } = JSON.parse(text) as Line;
      if (session_id !== session) problems.push(`${name}: ${id} of ${session} got a line of ${session_id}`);
      if (event_type === 'gap') problems.push(`${name}: ${id} was told of a gap after ${last}`);
      if (event_id === undefined) continue;
      if (event_id !== last + 1) problems.push(`${name}: ${id} got ${event_id} after ${last} of ${session}`);
      last = event_id;
      const run = event_type === 'run_completed' ? String(payload?.run_id) : undefined;
      if (run !== undefined && ended.has(run)) problems.push(`${name}: ${id} read twice that ${run} ended`);
      if (run !== undefined) ended.add(run);
    }
  }
  return problems;
};
