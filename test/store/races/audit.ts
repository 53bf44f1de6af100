import { isFinal, type Run, readRun, type Task } from '../../../shared/bus/index.ts';
import { findLane } from '../../../shared/bus/lanes/changes.ts';
import { listTasks } from '../../../shared/bus/records/tasks.ts';
import { findSessionState } from '../../../shared/sessions/index.ts';
import { type Item, type Query, queryAll, ranges } from '../../../shared/store/index.ts';
import type { Place } from './world.ts';

const all = async (query: Query): Promise<Item[]> => {
  const items: Item[] = [];
  for await (const item of queryAll(query)) items.push(item);
  return items;
};

/** Everything in a project that does not add up, in words; nothing when all is well. */
export const audit = async (place: Place): Promise<string[]> => {
  const { project } = place;
  const runs = (await all(ranges.runs(project))).map(readRun);
  const tasks = (await Promise.all(runs.map(({ run_id }) => listTasks(project, run_id)))).flat();
  return [
    ...(await Promise.all(place.agents.map((agent) => auditLane(place, agent, tasks)))).flat(),
    ...(await Promise.all(place.sessions.map((session) => auditSession(place, session, runs)))).flat(),
    ...runs.flatMap((run) => auditRun(run, tasks)),
  ];
};

const differ = (what: string, stored: unknown, counted: unknown): string[] =>
  stored === counted ? [] : [`${what} is ${String(stored)}, but it should be ${String(counted)}`];

const auditLane = async ({ project }: Place, agent: string, tasks: Task[]): Promise<string[]> => {
  const lane = await findLane(project, agent);
  if (!lane) return [`${agent} has no lane`];
  const mine = tasks.filter(({ agent_key, state }) => agent_key === agent && !isFinal(state));
  const queued = mine.filter(({ state }) => state === 'queued').map(({ task_id }) => task_id);
  const entries = await all(ranges.laneQueue(project, agent));
  const slots = mine.filter(({ state }) => state === 'dispatched' || state === 'running').length;
  return [
    ...differ('running', lane.running, slots),
    ...differ('waiting', lane.waiting, queued.length),
    ...differ('live', lane.live, mine.length),
    ...differ('the queue', entries.map(({ task_id }) => task_id).join(), queued.toSorted().join()),
  ];
};

const auditSession = async ({ project }: Place, session: string, runs: Run[]): Promise<string[]> => {
  const state = await findSessionState(project, session);
  if (!state) return [`${session} is gone`];
  const mine = runs.filter(({ session_id }) => session_id === session);
  const queued = mine.filter((run) => run.state === 'queued').map(({ run_id }) => run_id);
  const entries = await all(ranges.queuedRuns(project, session));
  const messages = await all(ranges.messages(project, session));
  const lines = (await all(ranges.events(project, session))).flatMap(({ lines: some }) => {
    return (some as string[]).map(
      (line) => JSON.parse(line) as { event_id: number; event_type: string; payload: object },
    );
  });
  const ends = lines
    .filter(({ event_type }) => event_type === 'run_completed')
    .map(({ payload }) => JSON.stringify(payload));
  const ended = mine.filter((run) => isFinal(run.state));
  return [
    ...differ('active', state.active, mine.find((run) => run.state === 'running')?.run_id),
    ...differ('running runs', mine.filter((run) => run.state === 'running').length, state.active === undefined ? 0 : 1),
    ...differ('queued', state.queued, queued.length),
    ...differ('the session queue', entries.map(({ run_id }) => run_id).join(), queued.toSorted().join()),
    ...differ('messages', state.message_count, messages.length),
    ...differ('event numbers', lines.map(({ event_id }) => event_id).join(), lines.map((_, place) => place + 1).join()),
    ...differ('run_completed', ends.length, ended.length),
    ...ended
      .filter(({ run_id, state: end }) => !ends.some((one) => one.includes(run_id) && one.includes(`"${end}"`)))
      .map(({ run_id }) => `${run_id} has no end in the log`),
  ];
};

const auditRun = (run: Run, tasks: Task[]): string[] => {
  const live = tasks.filter(({ run_id, state }) => run_id === run.run_id && !isFinal(state));
  if (isFinal(run.state) !== (live.length === 0))
    return [`${run.run_id} is ${run.state} with ${live.length} live tasks`];
  const held = live.some(({ state }) => state === 'held');
  return held === (run.state === 'queued') ? [] : [`${run.run_id} is ${run.state} and held: ${held}`];
};
