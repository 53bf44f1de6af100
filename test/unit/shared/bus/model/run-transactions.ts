import { Lanes, placed } from './lanes.ts';
import { agentOf, type Model, type Request, rootOf, runOf, sessionOf } from './scope.ts';
import { holdsSlot, isFinal, isLive, type State, type TaskItem } from './state.ts';
import { transaction } from './store.ts';
import type { ItemWrite, Transaction, Write } from './writes.ts';

/* Transactions on whole runs, each prepared from what is read now and committed whenever its actor comes to it. */

const newTask = (place: { state: string; wake: number }): TaskItem =>
  ({
    why: null,
    epoch: 0,
    claims: 0,
    step: 0,
    failures: 0,
    intent: null,
    approval: null,
    decision: null,
    child: null,
    asked: 0,
    effects: 0,
    allowed: 1,
    ...place,
  }) as TaskItem;

export const putTask = (id: number, state: string): ItemWrite => {
  const set = newTask({ state, wake: state === 'dispatched' ? 1 : 0 });
  return { table: 'tasks', id, label: 'new task', when: ['attribute_not_exists(#pk)'], set };
};

const putRun = (id: number, state: string): ItemWrite => ({
  table: 'runs',
  id,
  label: 'new run',
  when: ['attribute_not_exists(#pk)'],
  set: { state, completions: 0 },
});

/** `null`: nothing to write, the request is refused or was answered before. */
export const accept = (m: Model, s: State, { run, busy }: Extract<Request, { asks: 'accept' }>): Transaction | null => {
  const session = sessionOf(m, run);
  const { status, active } = s.sessions[session]!;
  const task = rootOf(m, run);
  const lane = s.lanes[agentOf(m, task)]!;
  if (s.runs[run] || status !== 'open' || lane.status !== 'ready' || lane.live >= lane.cap) return null;
  const values = { open: 'open', old: active };
  const onSession = (label: string, condition: string, change: Partial<ItemWrite>): ItemWrite => {
    return { table: 'sessions', id: session, label, when: ['#status = :open', condition], values, ...change };
  };
  if (active !== null && busy === 'enqueue') {
    const lanes = new Lanes(m, s).add(agentOf(m, task), { held: 1 }).moves();
    return transaction(
      `accept run ${run}, busy`,
      [
        onSession('accept, busy', 'attribute_exists(#active)', { add: { queued: 1 } }),
        { table: 'queuedRuns', of: session, id: run, put: true },
        putRun(run, 'queued'),
        putTask(task, 'held'),
        ...lanes.writes,
      ],
      [],
    );
  }
  const lanes = new Lanes(m, s).joins(task, true);
  const writes: Write[] = [];
  if (active === null) {
    writes.push(onSession('accept, idle', 'attribute_not_exists(#active)', { set: { active: run } }));
  } else {
    writes.push(
      onSession('interrupt', '#active = :old', { set: { active: run } }),
      endRun(active, 'cancelled', 'running'),
    );
    writes.push(...cancelTasks(m, s, (id) => runOf(m, id) === active, lanes));
  }
  const { joined, ...moves } = lanes.moves();
  writes.push(putRun(run, 'running'), putTask(task, joined.get(task)!), ...moves.writes);
  return transaction(`accept run ${run}, ${active === null ? 'idle' : 'interrupt'}`, writes, moves.starts);
};

export const endRun = (run: number, state: string, from: 'running' | 'queued'): ItemWrite => ({
  table: 'runs',
  id: run,
  label: 'run',
  when: ['#state = :from'],
  values: { from },
  set: { state },
  add: { completions: 1 },
});

/** Each live task as read, by its state class and its wake; the approval it waits for is closed. */
export const cancelTasks = (m: Model, s: State, concerns: (task: number) => boolean, lanes: Lanes): Write[] =>
  s.tasks.flatMap((task, id): Write[] => {
    if (!isLive(task) || !concerns(id)) return [];
    lanes.ends(id, task);
    const sameClass = holdsSlot(task) ? '(#state = :dispatched or #state = :running)' : '#state = :state';
    const { state, wake, approval } = task;
    const write: ItemWrite = {
      table: 'tasks',
      id,
      label: 'cancel',
      when: [sameClass, '#wake = :wake'],
      values: { dispatched: 'dispatched', running: 'running', state, wake },
      set: { state: 'cancelled', why: null, approval: null, child: null },
      add: { epoch: 1 },
    };
    if (approval === null || m.removed.has('rule: a cancelled task closes its approval')) return [write];
    return [write, closeApproval(approval)];
  });

const closeApproval = (id: number): ItemWrite => ({
  table: 'approvals',
  id,
  label: 'close',
  when: ['#status = :pending'],
  values: { pending: 'pending' },
  set: { status: 'closed' },
});

export const cancel = (m: Model, s: State, run: number): Transaction | null => {
  const state = s.runs[run]?.state;
  if (state === undefined || isFinal(state)) return null;
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
  const task = rootOf(m, next);
  const { writes, starts, joined } = lanes.joins(task, false).moves();
  const label = 'next';
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
      { table: 'tasks', id: task, label, when: ['#state = :held'], values: { held: 'held' }, ...placed(task, joined) },
      ...writes,
    ],
    starts,
  };
};
