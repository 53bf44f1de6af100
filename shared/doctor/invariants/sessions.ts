import { isFinal, type Run } from '../../bus/index.ts';
import { sha256 } from '../../core/digest.ts';
import type { ProjectRecords, SessionEntry } from '../records/project.ts';
import { type Found, type Invariant, ofProjects } from './invariant.ts';

/**
 * Whoever waits in a session has one entry in its queue, under the key that the run's own item names, and nobody else has
 * one: the first entry is the run that follows, so a stale one would keep the session from every other. (bus)
 */
export const sessionQueue: Invariant = {
  name: 'session queue',
  moment: 'always',
  broken: ofProjects((project) => [
    ...project.sessionEntries.flatMap((entry) => brokenEntry(project, entry)),
    ...missingEntries(project),
  ]),
};

const isWaitingIn = ({ runs }: ProjectRecords, { session, run }: SessionEntry): boolean => {
  const { state, session_id } = runs.get(run) ?? {};
  return state === 'queued' && session_id === session;
};

const brokenEntry = (project: ProjectRecords, entry: SessionEntry): Found[] => {
  const { session, run: name, urgent } = entry;
  const run = project.runs.get(name);
  const about = { session, run: name };
  const waits = isWaitingIn(project, entry);
  if (waits && (run?.urgent ?? false) === urgent) return [];
  const twins = project.sessionEntries.filter((one) => one.run === name && one.session === session);
  if (waits && urgent && twins.length === 1) {
    return [
      {
        about,
        text: 'A waiting run lies in the queue as urgent, which its own item does not say, so it can never start.',
        repair: { kind: 'mark run urgent', project: project.id, session, run: name },
      },
    ];
  }
  const what = waits ? 'waits under another key' : run ? `is ${run.state}` : 'does not exist';
  return [
    {
      about,
      text: `The session's queue has an entry of a run that ${what}.`,
      ...(!(waits && twins.length === 1) && {
        repair: { kind: 'remove session entry', project: project.id, session, run: name, urgent, isTwin: waits },
      }),
    },
  ];
};

const missingEntries = ({ id, runs, sessionEntries }: ProjectRecords): Found[] => {
  const queued = new Set(sessionEntries.map(({ session, run }) => `${session}|${run}`));
  return [...runs.values()]
    .filter(({ state, session_id, run_id }) => state === 'queued' && !queued.has(`${session_id}|${run_id}`))
    .map(({ session_id: session, run_id: run }) => ({
      about: { session, run },
      text: "A queued run is missing in its session's queue.",
      repair: { kind: 'put session entry', project: id, session, run },
    }));
};

/** `queued` counts the runs that wait: it decides whether the session goes to another run or is free. (bus) */
export const sessionCounts: Invariant = {
  name: 'session counts',
  moment: 'always',
  broken: ofProjects((project) => {
    const ofSessions = Map.groupBy(project.runs.values(), ({ session_id }) => session_id);
    return [...project.sessions.values()].flatMap(({ session_id: session, queued: read }): Found[] => {
      const runs = ofSessions.get(session) ?? [];
      const counted = runs.filter(({ state }) => state === 'queued').length;
      if (read === counted) return [];
      return [
        {
          about: { session },
          text: `The session counts ${read} waiting runs; there are ${counted}.`,
          countedFrom: sha256(runs.map(({ run_id, state }) => `${run_id} ${state}`).join('\n')),
          repair: { kind: 'recount session', project: project.id, session, read, counted },
        },
      ];
    });
  }),
};

const isActive = ({ state }: Run): boolean => state === 'running' || state === 'cancelling';

/** "A session has at most one running run", which it names; where it names none, nothing waits. (bus) */
export const oneActiveRun: Invariant = {
  name: 'one active run',
  moment: 'always',
  broken: ofProjects(({ sessions, runs }) => {
    const named = [...sessions.values()].flatMap(({ session_id: session, active, queued }): Found[] => {
      if (active === undefined)
        return queued > 0 ? [{ about: { session }, text: `${queued} runs wait in a session that is free.` }] : [];
      const run = runs.get(active);
      if (run && isActive(run) && run.session_id === session) return [];
      const state = run && isFinal(run.state) ? `has ended: ${run.state}` : `is ${run?.state ?? 'gone'}`;
      return [{ about: { session, run: active }, text: `The session's active run ${state}.` }];
    });
    const unnamed = [...runs.values()]
      .filter((run) => isActive(run) && sessions.get(run.session_id)?.active !== run.run_id)
      .map(({ run_id: run, session_id: session, state }) => ({
        about: { session, run },
        text: `A run is ${state}, but its session does not name it.`,
      }));
    return [...named, ...unnamed];
  }),
};

/** A session counts its messages with each that is accepted or answered. (sessions) */
export const messageCounts: Invariant = {
  name: 'message counts',
  moment: 'always',
  broken: ofProjects(({ sessions, ofKind }) => {
    const messages = Map.groupBy(ofKind('message'), ({ place }) => place.owner);
    return [...sessions.values()].flatMap(({ session_id: session, status, message_count: read }): Found[] => {
      const counted = messages.get(session)?.length ?? 0;
      // A session that is being deleted loses its messages before itself.
      if (status === 'deleting' || read === counted) return [];
      return [{ about: { session }, text: `The session counts ${read} messages; there are ${counted}.` }];
    });
  }),
};
