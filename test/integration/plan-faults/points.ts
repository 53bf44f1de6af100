import { expect } from 'vitest';
import type { CallFault } from '../../support/fault-proxy.ts';
import { say } from '../../support/reporting/say.ts';
import { converge } from './converge.ts';
import { answerOf, asked, type Diamond, FATES, startDiamond } from './diamond.ts';
import { expectConverged } from './invariants.ts';
import type { Fate, Part, PartCall, World } from './world.ts';

/** `FAULTS=all` strikes every call; without it a fixed choice that takes about half a minute. */
export const ALL = process.env.FAULTS === 'all';

/** A call of a plan: who makes it, what it asks for, and the how many-eth of its kind it is. */
export type Point = { part: Part; kind: string; nth: number };

const kindOf = ({ door, action }: PartCall): string => `${door} ${action}`;
export const nameOf = ({ part, kind, nth }: Point): string => `${part} ${kind} #${nth}`;

const pointsOf = (calls: PartCall[]): Point[] => {
  const seen = new Map<string, number>();
  return calls.map((call) => {
    const name = `${call.part} ${kindOf(call)}`;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return { part: call.part, kind: kindOf(call), nth };
  });
};

/** What changes the store, or tells somebody: each of these is worth a plan of its own. */
export const isDecisive = ({ kind }: Point): boolean =>
  /Transact|UpdateItem|PutItem|SendMessage|SendTask|Execution/.test(kind);

/** All calls of a plan that nothing happens to. The first one starts every function. `alone`: hints are lost, time passes. */
export const survey = async (world: World, { alone = false } = {}): Promise<Point[]> => {
  let calls: PartCall[] = [];
  for (let plan = 0; plan < 2; plan += 1) {
    world.begin(() => undefined);
    const diamond = await startDiamond(world);
    const minutes = await converge(world, diamond);
    // On a busy machine a function may start so slowly that a minute is taken to be over.
    if (!alone) expect(minutes).toBeLessThanOrEqual(1);
    calls = world.calls();
    await expectDiamond(world, diamond);
    expect([...asked(world, diamond).values()]).toEqual([1, 1, 1, 1, 1, 1]);
  }
  return pointsOf(calls);
};

export const expectDiamond = async (world: World, diamond: Diamond): Promise<void> => {
  await expectConverged(world, diamond, { state: 'completed', answer: answerOf(diamond), fates: FATES });
};

/** Which call of the plan is struck: at the point, and ever after if the point says so. */
export const strike = ({ part, kind, nth }: Point, fault: CallFault): { fate: Fate; hit(): boolean } => {
  let seen = 0;
  return {
    fate: (call) => {
      if (call.part !== part || kindOf(call) !== kind) return undefined;
      seen += 1;
      return seen === nth ? fault : undefined;
    },
    hit: () => seen >= nth,
  };
};

export type Told = { struck: number; minutes: number; repeats: number };

/**
 * One plan for each point, struck there, with the same end each time. A model call is repeated only if its worker or
 * planner was struck, and then at most once; tells how many were.
 */
export const strikeEach = async (world: World, name: string, points: Point[], fault: CallFault): Promise<Told> => {
  const told: Told = { struck: 0, minutes: 0, repeats: 0 };
  for (const point of points) {
    const struck = strike(point, fault);
    world.begin(struck.fate);
    const diamond = await startDiamond(world);
    try {
      told.minutes += await converge(world, diamond);
      await expectDiamond(world, diamond);
      const counts = [...asked(world, diamond).values()];
      expect(counts).toHaveLength(6);
      expect(Math.max(...counts)).toBeLessThanOrEqual(mayRepeat(point) ? 2 : 1);
      told.repeats += counts.filter((count) => count > 1).length;
    } catch (cause) {
      throw new Error(`${name}: ${nameOf(point)}`, { cause });
    }
    if (struck.hit()) told.struck += 1;
  }
  const figures = `${told.struck} of ${points.length} points struck, ${told.minutes} sweeps, ${told.repeats} model calls repeated`;
  say(`${name}: ${figures}`);
  // Whether a call is made once more can hang on time, such as how many events an append carries.
  expect(told.struck).toBeGreaterThanOrEqual(Math.floor(points.length * 0.75));
  return told;
};

/** The plan's own steps repeat no model call; a worker or planner that is struck may have asked already. */
const mayRepeat = ({ part }: Point): boolean => part === 'agent-worker' || part === 'planner';
