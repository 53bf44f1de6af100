/*
 * The event log as a small machine of explicit states, explored breadth first over every interleaving: two workers of one
 * run (the second takes over from the first), the announcer of a stored fact, cancel, and a later message after TTL. Each
 * transition is one read or one conditional write. A fault has a budget.
 */

export class Violation extends Error {}

type Kind = 'accepted' | 'delta' | 'created' | 'completed' | 'fact' | 'later';
type Event = { kind: Kind; epoch: number };
type Worker = {
  epoch: number;
  deltas: number;
  /** The number it takes to be free; 0 as long as it has no idea. */
  belief: number;
  /** What comes before the next put: nothing, the end of the log, or the own task. */
  look: 'no' | 'end' | 'task';
};

export type State = {
  /** Items that stand: first number and how many. */
  items: [first: number, n: number][];
  /** Every event ever appended; its place is its number. */
  history: Event[];
  lastSeq: number;
  task: 'idle' | 'running' | 'ended';
  /** The number after the message's acceptance: where its first worker begins. */
  accepted: number;
  epoch: number;
  fact: 'pending' | 'announced' | 'half';
  workers: (Worker | null)[];
  crashes: number;
  stalls: number;
  cancels: number;
  expiries: number;
  later: number;
};

/** One condition or step of the protocol left out; the exploration must find what it is there for. */
export type Mutation =
  | 'the put does not ask whether the number is free'
  | 'the next number is read from the items alone'
  | 'no look at the task after a lost race'
  | 'the task is looked at before the end'
  | 'no look at the task after reading a stale belief anew'
  | 'the first worker reads the end after its claim, without a look at the task'
  | 'the end of a run does not set the last number'
  | 'a fact is announced in two writes';

const BLIND: Mutation = 'the first worker reads the end after its claim, without a look at the task';

type Budgets = Partial<Pick<State, 'crashes' | 'stalls' | 'cancels' | 'expiries' | 'later'>>;

const initial = (budgets: Budgets): State => ({
  items: [[1, 1]],
  history: [{ kind: 'accepted', epoch: 0 }],
  lastSeq: 1,
  task: 'idle',
  accepted: 2,
  epoch: 0,
  fact: 'pending',
  workers: [null, null],
  crashes: 0,
  stalls: 0,
  cancels: 0,
  expiries: 0,
  later: 0,
  ...budgets,
});

/** Every successor of a state, and whether a fault led to it. */
export function* successors(state: State, without?: Mutation): Generator<{ next: State; fault: boolean }> {
  const change = (edit: (next: State) => void, fault = false): { next: State; fault: boolean } => {
    const next = structuredClone(state);
    edit(next);
    return { next, fault };
  };
  const tail = state.items.at(-1);
  const tailEnd = tail ? tail[0] + tail[1] - 1 : 0;
  const end =
    (without === 'the next number is read from the items alone' ? tailEnd : Math.max(tailEnd, state.lastSeq)) + 1;
  const isFree = (number: number): boolean => !state.items.some(([first]) => first === number);
  const append = (next: State, first: number, kinds: Kind[], epoch: number, setsLast: boolean): void => {
    if (first !== next.history.length + 1) throw new Violation(`number ${first} is used after ${next.history.length}`);
    next.items.push([first, kinds.length]);
    for (const kind of kinds) {
      const ended = next.history.some((event) => event.kind === 'completed');
      if (ended && (kind === 'delta' || kind === 'completed')) throw new Violation(`${kind} after the end of the run`);
      const isSucceeded = next.history.some((event) => event.kind === 'delta' && event.epoch > epoch);
      if (kind === 'delta' && isSucceeded) throw new Violation('a delta of a ghost after its successor’s first event');
      if (kind === 'fact' && next.history.some((event) => event.kind === 'fact')) throw new Violation('a fact twice');
      next.history.push({ kind, epoch });
    }
    if (setsLast) next.lastSeq = first + kinds.length - 1;
  };

  if (state.fact === 'pending') {
    yield change((next) => {
      append(next, end, ['fact'], 0, true);
      next.fact = without === 'a fact is announced in two writes' ? 'half' : 'announced';
    });
  } else if (state.fact === 'half') {
    yield change((next) => {
      next.fact = 'announced';
    });
    if (state.crashes > 0)
      yield change((next) => Object.assign(next, { fact: 'pending', crashes: next.crashes - 1 }), true);
  }

  for (const [place, worker] of state.workers.entries()) {
    if (!worker) {
      if (state.task !== 'idle') continue;
      yield change((next) => {
        next.task = 'running';
        next.epoch += 1;
        // The first one knows from before its claim where the log ended; any other reads it, and then its task.
        const isTold = next.epoch === 1 && without !== BLIND;
        const start = isTold ? { belief: next.accepted, look: 'no' as const } : { belief: 0, look: 'end' as const };
        next.workers[place] = { epoch: next.epoch, deltas: 0, ...start };
      });
      continue;
    }
    const step = (edit: (own: Worker, next: State) => void): { next: State; fault: boolean } =>
      change((next) => edit(next.workers[place] as Worker, next));
    const stop = (): { next: State; fault: boolean } =>
      change((next) => {
        next.workers[place] = null;
      });
    if (state.crashes > 0) {
      yield change((next) => {
        next.workers[place] = null;
        next.crashes -= 1;
      }, true);
    }
    const mine = state.task === 'running' && state.epoch === worker.epoch;
    const taskFirst = without === 'the task is looked at before the end';
    if (worker.look === (taskFirst ? 'task' : 'end')) {
      // The winner's item tells where it ends, which need not be the end of the log any more.
      const winner = state.items.find(([first]) => first === worker.belief);
      const learnt = [end, ...(winner ? [winner[0] + winner[1]] : [])];
      for (const belief of taskFirst && worker.look === 'task' ? [end] : learnt) {
        const isBlind = without === 'no look at the task after a lost race' || (without === BLIND && !worker.belief);
        const look = taskFirst || isBlind ? 'no' : 'task';
        yield step((own) => Object.assign(own, { belief, look }));
      }
      continue;
    }
    if (worker.look !== 'no') {
      yield mine ? step((own) => Object.assign(own, { look: taskFirst ? 'task' : 'no' })) : stop();
      continue;
    }
    if (worker.deltas < 2) {
      if (end !== worker.belief) {
        const look =
          without === 'no look at the task after reading a stale belief anew' ? 'no' : taskFirst ? 'end' : 'task';
        yield step((own) => Object.assign(own, { belief: end, look }));
      }
      if (isFree(worker.belief) || without === 'the put does not ask whether the number is free') {
        yield step((own, next) => {
          append(next, own.belief, ['delta'], own.epoch, false);
          own.belief += 1;
          own.deltas += 1;
        });
      } else {
        yield step((own) => Object.assign(own, { look: 'end' }));
      }
    }
    if (mine) {
      yield change((next) => {
        append(
          next,
          end,
          // What still waits goes along.
          [...Array.from({ length: 2 - worker.deltas }, () => 'delta' as const), 'created', 'completed'],
          worker.epoch,
          without !== 'the end of a run does not set the last number',
        );
        next.task = 'ended';
        next.workers[place] = null;
      });
    } else if (worker.deltas === 2) yield stop();
  }

  if (state.task === 'running') {
    const held = state.workers.some((worker) => worker?.epoch === state.epoch);
    if (!held || state.stalls > 0) {
      yield change((next) => Object.assign(next, { task: 'idle', stalls: next.stalls - (held ? 1 : 0) }), held);
    }
    if (state.cancels > 0) {
      yield change((next) => {
        append(next, end, ['completed'], next.epoch, true);
        Object.assign(next, { task: 'ended', cancels: next.cancels - 1 });
      }, true);
    }
  }

  if (isQuiet(state) && state.expiries > 0) {
    for (let gone = 1; gone <= state.items.length; gone += 1) {
      yield change((next) => {
        next.items.splice(0, gone);
        next.expiries -= 1;
      }, true);
    }
  }
  // Accepted by the log's last number alone, since no run is under way; a number that is taken is refused.
  if (state.task === 'ended' && state.later > 0) {
    for (const number of new Set([end, state.lastSeq + 1])) {
      if (!isFree(number)) continue;
      yield change((next) => {
        append(next, number, ['later'], 0, true);
        next.later -= 1;
      });
    }
  }
}

/** A day of silence is far longer than anything pending lasts. */
const isQuiet = ({ task, workers, fact }: State): boolean =>
  task === 'ended' && workers.every((worker) => worker === null) && fact === 'announced';

/** Visits every reachable state; throws a Violation, or when some state cannot reach a quiet end without a further fault. */
export const explore = (budgets: Budgets, without?: Mutation): number => {
  const places = new Map<string, number>();
  const queue: State[] = [];
  const before: number[][] = [];
  const visit = (state: State): number => {
    const key = JSON.stringify(state);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, queue.length);
    before.push([]);
    return queue.push(state) - 1;
  };
  visit(initial(budgets));
  for (let at = 0; at < queue.length; at += 1) {
    for (const { next, fault } of successors(queue[at] as State, without)) {
      const place = visit(next);
      if (!fault) before[place]?.push(at);
    }
  }
  const good = new Set<number>();
  const open = queue.flatMap((state, at) => (isQuiet(state) ? [at] : []));
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (good.has(at)) continue;
    good.add(at);
    open.push(...(before[at] ?? []));
  }
  if (good.size < queue.length) throw new Violation('a state from which the run can never end');
  return queue.length;
};
