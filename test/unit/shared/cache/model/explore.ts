import { type Budgets, type Container, initial, type Mutation, type State, Violation } from './state.ts';
import * as reads from './steps/reads.ts';
import * as writes from './steps/writes.ts';

type Next = { next: State; fault: boolean };

/** Every successor of a state, and whether a fault led to it. */
function* successors(state: State, without?: Mutation): Generator<Next> {
  const change = (edit: (next: State) => void, fault = false): Next => {
    const next = JSON.parse(JSON.stringify(state)) as State;
    edit(next);
    if (fault) next.faults = 1;
    forgetWhatIsOver(next);
    return { next, fault };
  };
  for (const [at, { read, write }] of state.containers.entries()) {
    const own = (next: State): Container => next.containers[at] as Container;
    if (read) yield change((next) => reads.step(next, at, without));
    else if (state.reads > 0) {
      yield change((next) => {
        next.reads -= 1;
        reads.ask(own(next));
      });
    }
    if (read && read.joined === null && state.joins > 0) {
      yield change((next) => {
        next.joins -= 1;
        (own(next).read as { joined: number | null }).joined = own(next).must;
      });
    }
    if (write) yield change((next) => writes.step(next, at, without));
    for (const [kind, budget] of [
      ['delete', 'deletes'],
      ['through', 'throughs'],
    ] as const) {
      if (write || state[budget] === 0) continue;
      yield change((next) => {
        next[budget] -= 1;
        writes.begin(own(next), kind);
      });
    }
    if (state.crashes > 0 && (read || write)) {
      yield change((next) => {
        next.crashes -= 1;
        writes.crash(next, at);
      }, true);
    }
  }
  yield* time(state, change, without);
}

/** What happens by itself: seconds pass, leases and the time of writers end, levels lose and bring back. */
function* time(
  state: State,
  change: (edit: (next: State) => void, fault?: boolean) => Next,
  without?: Mutation,
): Generator<Next> {
  if (state.seconds > 0) {
    yield change((next) => {
      next.seconds -= 1;
      for (const own of next.containers) {
        own.must = Math.max(own.must, next.told);
        if (own.known && without !== 'a version is believed for longer than a second') own.known.young = false;
      }
    });
  }
  const isHeld = state.containers.some(({ read }) => read !== null && read.fence === state.lease);
  if (state.lease > 0 && !state.isLeaseOver && (!isHeld || state.overruns > 0)) {
    yield change((next) => {
      if (isHeld) next.overruns -= 1;
      next.isLeaseOver = true;
    }, isHeld);
  }
  const over = state.writing.filter(
    ({ ver, isOver }) => !isOver && state.containers.every(({ write }) => write?.ver !== ver),
  );
  // Of a writer that never said so, the time is over as well.
  const isForgotten = state.orphaned > state.told && state.writing.every(({ isOver }) => isOver);
  if (over.length > 0 || isForgotten) {
    yield change((next) => {
      for (const one of next.writing) one.isOver ||= over.some(({ ver }) => ver === one.ver);
      if (next.writing.some(({ isOver }) => !isOver)) return;
      // The version was raised before the truth changed, and a second has long passed.
      next.told = Math.max(next.told, next.orphaned);
      for (const own of next.containers) {
        own.must = Math.max(own.must, next.told);
        if (own.known) own.known.young = false;
      }
    });
  }
  if (state.relapses > 0 && state.former) {
    yield change((next) => Object.assign(next, { relapses: next.relapses - 1, entry: next.former }), true);
  }
  if (state.forgets > 0 && state.ver > 0) {
    yield change((next) => Object.assign(next, { forgets: next.forgets - 1, ver: 0 }), true);
  }
}

/** Numbers that nothing will be compared with any more make no two states of one. */
const forgetWhatIsOver = (state: State): void => {
  for (const own of state.containers) {
    if (own.read?.step === 'learn') continue;
    own.begun = 0;
    if (own.known) own.known.read = 0;
    if (own.read) own.read.number = 0;
  }
  const fences = [...new Set([state.lease, ...state.containers.map(({ read }) => read?.fence ?? 0)])].toSorted(
    (one, other) => one - other,
  );
  const renumbered = (fence: number): number => (fence === 0 ? 0 : fences.filter((one) => one > 0).indexOf(fence) + 1);
  state.lease = renumbered(state.lease);
  for (const { read } of state.containers) if (read) read.fence = renumbered(read.fence);
  state.lastFence = fences.filter((one) => one > 0).length;
  if (state.faults > 0) state.loadsOfVersion = 0;
  if (state.relapses === 0) state.former = null;
};

const isQuiet = ({ containers }: State): boolean => containers.every(({ read, write }) => !read && !write);

/** Visits every reachable state; throws a Violation, also when some state cannot reach a quiet end without a further fault. */
export const explore = (budgets: Partial<Budgets>, without?: Mutation): number => {
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
  if (good.size < queue.length) throw new Violation('a state from which nobody gets a value');
  return queue.length;
};
