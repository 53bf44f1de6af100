import { expect } from 'vitest';
import type { Call, CallFault, Plan } from '../../support/fault-proxy.ts';
import { say } from '../../support/reporting/say.ts';
import { type OnDoubt, settle } from './settling.ts';
import type { World } from './world.ts';

/** A call of a run by what it asks for and the how many-eth of its kind it is: much the same in every run. */
export type Point = { kind: string; nth: number };

const kindOf = ({ door, action }: Call): string => `${door} ${action}`;

const pointsOf = (calls: Call[]): Point[] => {
  const seen = new Map<string, number>();
  return calls.map((call) => {
    const kind = kindOf(call);
    const nth = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, nth);
    return { kind, nth };
  });
};

/** What changes the store or the world, or is paid for: each of these is worth a run of its own. */
const DECISIVE = /TransactWriteItems|UpdateItem|SendMessage|tools\/call|\/orders|chat\/completions/;
export const isDecisive = ({ kind }: Point): boolean => DECISIVE.test(kind);
export const isFirst = ({ nth }: Point): boolean => nth === 1;

/** `FAULTS=all` tries every point; without it a fixed choice that takes about a minute. */
export const ALL = process.env.FAULTS === 'all';

/** The calls of a whole run of a worker that just started, and which kinds only such a worker makes. */
export type Ground = { points: Point[]; cold: Set<string> };

/** Runs without faults first: what there is to strike. */
export const survey = async (world: World): Promise<Ground> => {
  const calls: Call[][] = [];
  for (const cold of [true, true, false]) {
    if (cold) await world.killWorker();
    const settled = await settle(world, await world.newSession(), () => undefined);
    expect([settled.state, settled.minutes]).toEqual(['completed', 0]);
    calls.push(settled.calls);
  }
  const [, cold = [], warm = []] = calls;
  const known = new Set(warm.map(kindOf));
  const points = pointsOf(cold);
  expect(points.length).toBeGreaterThan(60);
  return { points, cold: new Set(cold.map(kindOf).filter((kind) => !known.has(kind))) };
};

export type Series = { name: string; which: Point[]; fault: CallFault; onDoubt?: OnDoubt; always?: boolean };
export type Told = { hits: number; repeats: number; minutes: number; failed: string[] };

/** Messages one after the other in one session, so that each shows that the session goes on after the one before. */
const RUNS_A_SESSION = 6;

/** One run for each point, struck there. Tells how many points were really come to. */
export const strikeEach = async (world: World, ground: Ground, series: Series): Promise<Told> => {
  const { name, which, fault, onDoubt = 'reject', always = false } = series;
  const told: Told = { hits: 0, repeats: 0, minutes: 0, failed: [] };
  let session = '';
  for (const [place, point] of which.entries()) {
    if (place % RUNS_A_SESSION === 0) session = await world.newSession();
    if (ground.cold.has(point.kind)) await world.killWorker();
    const struck = strike(point, fault, always);
    const settled = await settle(world, session, struck.plan, { onDoubt }).catch((cause: unknown) => {
      throw new Error(`${name}: ${point.kind} #${point.nth}`, { cause });
    });
    if (struck.hit()) told.hits += 1;
    if (settled.state !== 'completed') told.failed.push(`${point.kind} #${point.nth}`);
    told.repeats += settled.repeats;
    told.minutes += settled.minutes;
  }
  const figures = `${told.hits} points struck of ${ground.points.length}, ${told.minutes} sweeps, ${told.repeats} effects repeated by a person`;
  say(`${name}: ${figures}, ${told.failed.length} runs ended with an error`);
  // Whether a call is made once more can hang on time, such as how many events an append carries.
  expect(told.hits).toBeGreaterThanOrEqual(Math.floor(which.length * 0.75));
  return told;
};

const strike = ({ kind, nth }: Point, fault: CallFault, always: boolean): { plan: Plan; hit(): boolean } => {
  let seen = 0;
  return {
    plan: (call) => {
      if (kindOf(call) !== kind) return undefined;
      seen += 1;
      return seen === nth || (always && seen > nth) ? fault : undefined;
    },
    hit: () => seen >= nth,
  };
};
