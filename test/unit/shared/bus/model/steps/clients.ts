import { type Model, type Request, runOf } from '../scopes/scope.ts';
import { isLive, type State, withOne } from '../state.ts';
import { accept } from '../transactions/accept.ts';
import { cancel } from '../transactions/runs.ts';
import { decide } from '../transactions/tasks.ts';
import type { Transaction } from '../writes.ts';
import { commits, type Edge } from './actors.ts';

/** What people do: each request reads, then writes, and reads again when a condition refused it. */
export function* clientSteps(m: Model, s: State): Generator<Edge> {
  for (const [place, request] of m.scope.requests.entries()) {
    const client = s.clients[place]!;
    if (client === 'done') continue;
    if (client !== 'not begun') {
      yield* commits(m, s, client, false, {
        won: (after) => withOne(after, 'clients', place, 'done'),
        lost: (after) => withOne(after, 'clients', place, again(m, s, request, client)),
      });
      continue;
    }
    if (request.after !== undefined && s.clients[request.after] !== 'done') continue;
    const begun = begin(m, s, request);
    if (begun === 'later') continue;
    const name = `${request.asks} ${place}`;
    if (typeof begun === 'object' && begun !== null && 'lanes' in begun) {
      yield { name, to: withOne(begun, 'clients', place, 'done'), helps: false };
    } else yield { name: `${name} reads`, to: withOne(s, 'clients', place, begun ?? 'done'), helps: false };
  }
}

/** A transaction to commit, a state that a single write made, nothing to do, or nothing to do yet. */
const begin = (m: Model, s: State, request: Request): Transaction | State | null | 'later' => {
  switch (request.asks) {
    case 'accept':
      return accept(m, s, request);
    case 'cancel':
      return s.runs[request.run] ? cancel(m, s, request.run) : 'later';
    case 'note':
      return note(m, s, request.task);
    case 'decide': {
      const approval = s.approvals.findIndex((one) => one?.task === request.task && one.status === 'pending');
      return approval < 0 ? 'later' : decide(m, s, approval, request.status);
    }
    case 'limit': {
      const { slots, cap } = s.lanes[request.agent]!;
      const due = !m.removed.has('rule: a changed limit is due') || s.lanes[request.agent]!.due;
      return withOne(s, 'lanes', request.agent, { slots: request.slots, cap: cap - slots + request.slots, due });
    }
    case 'deregister':
      return withOne(s, 'lanes', request.agent, { status: 'draining', due: true });
    case 'register':
      return withOne(s, 'lanes', request.agent, { status: 'ready', due: true });
    case 'delete agent':
      return withOne(s, 'lanes', request.agent, { status: 'deleting', due: true });
    case 'delete session':
      return withOne(s, 'sessions', request.session, { status: 'deleting' });
  }
};

/** One write, on the condition that the task lives and its run goes on. */
const note = (m: Model, s: State, task: number): State | null | 'later' => {
  const item = s.tasks[task];
  if (!item) return 'later';
  const { state } = s.runs[runOf(m, task)]!;
  const isUnderWay = isLive(item) && (state === 'queued' || state === 'running');
  return isUnderWay ? withOne(s, 'tasks', task, { noted: item.noted + 1 }) : null;
};

/** After a refusal: a decision is for its approval alone, everything else is read anew. */
const again = (m: Model, s: State, request: Request, refused: Transaction): 'not begun' | 'done' | Transaction => {
  if (request.asks !== 'decide') return 'not begun';
  const approval = refused.writes.find((write) => write.table === 'approvals') as { id: number };
  return decide(m, s, approval.id, request.status) ?? 'done';
};
