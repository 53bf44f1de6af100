/**
 * A small model of who pushes what to a subscriber. Every read and every conditional write is one step, and all orders of steps
 * are visited. `shared/events/README.md` describes what it stands for.
 */

export class Unheard extends Error {}

/** What the log says of its listeners: nothing yet, that there is nobody, or that somebody may listen. */
type Mark = 'unknown' | 'nobody' | 'somebody';
type Appender = { at: 'read' | 'look' | 'commit' | 'push'; seen: Mark; left: number; none: boolean };
type Subscriber = { at: 'register' | 'mark' | 'replay' | 'done'; replayed: number };

export type State = {
  /** How many events the log has; absent before the first. */
  events: number;
  mark: Mark;
  registered: boolean;
  subscriber: Subscriber;
  appenders: Appender[];
  /** Numbers that were pushed to the subscriber. */
  pushed: number[];
  /** Numbers that their appender has still to push. */
  owed: (number | undefined)[];
};

export type Mutation =
  | 'the subscriber marks before it registers'
  | 'the subscriber replays before it marks'
  | 'an append does not ask whether the mark still stands'
  | 'the first append says that there is nobody'
  | 'saying that there is nobody overwrites a mark';

const initial: State = {
  events: 0,
  mark: 'unknown',
  registered: false,
  subscriber: { at: 'register', replayed: 0 },
  appenders: [1, 2].map(() => ({ at: 'read', seen: 'unknown', left: 2, none: false })),
  pushed: [],
  owed: [undefined, undefined],
};

const ORDER: Record<'usual' | 'mark first' | 'replay first', Subscriber['at'][]> = {
  usual: ['register', 'mark', 'replay', 'done'],
  'mark first': ['mark', 'register', 'replay', 'done'],
  'replay first': ['register', 'replay', 'mark', 'done'],
};

const orderOf = (without?: Mutation): Subscriber['at'][] => {
  if (without === 'the subscriber marks before it registers') return ORDER['mark first'];
  if (without === 'the subscriber replays before it marks') return ORDER['replay first'];
  return ORDER.usual;
};

function* steps(state: State, without?: Mutation): Generator<State> {
  const changed = (change: (next: State) => void): State => {
    const next = structuredClone(state);
    change(next);
    return next;
  };
  const order = orderOf(without);
  const { at } = state.subscriber;
  if (at !== 'done') {
    yield changed((next) => {
      if (at === 'register') next.registered = true;
      // A log that is not there has nothing to say.
      else if (at === 'mark') next.mark = next.events > 0 ? 'somebody' : next.mark;
      else next.subscriber.replayed = next.events;
      next.subscriber.at = order[order.indexOf(at) + 1] ?? 'done';
    });
  }
  for (const [place, appender] of state.appenders.entries()) {
    if (appender.left === 0) continue;
    const step = (change: (own: Appender, next: State) => void): State =>
      changed((next) => change(next.appenders[place]!, next));
    if (appender.at === 'read') {
      yield step((own) => {
        own.seen = state.mark;
        own.none = false;
        const looks =
          state.mark === 'unknown' && (state.events > 0 || without === 'the first append says that there is nobody');
        own.at = looks ? 'look' : 'commit';
      });
    } else if (appender.at === 'look') {
      yield step((own) => Object.assign(own, { none: !state.registered, at: 'commit' }));
    } else if (appender.at === 'commit') {
      const asks = without !== 'an append does not ask whether the mark still stands';
      if (appender.seen === 'nobody' && asks && state.mark !== 'nobody') {
        yield step((own) => Object.assign(own, { at: 'read' }));
        continue;
      }
      yield step((own, next) => {
        next.events += 1;
        const overwrites = without === 'saying that there is nobody overwrites a mark';
        if (own.none && (state.mark === 'unknown' || overwrites)) next.mark = 'nobody';
        if (own.seen === 'nobody') {
          own.left -= 1;
          own.at = 'read';
        } else {
          next.owed[place] = next.events;
          own.at = 'push';
        }
      });
    } else {
      yield step((own, next) => {
        if (state.registered) next.pushed.push(state.owed[place] ?? 0);
        next.pushed.sort();
        next.owed[place] = undefined;
        own.left -= 1;
        own.at = 'read';
      });
    }
  }
}

/** Visits every reachable state; throws where a subscriber ends up without an event. Gives how many there are. */
export const explore = (without?: Mutation): number => {
  const seen = new Set<string>();
  const open: State[] = [initial];
  for (let state = open.pop(); state; state = open.pop()) {
    const key = JSON.stringify(state);
    if (seen.has(key)) continue;
    seen.add(key);
    const next = [...steps(state, without)];
    if (next.length === 0) mustHaveHeardAll(state);
    open.push(...next);
  }
  return seen.size;
};

const mustHaveHeardAll = ({ events, pushed, subscriber }: State): void => {
  for (let number = subscriber.replayed + 1; number <= events; number += 1)
    if (!pushed.includes(number)) throw new Unheard(`nobody told the subscriber of ${number}`);
};
