import { agentOf, isPlan, type Model, type Request, rootOf, runOf, sessionOf } from '../scopes/scope.ts';
import type { State } from '../state.ts';
import { transaction } from '../store.ts';
import type { ItemWrite, Transaction, Write } from '../writes.ts';
import { cancelTasks } from './family.ts';
import { Lanes } from './lanes.ts';
import { endRun, putRun, putTask } from './runs.ts';

type Accept = Extract<Request, { asks: 'accept' }>;

/** `null`: nothing to write, the request is refused or was answered before. */
export const accept = (m: Model, s: State, { run, busy }: Accept): Transaction | null => {
  const { status, active } = s.sessions[sessionOf(m, run)]!;
  if (s.runs[run] || status !== 'open' || !isAdmitted(m, s, run)) return null;
  if (active === null) return start(m, s, run);
  // A plan has too many tasks to be replaced at once: the new run waits, and the plan is cancelled by another request.
  return busy === 'enqueue' || isPlan(m, active) ? enqueue(m, s, run) : replace(m, s, run, active);
};

/** A plan's tasks are admitted when they are known. */
const isAdmitted = (m: Model, s: State, run: number): boolean => {
  const lane = isPlan(m, run) ? undefined : s.lanes[agentOf(m, rootOf(m, run))]!;
  return lane === undefined || (lane.status === 'ready' && lane.live < lane.cap);
};

const onSession = (
  m: Model,
  s: State,
  run: number,
  write: { label: string; when: string; change: Partial<ItemWrite> },
): ItemWrite => {
  const id = sessionOf(m, run);
  const values = { open: 'open', old: s.sessions[id]!.active };
  return { table: 'sessions', id, label: write.label, when: ['#status = :open', write.when], values, ...write.change };
};

const enqueue = (m: Model, s: State, run: number): Transaction => {
  const lanes = new Lanes(m, s);
  const task = isPlan(m, run) ? undefined : rootOf(m, run);
  if (task !== undefined) lanes.add(agentOf(m, task), { held: 1 });
  const change = { add: { queued: 1 } };
  return transaction(
    `accept run ${run}, busy`,
    [
      onSession(m, s, run, { label: 'accept, busy', when: 'attribute_exists(#active)', change }),
      { table: 'queuedRuns', of: sessionOf(m, run), id: run, put: true },
      putRun(run, 'queued'),
      ...(task === undefined ? [] : [putTask(task, 'held')]),
      ...lanes.moves().writes,
    ],
    [],
  );
};

const start = (m: Model, s: State, run: number): Transaction => {
  const change = { set: { active: run } };
  const taken = onSession(m, s, run, { label: 'accept, idle', when: 'attribute_not_exists(#active)', change });
  return begin(m, run, { name: `accept run ${run}, idle`, writes: [taken], lanes: new Lanes(m, s) });
};

const replace = (m: Model, s: State, run: number, old: number): Transaction => {
  const lanes = new Lanes(m, s);
  const change = { set: { active: run } };
  const writes = [
    onSession(m, s, run, { label: 'interrupt', when: '#active = :old', change }),
    endRun(old, 'cancelled', 'running'),
    ...cancelTasks(m, s, (id) => runOf(m, id) === old, lanes),
  ];
  return begin(m, run, { name: `accept run ${run}, interrupt`, writes, lanes });
};

const begin = (
  m: Model,
  run: number,
  { name, writes, lanes }: { name: string; writes: Write[]; lanes: Lanes },
): Transaction => {
  const task = isPlan(m, run) ? undefined : rootOf(m, run);
  const { writes: moved, starts, joined } = (task === undefined ? lanes : lanes.joins(task, true)).moves();
  const put = task === undefined ? [] : [putTask(task, joined.get(task)!)];
  return transaction(name, [...writes, putRun(run, 'running'), ...put, ...moved], starts);
};
