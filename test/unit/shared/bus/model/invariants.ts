import { agentOf, isPlan, type Model, parentOf, runOf, sessionOf } from './scopes/scope.ts';
import { holdsSlot, isFinal, isLive, type State, type TaskItem } from './state.ts';

/* What must hold in every state, and over every step. A broken one is named as in the protocol. */

type Broken = string | undefined;

export const PROMISES = {
  counters: 'the counters are sums over the tasks',
  limit: 'nothing runs above the limit',
  room: 'nothing lives above the room there is',
  queue: 'nobody passes the queue',
  effects: 'an effect happens once, and once more for each time a person says so',
  decisions: 'a decision stands, and reaches the approval it was made for',
  runs: 'a run ends once, with all its tasks',
  sessions: 'a session has one active run, or none and no queue',
  idle: 'no slot idles unseen while work waits',
  waits: 'whoever waits is waited for',
  gone: 'nothing lives in what is gone',
  asked: 'no task completes before it has asked what was noted',
  journal: 'the journal goes forward, step by step',
  final: 'what is final stays as it is',
  open: 'only what is open takes new work',
  drained: 'an agent goes off by being drained',
  completes: 'what can complete does',
  ends: 'workers and sweeper alone end everything',
} as const;

export const brokenIn = (m: Model, s: State): Broken => lanesBroken(m, s) ?? runsBroken(m, s) ?? tasksBroken(m, s);

const lanesBroken = (m: Model, s: State): Broken => {
  const limited = m.scope.requests.flatMap((one) => (one.asks === 'limit' ? [one] : []));
  for (const [agent, lane] of s.lanes.entries()) {
    let [running, waiting, live] = [0, 0, 0];
    for (const [id, task] of s.tasks.entries()) {
      if (!isLive(task) || task.gone || agentOf(m, id) !== agent) continue;
      live += 1;
      if (holdsSlot(task)) running += 1;
      if (task.state === 'queued') waiting += 1;
    }
    if (lane.running !== running || lane.waiting !== waiting || lane.live !== live) return PROMISES.counters;
    const entries = s.entries[agent]!;
    if (entries.length !== waiting || entries.some((id) => s.tasks[id]?.state !== 'queued')) return PROMISES.counters;
    const limits = limited.filter((one) => one.agent === agent).map(({ slots }) => slots);
    if (running > Math.max(m.scope.agents[agent]!.slots, ...limits)) return PROMISES.limit;
    if (limits.length === 0 && live > lane.cap) return PROMISES.room;
    if (running < lane.slots && waiting > 0 && !lane.due) return PROMISES.idle;
    if (lane.status === 'off' && live > 0) return PROMISES.gone;
  }
  return undefined;
};

const runsBroken = (m: Model, s: State): Broken => {
  for (const [id, run] of s.runs.entries()) {
    if (!run) continue;
    if (run.completions !== (isFinal(run.state) ? 1 : 0)) return PROMISES.runs;
    const lives = s.tasks.some((task, place) => isLive(task) && runOf(m, place) === id);
    // A plan goes on until it is concluded, also when none of its tasks is left.
    if (isFinal(run.state) ? lives : !lives && !isPlan(m, id)) return PROMISES.runs;
  }
  for (const [id, session] of s.sessions.entries()) {
    const inState = (state: string): number[] =>
      s.runs.flatMap((run, place) => (run?.state === state && sessionOf(m, place) === id ? [place] : []));
    const running = [...inState('running'), ...inState('cancelling')];
    if (session.status === 'gone' && (running.length > 0 || session.queued > 0)) return PROMISES.gone;
    if (running.length > 1 || (running[0] ?? null) !== session.active) return PROMISES.sessions;
    if (session.queued !== inState('queued').length || session.queued !== s.queuedRuns[id]!.length)
      return PROMISES.sessions;
    if (session.active === null && session.queued > 0) return PROMISES.sessions;
  }
  return undefined;
};

const tasksBroken = (m: Model, s: State): Broken => {
  for (const [id, task] of s.tasks.entries()) {
    if (!task) continue;
    if (task.effects > task.allowed) return PROMISES.effects;
    if (m.scope.allComplete && isFinal(task.state) && task.state !== 'completed') return PROMISES.completes;
    if (task.state === 'completed' && task.noted > 0) return PROMISES.asked;
    if (waitsWrongly(m, s, id, task)) return PROMISES.waits;
  }
  for (const [id, approval] of s.approvals.entries()) {
    if (approval && (approval.status === 'pending') !== (s.tasks[approval.task]!.approval === id))
      return PROMISES.waits;
  }
  return undefined;
};

const waitsWrongly = (m: Model, s: State, id: number, task: TaskItem): boolean => {
  if ((task.state === 'held') !== (s.runs[runOf(m, id)]?.state === 'queued')) return true;
  const waitsFor = task.state === 'waiting' ? task.why : null;
  if ((waitsFor === 'approval') !== (task.approval !== null)) return true;
  const children = s.tasks.filter((child, place) => parentOf(m, place) === id && isLive(child)).length;
  return children !== (waitsFor === 'child' ? 1 : 0);
};

export const brokenBetween = (m: Model, before: State, after: State): Broken => {
  if (before.tasks !== after.tasks) {
    for (const [id, task] of after.tasks.entries()) {
      const old = before.tasks[id] ?? null;
      if (task === old || !task) continue;
      const agent = agentOf(m, id);
      const starts = holdsSlot(task) && (old === null || !holdsSlot(old));
      const { running, slots } = after.lanes[agent]!;
      if (starts && running > slots) return PROMISES.limit;
      if (starts && old?.state !== 'queued' && before.lanes[agent]!.waiting > 0) return PROMISES.queue;
      const session = before.sessions[sessionOf(m, runOf(m, id))]!;
      if (!old && !task.gone && before.lanes[agent]!.status !== 'ready') return PROMISES.open;
      // The tasks of a plan were accepted with its message.
      const isMessage = parentOf(m, id) === undefined && !isPlan(m, runOf(m, id));
      if (!old && isMessage && session.status !== 'open') return PROMISES.open;
      if (old && isFinal(old.state) && task.state !== old.state) return PROMISES.final;
      if (old && (task.step < old.step || task.step > old.step + 1)) return PROMISES.journal;
    }
  }
  for (const [id, run] of after.runs.entries()) {
    const old = before.runs[id];
    if (old && isFinal(old.state) && run?.state !== old.state) return PROMISES.final;
    if (!old && run && before.sessions[sessionOf(m, id)]!.status !== 'open') return PROMISES.open;
  }
  for (const [agent, { status }] of after.lanes.entries()) {
    if (status === 'off' && before.lanes[agent]!.status === 'ready') return PROMISES.drained;
  }
  for (const [id, approval] of after.approvals.entries()) {
    const old = before.approvals[id];
    if (old && old.status !== 'pending' && approval?.status !== old.status) return PROMISES.decisions;
  }
  return undefined;
};

/** Everything has ended: what workers and the sweeper must be able to reach by themselves. */
export const isSettled = ({ lanes, sessions, runs }: State): boolean =>
  sessions.every(({ status }) => status !== 'deleting') &&
  lanes.every(({ status, running, waiting, live }) => running + waiting + live === 0 && status !== 'deleting') &&
  lanes.every(({ status }) => status !== 'draining') &&
  runs.every((run) => run === null || isFinal(run.state));
