import { agentOf, isPlan, type Model, parentOf, runOf } from '../scopes/scope.ts';
import { APPROVALS_PER_TASK, type ApprovalItem, type State, type TaskItem } from '../state.ts';
import { transaction } from '../store.ts';
import type { ItemWrite, Transaction, Write } from '../writes.ts';
import { cancelTasks, isInFamilyOf } from './family.ts';
import { Lanes, placed, startHead } from './lanes.ts';
import { endRun, handOver, putTask } from './runs.ts';

/* Transactions on one task: those of its worker, those that wake it, and the filling of free slots. */

/** A worker's write on its task: refused once another epoch began. */
export const fenced = (
  task: number,
  epoch: number,
  set: Partial<TaskItem>,
  add: Record<string, number> = {},
): ItemWrite => ({
  table: 'tasks',
  id: task,
  label: 'fence',
  when: ['#state = :running', '#epoch = :epoch'],
  values: { running: 'running', epoch },
  set,
  add,
});

/** A task that completes has asked all that was noted; one that fails takes its questions with it. */
const ends = (task: number, epoch: number, state: 'completed' | 'failed'): ItemWrite => {
  const own = fenced(task, epoch, { state });
  if (state === 'failed') return own;
  return { ...own, when: [...own.when, '#noted = :none'], values: { ...own.values, none: 0 } };
};

export const finish = (m: Model, s: State, task: number, epoch: number, state: 'completed' | 'failed'): Transaction => {
  const lanes = new Lanes(m, s).leavesSlot(task, true);
  const own = ends(task, epoch, state);
  const parent = parentOf(m, task);
  if (parent === undefined && isPlan(m, runOf(m, task))) {
    const { writes, starts } = lanes.moves();
    return transaction(`finish plan task ${task} ${state}`, [own, ...writes], starts);
  }
  if (parent === undefined) {
    const run = runOf(m, task);
    const over = handOver(m, s, run, lanes);
    return transaction(`finish run ${run} ${state}`, [own, endRun(run, state, 'running'), ...over.writes], over.starts);
  }
  const back = answerParent(s, parent, task, lanes);
  return transaction(`finish child ${task} ${state}`, [own, ...back.writes], back.starts);
};

/** A child whose agent is being deleted is cancelled with all below it, and its parent goes on. */
export const failChild = (m: Model, s: State, child: number): Transaction | null => {
  const parent = parentOf(m, child);
  if (parent === undefined || s.tasks[parent]?.child !== child) return null;
  const lanes = new Lanes(m, s);
  const cancelled = cancelTasks(m, s, isInFamilyOf(m, child), lanes);
  const back = answerParent(s, parent, child, lanes);
  return transaction(`fail child ${child}`, [...cancelled, ...back.writes], back.starts);
};

/** The parent's journal is one step longer, and it joins its lane. Ends the gathering of the lanes. */
const answerParent = (s: State, parent: number, child: number, lanes: Lanes): { writes: Write[]; starts: number[] } => {
  const { writes, starts, joined } = lanes.joins(parent, false).moves();
  const { set, add } = placed(parent, joined);
  const wakeParent: ItemWrite = {
    table: 'tasks',
    id: parent,
    label: 'parent',
    when: ['#state = :waiting', '#why = :why', '#wake = :wake', '#child = :child'],
    values: { waiting: 'waiting', why: 'child', wake: s.tasks[parent]!.wake, child },
    set: { ...set, child: null, claims: 0 },
    add: { ...add, step: 1 },
  };
  return { writes: [wakeParent, ...writes], starts };
};

const waiting = (m: Model, why: TaskItem['why']): Partial<TaskItem> => ({
  state: 'waiting',
  why,
  ...(m.removed.has('rule: every commit of a worker resets its claims') ? {} : { claims: 0 }),
});

export const parkForRetry = (m: Model, s: State, task: number, epoch: number): Transaction => {
  const { writes, starts } = new Lanes(m, s).leavesSlot(task, false).moves();
  return transaction(`retry ${task}`, [fenced(task, epoch, waiting(m, 'retry'), { failures: 1 }), ...writes], starts);
};

export const parkForPerson = (
  m: Model,
  s: State,
  task: number,
  epoch: number,
  kind: ApprovalItem['kind'],
): Transaction => {
  const id = task * APPROVALS_PER_TASK + s.tasks[task]!.asked;
  if (id >= (task + 1) * APPROVALS_PER_TASK)
    throw new Error('A task asks a person more often than the model has room.');
  const { writes, starts } = new Lanes(m, s).leavesSlot(task, false).moves();
  const own = fenced(
    task,
    epoch,
    { ...waiting(m, 'approval'), approval: id },
    { asked: 1, ...(kind === 'question' && { noted: -1 }) },
  );
  const put: ItemWrite = {
    table: 'approvals',
    id,
    label: 'new approval',
    when: ['attribute_not_exists(#pk)'],
    set: { task, kind, status: 'pending' },
  };
  return transaction(`park ${task}, ${kind}`, [own, put, ...writes], starts);
};

/** `null`: the other agent takes no work, which is the tool's result. */
export const ask = (m: Model, s: State, task: number, epoch: number, child: number): Transaction | null => {
  const lane = s.lanes[agentOf(m, child)]!;
  if (lane.status !== 'ready' || lane.live >= lane.cap) return null;
  const { writes, starts, joined } = new Lanes(m, s).leavesSlot(task, false).joins(child, true).moves();
  const own = fenced(task, epoch, { ...waiting(m, 'child'), child });
  return transaction(`ask ${child}`, [own, putTask(child, joined.get(child)!), ...writes], starts);
};

export const wakeRetry = (m: Model, s: State, task: number): Transaction => {
  const { writes, starts, joined } = new Lanes(m, s).joins(task, false).moves();
  const own: ItemWrite = {
    table: 'tasks',
    id: task,
    label: 'retry',
    when: ['#state = :waiting', '#why = :why', '#wake = :wake'],
    values: { waiting: 'waiting', why: 'retry', wake: s.tasks[task]!.wake },
    ...placed(task, joined),
  };
  return transaction(`wake ${task}`, [own, ...writes], starts);
};

/** Decides or expires an approval that was read as pending; `null` when its task waits for it no more. */
export const decide = (
  m: Model,
  s: State,
  approval: number,
  status: 'approved' | 'rejected' | 'expired',
): Transaction | null => {
  const { task, kind, status: stands } = s.approvals[approval]!;
  const item = s.tasks[task]!;
  if (stands !== 'pending' || item.approval !== approval) return null;
  const { writes, starts, joined } = new Lanes(m, s).joins(task, false).moves();
  const { set, add } = placed(task, joined);
  const allowed = kind === 'unknown' && status === 'approved' ? 1 : 0;
  const resolve: ItemWrite = {
    table: 'approvals',
    id: approval,
    label: 'decide',
    when: ['#status = :pending'],
    values: { pending: 'pending' },
    set: { status },
  };
  const wake: ItemWrite = {
    table: 'tasks',
    id: task,
    label: 'decided task',
    when: ['#state = :waiting', '#why = :why', '#wake = :wake', '#approval = :approval'],
    values: { waiting: 'waiting', why: 'approval', wake: item.wake, approval },
    set: { ...set, approval: null, claims: 0, decision: `${kind} ${status}` },
    add: { ...add, allowed },
  };
  return transaction(`decide ${approval} ${status}`, [resolve, wake, ...writes], starts);
};

/** The sweeper's next act for a lane that is due: a free slot is filled, else the lane is off the list, or off. */
export const settle = (s: State, agent: number): Transaction | null => {
  const lane = s.lanes[agent]!;
  const head = s.entries[agent]![0];
  const write = { table: 'lanes' as const, id: agent, values: { none: 0, ready: 'ready', draining: 'draining' } };
  if (lane.running < lane.slots && head !== undefined) {
    const fill = { ...write, label: 'fill', when: ['#running < #slots'], add: { running: 1, waiting: -1 } };
    return transaction(
      `fill ${agent}`,
      [fill, startHead(head), { table: 'entries', of: agent, id: head, put: false }],
      [head],
    );
  }
  if (lane.status === 'ready') {
    const when = ['#status = :ready', '(#running >= #slots or #waiting = :none)'];
    return transaction(`filled ${agent}`, [{ ...write, label: 'filled', when, set: { due: false } }], []);
  }
  if (lane.status !== 'draining' || lane.live > 0) return null;
  const when = ['#status = :draining', '#live = :none'];
  return transaction(`off ${agent}`, [{ ...write, label: 'off', when, set: { status: 'off', due: false } }], []);
};
