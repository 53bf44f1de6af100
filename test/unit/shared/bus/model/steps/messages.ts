import type { Model } from '../scopes/scope.ts';
import { lessOne, type State, withOne, withoutMessage } from '../state.ts';
import { holds } from '../store.ts';
import type { Edge } from './actors.ts';

/** Messages are lost, are found to be late, or make a worker claim a task; a doubled one stays. */
export function* messageSteps(m: Model, s: State): Generator<Edge> {
  for (const message of s.messages) {
    if (s.faults.losses > 0) {
      yield { name: `lose ${message}`, to: lessOne(withoutMessage(s, message), 'losses'), helps: false };
    }
    if (s.workers.includes(null)) yield* received(m, s, message);
  }
}

function* received(m: Model, s: State, message: string): Generator<Edge> {
  const [task, wake] = message.split('.').map(Number) as [number, number];
  const item = s.tasks[task]!;
  const is = (condition: string): boolean =>
    m.removed.has(`claim: ${condition}`) ||
    holds(condition, item, { dispatched: 'dispatched', running: 'running', wake });
  const held = s.workers.some((worker) => worker?.task === task && worker.epoch === item.epoch);
  const started = is('#state = :dispatched') && is('#wake = :wake');
  const leaseOver = is('#state = :running') && is('#wake = :wake') && (!held || s.faults.earlyLeases > 0);
  if (!started && !leaseOver) {
    yield { name: `drop ${message}`, to: withoutMessage(s, message), helps: true };
    return;
  }
  const epoch = m.removed.has('rule: a claim raises the epoch') ? item.epoch : item.epoch + 1;
  const claimed = withOne(s, 'tasks', task, { state: 'running', epoch, claims: item.claims + 1 });
  const worker = { task, epoch, wake, step: item.step, at: 'step' as const, prepared: null };
  const early = !started && held;
  const taken = withOne(early ? lessOne(claimed, 'earlyLeases') : claimed, 'workers', s.workers.indexOf(null), worker);
  yield { name: `claim ${message}`, to: withoutMessage(taken, message), helps: !early };
  if (s.faults.doubles > 0) yield { name: `claim ${message}, doubled`, to: lessOne(taken, 'doubles'), helps: false };
}
