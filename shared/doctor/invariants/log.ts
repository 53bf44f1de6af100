import { isFinal, type Run } from '../../bus/index.ts';
import type { LogPiece, LogRecords } from '../records/log.ts';
import type { ProjectRecords } from '../records/project.ts';
import { type Found, type Invariant, ofProjects } from './invariant.ts';

/** "Every number stands for exactly one event", 1, 2, 3 … without a gap. (events) */
export const gaplessLog: Invariant = {
  name: 'log without gaps',
  moment: 'always',
  broken: ofProjects(({ logs, sessions }) =>
    [...logs].flatMap(([session, log]) =>
      (sessions.has(session) ? gapsIn(log) : []).map((text): Found => ({ about: { session }, text })),
    ),
  ),
};

const gapsIn = ({ pieces, lastSeq }: LogRecords): string[] => {
  const gaps = pieces.flatMap((piece, index): string[] => {
    const before = pieces[index - 1];
    const expected = before && before.first + before.count;
    const misplaced = expected !== undefined && piece.first !== expected;
    return [
      ...(misplaced ? [`Event ${piece.first} follows event ${expected - 1}.`] : []),
      ...(isWellNumbered(piece) ? [] : [`The events from ${piece.first} on do not have their numbers.`]),
    ];
  });
  const last = pieces.at(-1);
  const end = last && last.first + last.count - 1;
  return end !== undefined && lastSeq > end ? [...gaps, `The log ends at ${end}, and says ${lastSeq}.`] : gaps;
};

const isWellNumbered = ({ first, count, events }: LogPiece): boolean =>
  events.length === count && events.every(({ event_id }, index) => event_id === first + index);

/** "`run_completed` is the last event of its run", and there is exactly one, once the run has ended. (events, bus) */
export const announcedEnds: Invariant = {
  name: 'ends in the log',
  moment: 'always',
  broken: ofProjects((project) => {
    const ofSessions = Map.groupBy(project.runs.values(), ({ session_id }) => session_id);
    return [...ofSessions].flatMap(([session, runs]) => {
      const log = project.logs.get(session);
      return log ? runs.flatMap((run) => wrongEnd(project, log, run)) : [];
    });
  }),
};

const wrongEnd = ({ sessions }: ProjectRecords, { pieces }: LogRecords, run: Run): Found[] => {
  const about = { session: run.session_id, run: run.run_id };
  const events = pieces.flatMap((piece) => piece.events);
  const own = events.filter((event) => event.run === run.run_id);
  const ends = own.filter(({ event_type }) => event_type === 'run_completed').length;
  if (!isFinal(run.state)) return ends === 0 ? [] : [{ about, text: `A run is ${run.state}, but its end is told.` }];
  if (ends > 1) return [{ about, text: `The end of a run is told ${ends} times.` }];
  if (ends === 1 && own.at(-1)?.event_type !== 'run_completed')
    return [{ about, text: `The log tells of a run after its end: ${own.at(-1)?.event_type}.` }];
  // A deletion takes the log away before the session; and events are kept for a day.
  const first = events[0];
  const isCovered = first && (first.event_id === 1 || (run.ended_at ?? 0) > first.at);
  if (ends === 1 || !isCovered || sessions.get(run.session_id)?.status !== 'open') return [];
  return [{ about, text: `A run has ended (${run.state}), but the log does not tell.` }];
};
