import type { Call, CallFault, Plan } from '../../support/fault-proxy.ts';

/** A call of a run by what it asks for and the how many-eth of its kind it is: the same in every run, cold or warm. */
export type Point = { kind: string; nth: number };

export const kindOf = ({ door, action }: Call): string => `${door} ${action}`;

export const pointsOf = (calls: Call[]): Point[] => {
  const seen = new Map<string, number>();
  return calls.map((call) => {
    const kind = kindOf(call);
    const nth = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, nth);
    return { kind, nth };
  });
};

/** Strikes the call at the point, once. `hit` tells whether it was ever made. */
export const strike = ({ kind, nth }: Point, fault: CallFault): { plan: Plan; readonly hit: boolean } => {
  let seen = 0;
  return {
    plan: (call) => {
      if (kindOf(call) !== kind) return undefined;
      seen += 1;
      return seen === nth ? fault : undefined;
    },
    get hit() {
      return seen >= nth;
    },
  };
};

/** What changes the world or the store, or is paid for: each of these is worth a run of its own. */
const DECISIVE = /TransactWriteItems|UpdateItem|SendMessage|tools\/call|\/orders|chat\/completions/;

/** All points, or of the others only the first of its kind. */
export const chosen = (points: Point[], all: boolean): Point[] =>
  all ? points : points.filter(({ kind, nth }) => nth === 1 || DECISIVE.test(kind));

export const isDecisive = ({ kind }: Point): boolean => DECISIVE.test(kind);

/** `FAULTS=all npm test` tries every point; without it a fixed choice that takes about a minute. */
export const ALL = process.env.FAULTS === 'all';

/** For the log of the test: what was tried. */
export const tell = (line: string): void => void process.stdout.write(`${line}\n`);
