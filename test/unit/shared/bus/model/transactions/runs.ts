import { isPlan, type Model, rootOf, runOf, sessionOf } from '../scopes/scope.ts';
import { isFinal, type State, type TaskItem } from '../state.ts';
import { transaction } from '../store.ts';
import type { ItemWrite, Transaction, Write } from '../writes.ts';
import { cancelTasks } from './family.ts';
import { Lanes, placed } from './lanes.ts';

/* Transactions on whole runs, each prepared from what is read now and committed whenever its actor comes to it. */

const newTask = (place: { state: string; wake: number }): TaskItem =>
  ({
    why: null,
    epoch: 0,
    claims: 0,
    step: 0,
    failures: 0,
    noted: 0,
    intent: null,
    approval: null,
    decision: null,
    child: null,
    gone: null,
    asked: 0,
    effects: 0,
    allowed: 1,
    ...place,
  }) as TaskItem;

export const putTask = (id: number, state: string): ItemWrite => {
  const set = newTask({ state, wake: state === 'dispatched' ? 1 : 0 });
  return { table: 'tasks', id, label: 'new task', when: ['attribute_not_exists(#pk)'], set };
};

export const putRun = (id: number, state: string): ItemWrite => ({
  table: 'runs',
  id,
  label: 'new run',
  when: ['attribute_not_exists(#pk)'],
  set: { state, completions: 0 },
});

export const endRun = (run: number, state: string, from: 'running' | 'queued' | 'cancelling'): ItemWrite => ({
  table: 'runs',
  id: run,
  label: 'run',
  when: ['#state = :from'],
  values: { from },
  set: { state },
  add: { completions: 1 },
});

/** Stops a plan: it has too many tasks for one transaction, so they end afterwards. */
const beginCancel = (run: number): Transaction => {
  const values = { running: 'running' };
  const write = { label: 'begin cancel', when: ['#state = :running'], values, set: { state: 'cancelling' } };
  return transaction(`begin to cancel plan ${run}`, [{ table: 'runs', id: run, ...write }], []);
};

export const cancel = (m: Model, s: State, run: number): Transaction | null => {
  const state = s.runs[run]?.state;
  if (state === undefined || isFinal(state) || state === 'cancelling') return null;
  if (isPlan(m, run) && state === 'running') return beginCancel(run);
  const lanes = new Lanes(m, s);
  const writes = [
    endRun(run, 'cancelled', state as 'running'),
    ...cancelTasks(m, s, (id) => runOf(m, id) === run, lanes),
  ];
  if (state === 'queued') {
    const session = sessionOf(m, run);
    const moves = lanes.moves();
    writes.push({ table: 'sessions', id: session, label: 'cancel', when: [], add: { queued: -1 } });
    writes.push({ table: 'queuedRuns', of: session, id: run, put: false }, ...moves.writes);
    return transaction(`cancel queued run ${run}`, writes, moves.starts);
  }
  const over = handOver(m, s, run, lanes);
  return transaction(`cancel run ${run}`, [...writes, ...over.writes], over.starts);
};

/** The session goes to its next run or to nobody. Ends the gathering of the lanes. */
export const handOver = (m: Model, s: State, run: number, lanes: Lanes): { writes: Write[]; starts: number[] } => {
  const session = sessionOf(m, run);
  const next = m.removed.has('rule: a session is handed over') ? undefined : s.queuedRuns[session]![0];
  const write = { table: 'sessions' as const, id: session, label: 'hand over', values: { run, none: 0 } };
  if (next === undefined) {
    const { writes, starts } = lanes.moves();
    const when = ['#active = :run', '#queued = :none'];
    return { writes: [{ ...write, when, set: { active: null } }, ...writes], starts };
  }
  const label = 'next';
  const task = isPlan(m, next) ? undefined : rootOf(m, next);
  const { writes, starts, joined } = (task === undefined ? lanes : lanes.joins(task, false)).moves();
  const held = { table: 'tasks' as const, label, when: ['#state = :held'], values: { held: 'held' } };
  return {
    writes: [
      { ...write, when: ['#active = :run'], set: { active: next }, add: { queued: -1 } },
      { table: 'queuedRuns', of: session, id: next, put: false },
      {
        table: 'runs',
        id: next,
        label,
        when: ['#state = :queued'],
        values: { queued: 'queued' },
        set: { state: 'running' },
      },
      ...(task === undefined ? [] : [{ ...held, id: task, ...placed(task, joined) }]),
      ...writes,
    ],
    starts,
  };
};
