import { agentOf, type Model, rootsOf, runOf } from '../scopes/scope.ts';
import { holdsSlot, isLive, type State } from '../state.ts';
import { transaction } from '../store.ts';
import type { ItemWrite, Transaction, Write } from '../writes.ts';
import { cancelTasks, isInFamilyOf } from './family.ts';
import { Lanes, placed } from './lanes.ts';
import { endRun, handOver, putTask } from './runs.ts';

/*
 * What plans do with the bus's tasks: its tasks are put, start, fail with their agent, and end the run when all have
 * ended. Their dependencies on each other are not here: `shared/plans` decides those, and none of them is a wait.
 */

const still = (task: number, label: string, change: Partial<ItemWrite>): ItemWrite => ({
  table: 'tasks',
  id: task,
  label,
  when: ['#state = :ready'],
  values: { ready: 'ready' },
  ...change,
});

/** All that is due for a plan's run. */
export function* planDue(m: Model, s: State, run: number): Generator<Transaction> {
  const roots = rootsOf(m, run);
  const state = s.runs[run]?.state;
  if (state === 'running') {
    if (roots.every((task) => s.tasks[task] === null)) yield open(m, s, run);
    for (const task of roots) yield* startDue(m, s, task);
    if (roots.every((task) => s.tasks[task] && !isLive(s.tasks[task]!))) yield conclude(m, s, run, 'completed');
  }
  if (state !== 'cancelling') return;
  const live = s.tasks.flatMap((task, id) => (isLive(task) && runOf(m, id) === run ? [id] : []));
  const top = roots.find((task) => live.includes(task)) ?? live[0];
  yield top === undefined ? conclude(m, s, run, 'cancelled') : cancelFamily(m, s, top);
}

/** Its tasks are admitted, whatever the lanes' room: the run was. One whose agent takes no work fails in its turn. */
const open = (m: Model, s: State, run: number): Transaction => {
  const writes: Write[] = [
    { table: 'runs', id: run, label: 'open', when: ['#state = :running'], values: { running: 'running' } },
  ];
  const admitted = new Map<number, number>();
  for (const task of rootsOf(m, run)) {
    const agent = agentOf(m, task);
    const isReady = s.lanes[agent]!.status === 'ready';
    const put = putTask(task, 'ready');
    writes.push(isReady ? put : { ...put, set: { ...put.set, gone: true } });
    if (isReady) admitted.set(agent, (admitted.get(agent) ?? 0) + 1);
  }
  for (const [agent, live] of admitted) {
    const values = { ready: 'ready' };
    writes.push({ table: 'lanes', id: agent, label: 'admit', when: ['#status = :ready'], values, add: { live } });
  }
  return transaction(`open plan ${run}`, writes, []);
};

function* startDue(m: Model, s: State, task: number): Generator<Transaction> {
  const item = s.tasks[task]!;
  if (item?.state !== 'ready') return;
  if (item.gone) yield transaction(`fail gone ${task}`, [still(task, 'gone', { set: { state: 'failed' } })], []);
  else if (s.lanes[agentOf(m, task)]!.status !== 'deleting') yield start(m, s, task);
}

/** The lane exactly as it was read: one that is being deleted meanwhile fails its tasks itself. */
const start = (m: Model, s: State, task: number): Transaction => {
  const { writes, starts, joined } = new Lanes(m, s).joins(task, false).moves();
  const { status } = s.lanes[agentOf(m, task)]!;
  const asRead = writes.map((write): Write => {
    if (write.table !== 'lanes') return write;
    return { ...write, when: [...write.when, '#status = :status'], values: { ...write.values, status } };
  });
  return transaction(`start ${task}`, [still(task, 'start', placed(task, joined)), ...asRead], starts);
};

/** Of an agent that is being deleted: what has begun fails with all below it, what has not is left to its turn. */
export const failPlanTask = (m: Model, s: State, task: number): Transaction | null => {
  const item = s.tasks[task]!;
  const lanes = new Lanes(m, s);
  if (item.gone) return null;
  if (item.state === 'ready') {
    const when = ['#state = :ready', 'attribute_not_exists(#gone)'];
    const { writes } = lanes.ends(task, item).moves();
    return transaction(`leave ${task}`, [still(task, 'leave', { when, set: { gone: true } }), ...writes], []);
  }
  const family = cancelTasks(m, s, isInFamilyOf(m, task), lanes);
  const failed = family.map((write): Write => {
    const isTop = write.table === 'tasks' && write.id === task;
    return isTop ? { ...write, set: { ...write.set, state: 'failed' } } : write;
  });
  const { writes, starts } = lanes.moves();
  return transaction(`fail plan task ${task}`, [...failed, ...writes], starts);
};

/** Many tasks end at once, so no slot is handed over: the lanes are due instead. */
const cancelFamily = (m: Model, s: State, top: number): Transaction => {
  const isInFamily = isInFamilyOf(m, top);
  const writes = cancelTasks(m, s, isInFamily);
  for (const agent of s.lanes.keys()) {
    const left = s.tasks.flatMap((task, id) =>
      isLive(task) && isInFamily(id) && agentOf(m, id) === agent ? [{ ...task, id }] : [],
    );
    for (const { state, id } of left) {
      if (state === 'queued') writes.push({ table: 'entries', of: agent, id, put: false });
    }
    const counted = left.filter(({ gone }) => !gone);
    if (counted.length === 0) continue;
    const slots = counted.filter(holdsSlot).length;
    const waiting = counted.filter(({ state }) => state === 'queued').length;
    const add = { live: -counted.length, running: -slots, waiting: -waiting };
    writes.push({ table: 'lanes', id: agent, label: 'leave', when: [], add, ...(slots > 0 && { set: { due: true } }) });
  }
  return transaction(`cancel family of ${top}`, writes, []);
};

const conclude = (m: Model, s: State, run: number, state: 'completed' | 'cancelled'): Transaction => {
  const over = handOver(m, s, run, new Lanes(m, s));
  const from = state === 'completed' ? 'running' : 'cancelling';
  return transaction(`conclude plan ${run} ${state}`, [endRun(run, state, from), ...over.writes], over.starts);
};
