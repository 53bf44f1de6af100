import type { Person } from '../operations/index.ts';
import type { World } from '../world/world.ts';

type Line = { event_id?: number; event_type?: string; session_id?: string; payload?: { run_id?: string } };

/**
 * Whoever listens is told of the end of a run once, by one number, and gets the same text under a number however often it
 * comes; and nothing of a session that is not theirs.
 */
export const misledListeners = (world: World, people: Person[]): string[] =>
  people.flatMap((person) => person.connections.flatMap(({ id }) => misled(world, person, id)));

const misled = (world: World, { name, places }: Person, connection: string): string[] => {
  const texts = new Map<string, string>();
  const ends = new Map<string, number>();
  const problems: string[] = [];
  for (const text of world.sockets.lines(connection)) {
    const { event_id, event_type, session_id, payload } = JSON.parse(text) as Line;
    if (event_id === undefined || session_id === undefined) continue;
    const place = `${session_id} ${event_id}`;
    if ((texts.get(place) ?? text) !== text) problems.push(`${name}: ${connection} got two events as ${place}`);
    texts.set(place, text);
    if (!places.some(({ sessions }) => sessions.includes(session_id))) {
      problems.push(`${name}: ${connection} got an event of ${session_id}, which is somebody else's`);
    }
    if (event_type !== 'run_completed') continue;
    const run = String(payload?.run_id);
    if ((ends.get(run) ?? event_id) !== event_id) problems.push(`${name}: ${connection} heard twice that ${run} ended`);
    ends.set(run, event_id);
  }
  return problems;
};
