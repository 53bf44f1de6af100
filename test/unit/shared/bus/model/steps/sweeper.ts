import { agentOf, isPlan, type Model, parentOf, runOf, sessionOf } from '../scopes/scope.ts';
import { isLive, lessOne, type State, type TaskItem, withMessages, withOne } from '../state.ts';
import { failPlanTask, planDue } from '../transactions/plans.ts';
import { cancel } from '../transactions/runs.ts';
import { decide, failChild, settle, wakeRetry } from '../transactions/tasks.ts';
import type { Transaction } from '../writes.ts';
import { commits, type Edge } from './actors.ts';

/** Whatever is due goes on. The sweeper reads one thing ahead; what it read may be old when it writes. */
export function* sweeperSteps(m: Model, s: State): Generator<Edge> {
  if (s.sweeper) {
    const idle = (after: State): State => ({ ...after, sweeper: null });
    yield* commits(m, s, s.sweeper, true, { won: idle, lost: idle });
  }
  for (const [id, task] of s.tasks.entries()) if (task) yield* redrives(m, s, id, task);
  yield* planSteps(m, s);
  if (s.sweeper) return;
  for (const prepared of due(m, s)) {
    yield { name: `sweeper reads for: ${prepared.name}`, to: { ...s, sweeper: prepared }, helps: true };
  }
  yield* removals(s);
}

/** Those who work on plans read one thing ahead as well. */
function* planSteps(m: Model, s: State): Generator<Edge> {
  if (s.planner) {
    const idle = (after: State): State => ({ ...after, planner: null });
    yield* commits(m, s, s.planner, true, { won: idle, lost: idle });
    return;
  }
  for (const run of s.runs.keys()) {
    if (!isPlan(m, run)) continue;
    for (const prepared of planDue(m, s, run)) {
      yield { name: `planner reads for: ${prepared.name}`, to: { ...s, planner: prepared }, helps: true };
    }
  }
}

function* redrives(m: Model, s: State, id: number, task: TaskItem): Generator<Edge> {
  if (task.state === 'dispatched' && !m.removed.has('rule: the sweeper sends again')) {
    const sent = withMessages(s, [id]);
    if (sent !== s) yield { name: `send ${id} again`, to: sent, helps: true };
  }
  if (task.state !== 'running' || m.removed.has('rule: the sweeper ends leases')) return;
  const alive = s.workers.some((worker) => worker?.task === id && worker.epoch === task.epoch);
  if (alive && s.faults.earlyLeases === 0) return;
  const over = withOne(s, 'tasks', id, { state: 'dispatched', wake: task.wake + 1, epoch: task.epoch + 1 });
  const sent = withMessages(alive ? lessOne(over, 'earlyLeases') : over, [id]);
  yield { name: `lease of ${id} is over`, to: sent, helps: !alive };
}

/** All the sweeper could prepare now. */
function* due(m: Model, s: State): Generator<Transaction> {
  for (const [id, task] of s.tasks.entries()) {
    const retries = task?.state === 'waiting' && task.why === 'retry';
    if (retries && !m.removed.has('rule: the sweeper wakes retries')) yield wakeRetry(m, s, id);
  }
  for (const [id, approval] of s.approvals.entries()) {
    if (approval?.status !== 'pending' || m.removed.has('rule: the sweeper ends approvals')) continue;
    const expiry = decide(m, s, id, 'expired');
    if (expiry) yield expiry;
  }
  for (const [agent, lane] of s.lanes.entries()) {
    if (!lane.due) continue;
    const settling = lane.status === 'deleting' ? null : settle(s, agent);
    if (settling) yield settling;
    if (lane.status === 'deleting') yield* doomed(m, s, agent);
  }
  for (const run of s.runs.keys()) {
    const cancelled = s.sessions[sessionOf(m, run)]!.status === 'deleting' ? cancel(m, s, run) : null;
    if (cancelled) yield cancelled;
  }
}

/** The end of what an agent that is being deleted still has: runs, tasks of plans, and questions asked by others. */
function* doomed(m: Model, s: State, agent: number): Generator<Transaction> {
  for (const [id, task] of s.tasks.entries()) {
    if (!isLive(task) || agentOf(m, id) !== agent) continue;
    const ending = endingOf(m, s, id);
    if (ending) yield ending;
  }
}

const endingOf = (m: Model, s: State, task: number): Transaction | null => {
  if (parentOf(m, task) !== undefined) return failChild(m, s, task);
  return isPlan(m, runOf(m, task)) ? failPlanTask(m, s, task) : cancel(m, s, runOf(m, task));
};

/** What is deleted goes last: on `live = 0`, or when the session has neither an active nor a queued run. */
function* removals(s: State): Generator<Edge> {
  for (const [agent, { status, live }] of s.lanes.entries()) {
    if (status !== 'deleting' || live > 0) continue;
    yield { name: `remove agent ${agent}`, to: withOne(s, 'lanes', agent, { status: 'off', due: false }), helps: true };
  }
  for (const [session, { status, active, queued }] of s.sessions.entries()) {
    if (status !== 'deleting' || active !== null || queued > 0) continue;
    yield { name: `remove session ${session}`, to: withOne(s, 'sessions', session, { status: 'gone' }), helps: true };
  }
}
